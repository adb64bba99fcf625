package org.yiwang.casework.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.FindCases;
import org.yiwang.casework.ReportStore;
import org.yiwang.casework.Telephone;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.Decide;
import org.yiwang.casework.model.OutsideView;
import org.yiwang.casework.model.Report;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.store.CaseStore;
import org.yiwang.organisation.Staff;

/** Draws up what a person sees of a case. */
@Component
class CaseViews {
    private final CatalogueStore catalogue;
    private final CaseStore store;
    private final ReportStore reporters;
    private final FindCases find;
    private final AnswerViews answers;
    private final StepViews steps;
    private final Clock clock;

    CaseViews(
            CatalogueStore catalogue,
            CaseStore store,
            ReportStore reporters,
            FindCases find,
            AnswerViews answers,
            StepViews steps,
            Clock clock) {
        this.catalogue = catalogue;
        this.store = store;
        this.reporters = reporters;
        this.find = find;
        this.answers = answers;
        this.steps = steps;
        this.clock = clock;
    }

    CaseDetail detail(Staff staff, StoredCase stored) {
        Instant now = clock.instant();
        CaseFile whole = stored.file();
        int open = store.open(whole.tenant(), whole.notes().children());
        List<Decide.Offer> offers = catalogue.decide(staff.tenant()).offers(whole, Actor.staff(staff), now, open);
        CaseFile file = staff.isOutside() ? OutsideView.of(whole, staff.unit()) : whole;
        return CaseDetail.of(
                new StoredCase(file, stored.number(), stored.head()),
                answers(staff, file),
                offers,
                reports(file),
                find.lines(staff, file.notes().children(), now),
                steps(staff, whole, now),
                now);
    }

    private List<AnswerView> answers(Staff staff, CaseFile file) {
        List<AnswerView> given = answers.of(file.tenant(), file.notes().answers());
        return staff.isOutside() ? given.stream().map(AnswerView::outside).toList() : given;
    }

    /** Who only helps from outside need not know how far the others are. */
    private List<StepView> steps(Staff staff, CaseFile whole, Instant now) {
        if (!staff.isOutside()) return steps.of(whole, now);
        if (!staff.unit().equals(whole.lead())) return List.of();
        return steps.of(whole, now).stream().map(StepView::outside).toList();
    }

    private List<CaseDetail.ReportView> reports(CaseFile file) {
        if (file.reports().isEmpty()) return List.of();
        Map<UUID, ReportStore.Reporter> people = reporters.of(file.tenant(), file.id());
        return file.reports().stream()
                .map(report ->
                        view(report, Objects.requireNonNullElse(people.get(report.id()), ReportStore.Reporter.UNKNOWN)))
                .toList();
    }

    private static CaseDetail.ReportView view(Report report, ReportStore.Reporter reporter) {
        return new CaseDetail.ReportView(
                report.id(),
                report.channel(),
                reporter.name(),
                Telephone.masked(reporter.phone()),
                reporter.words(),
                reporter.link(),
                report.at(),
                report.answerDueAt(),
                report.answer(),
                report.answeredAt(),
                report.satisfaction(),
                report.solved());
    }
}
