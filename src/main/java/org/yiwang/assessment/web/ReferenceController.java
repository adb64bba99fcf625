package org.yiwang.assessment.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.assessment.Assessments;
import org.yiwang.assessment.KeepReferences;
import org.yiwang.assessment.KeepReferences.Entry;
import org.yiwang.assessment.web.ScoreViews.ReferenceList;
import org.yiwang.assessment.web.ScoreViews.ReferenceView;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;

/** Figures of other sub-districts, and of the own one before its records began, entered by hand with their source. */
@RestController
@RequestMapping("/api/v1/assessments/{pack}/{name}/references")
class ReferenceController {
    private static final int ENTRIES_MAX = 200;

    private final KeepReferences references;
    private final Assessments assessments;
    private final Clock clock;

    ReferenceController(KeepReferences references, Assessments assessments, Clock clock) {
        this.references = references;
        this.assessments = assessments;
        this.clock = clock;
    }

    /**
     * One figure.
     *
     * @param peer missing for the own sub-district
     * @param measure of the formula, or total
     * @param value of a measure in per cent, of the total in points
     */
    @SchemaName("ScoreReferenceDraft")
    record EntryDraft(
            String month,
            @Nullable String peer,
            @Nullable String peerEn,
            String measure,
            BigDecimal value,
            String source) {}

    @SchemaName("ScoreReferenceDrafts")
    record Drafts(List<EntryDraft> items) {}

    /**
     * @param from first month, such as 2021-03
     * @param to last month
     */
    @GetMapping
    @Needs(AssessmentController.READ)
    ReferenceList list(
            Staff staff,
            @PathVariable String pack,
            @PathVariable String name,
            @RequestParam String from,
            @RequestParam String to,
            Locale locale) {
        assessments.require(staff.tenant(), pack, name);
        YearMonth first = Months.of("from", from);
        YearMonth last = Months.of("to", to);
        return view(staff, pack, name, first, last, locale);
    }

    private ReferenceList view(Staff staff, String pack, String name, YearMonth first, YearMonth last, Locale locale) {
        return new ReferenceList(references.between(staff.tenant(), pack, name, first, last).stream()
                .map(one -> ReferenceView.of(one, locale.getLanguage()))
                .toList());
    }

    @PostMapping
    @Needs(AssessmentController.MANAGE)
    ReferenceList enter(
            Staff staff,
            @PathVariable String pack,
            @PathVariable String name,
            @RequestBody Drafts drafts,
            Locale locale) {
        List<EntryDraft> given = Objects.requireNonNullElse(drafts.items(), List.of());
        if (given.isEmpty() || given.size() > ENTRIES_MAX)
            throw Refusal.invalid("items", "assessment.entries", ENTRIES_MAX).exception();
        List<Entry> entries = new ArrayList<>();
        for (EntryDraft draft : given) entries.add(entry(draft));
        references.enter(staff, pack, name, entries, clock.instant());
        YearMonth month = entries.getFirst().month();
        return view(staff, pack, name, month, month, locale);
    }

    private static Entry entry(@Nullable EntryDraft draft) {
        if (draft == null)
            throw Refusal.invalid("items", "request.missing", "items").exception();
        return new Entry(
                Months.of("month", required("month", draft.month())),
                draft.peer(),
                draft.peerEn(),
                required("measure", draft.measure()),
                required("value", draft.value()),
                required("source", draft.source()));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null)
            throw Refusal.invalid(field, "request.missing", field).exception();
        return value;
    }
}
