package org.yiwang.assessment;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.assessment.model.AssessMonth;
import org.yiwang.assessment.model.AssessMonth.Decided;
import org.yiwang.assessment.model.Assessment;
import org.yiwang.assessment.model.Digest;
import org.yiwang.assessment.model.Edition;
import org.yiwang.assessment.model.Edition.Cause;
import org.yiwang.assessment.model.Line;
import org.yiwang.assessment.model.Occasion;
import org.yiwang.assessment.model.RankUnits;
import org.yiwang.assessment.store.EditionStore;
import org.yiwang.assessment.store.OccasionStore;
import org.yiwang.assessment.store.RequestStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.audit.AuditTrail;
import org.yiwang.worktime.WorkCalendar;

/** Computes a month's scores of all units and keeps them as another edition. */
@Service
public class ComputeScores {
    private final Assessments assessments;
    private final OccasionStore occasions;
    private final RequestStore requests;
    private final EditionStore editions;
    private final Ids ids;
    private final AuditTrail audit;

    ComputeScores(
            Assessments assessments,
            OccasionStore occasions,
            RequestStore requests,
            EditionStore editions,
            Ids ids,
            AuditTrail audit) {
        this.assessments = assessments;
        this.occasions = occasions;
        this.requests = requests;
        this.editions = editions;
        this.ids = ids;
        this.audit = audit;
    }

    /** The month up to now, where it is not over yet. Refused where nothing has changed since the latest edition. */
    @Transactional
    public Edition compute(Staff staff, String packageId, String name, YearMonth month, Instant now) {
        Assessment formula = assessments.require(staff.tenant(), packageId, name);
        if (month.atDay(1).atStartOfDay(WorkCalendar.ZONE).toInstant().isAfter(now))
            throw Refusal.invalid("month", "assessment.not-yet", month).exception();
        return add(staff, formula, month, occasions.between(formula, month.atDay(1), month.atEndOfMonth()), now);
    }

    /**
     * Several months that were never computed, with one reading of the cases.
     *
     * @param at when each month is computed
     */
    @Transactional
    public List<Edition> computeAll(
            Staff staff, Assessment formula, YearMonth from, YearMonth to, Function<YearMonth, Instant> at) {
        Map<YearMonth, List<Occasion>> byMonth = occasions.between(formula, from.atDay(1), to.atEndOfMonth()).stream()
                .collect(Collectors.groupingBy(one -> YearMonth.from(one.day())));
        List<Edition> made = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1))
            made.add(add(staff, formula, month, byMonth.getOrDefault(month, List.of()), at.apply(month)));
        return made;
    }

    private Edition add(Staff staff, Assessment formula, YearMonth month, List<Occasion> happened, Instant now) {
        editions.lock(staff.tenant(), formula.packageId(), formula.name(), month);
        List<Edition> before = editions.ofMonth(staff.tenant(), formula.packageId(), formula.name(), month);
        Decided decided = requests.granted(staff.tenant(), formula.packageId(), formula.name());
        String digest = Digest.of(formula, decided, happened, now).hex();
        if (!before.isEmpty() && before.getFirst().digest().equals(digest))
            throw Refusal.conflict(
                            "assessment.unchanged", month, before.getFirst().number())
                    .exception();
        List<Line> lines = new AssessMonth(formula, decided, now).lines(happened);
        Edition edition = new Edition(
                ids.next(),
                formula.packageId(),
                formula.name(),
                month,
                before.isEmpty() ? 1 : before.getFirst().number() + 1,
                formula.version(),
                formula.scheme(),
                digest,
                before.isEmpty() ? Cause.MONTH : Cause.AGAIN,
                staff.name(),
                now,
                null,
                null);
        editions.add(staff, edition, lines, RankUnits.of(formula.scheme(), lines));
        audit.record(
                staff.tenant(),
                "assessment/" + formula.id(),
                staff.id().toString(),
                "computed",
                Map.of("month", month.toString(), "edition", edition.number(), "digest", digest));
        return edition;
    }
}
