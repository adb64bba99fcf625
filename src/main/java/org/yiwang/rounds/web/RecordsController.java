package org.yiwang.rounds.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.rounds.ViewRecords;
import org.yiwang.rounds.ViewRecords.Seen;
import org.yiwang.rounds.ViewRecords.View;
import org.yiwang.rounds.model.Period;
import org.yiwang.scenario.form.Field;
import org.yiwang.worktime.WorkCalendar;

/** Records with their inspections. */
@RestController
class RecordsController {
    private static final int PAGE_MAX = 1_000;

    /** @param id value of the field */
    record RecordGroup(String id, String name) {}

    /** A record; {@code group} and {@code grade} are missing where it has none. */
    record SeenRecord(
            String key,
            String label,
            @Nullable String group,
            @Nullable String grade,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable Instant inspectedAt,
            long open,
            long overdue) {
        static SeenRecord of(Seen seen) {
            return new SeenRecord(
                    seen.key(),
                    seen.label(),
                    seen.group(),
                    seen.grade(),
                    seen.point() == null ? null : seen.point().lon(),
                    seen.point() == null ? null : seen.point().lat(),
                    seen.inspectedAt(),
                    seen.open(),
                    seen.overdue());
        }
    }

    /**
     * @param groups of these records
     * @param grades of the worst first; none where the register has no grades
     * @param next after which the next page begins; missing on the last
     */
    record SeenRecords(
            String register,
            String title,
            String by,
            List<RecordGroup> groups,
            List<RecordGroup> grades,
            List<SeenRecord> items,
            @Nullable String next) {}

    private final ViewRecords view;
    private final Clock clock;

    RecordsController(ViewRecords view, Clock clock) {
        this.view = view;
        this.clock = clock;
    }

    @GetMapping("/api/v1/rounds/records")
    SeenRecords records(
            Staff staff,
            @RequestParam String register,
            @RequestParam String by,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "1000") int limit,
            Locale locale) {
        if (limit < 1 || limit > PAGE_MAX)
            throw Refusal.invalid("limit", "request.out-of-range", "limit", 1, PAGE_MAX)
                    .exception();
        LocalDate last = Objects.requireNonNullElse(to, LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE));
        LocalDate first = Objects.requireNonNullElse(from, last.withDayOfYear(1));
        if (first.isAfter(last) || first.plusDays(RoundController.DAYS_MAX).isBefore(last))
            throw Refusal.invalid("from", "rounds.days", RoundController.DAYS_MAX)
                    .exception();
        View seen = view.of(staff, register, by, new Period(first, last), after, limit, clock.instant());
        String language = locale.getLanguage();
        return new SeenRecords(
                register,
                seen.register().title().in(language),
                seen.by().title().in(language),
                groups(seen, language),
                seen.grade() == null ? List.of() : choices(seen.grade(), language),
                seen.items().stream().map(SeenRecord::of).toList(),
                seen.more() ? seen.items().getLast().key() : null);
    }

    /** Those that a record has, in the order of their names' values. */
    private static List<RecordGroup> groups(View seen, String language) {
        if (seen.by().register() == null && !seen.by().choices().isEmpty()) return choices(seen.by(), language);
        Map<String, RecordGroup> groups = new LinkedHashMap<>();
        seen.items().stream()
                .map(Seen::group)
                .filter(Objects::nonNull)
                .sorted()
                .forEach(id -> groups.put(id, new RecordGroup(id, seen.groups().getOrDefault(id, id))));
        return List.copyOf(groups.values());
    }

    private static List<RecordGroup> choices(Field field, String language) {
        return field.choices().stream()
                .map(choice -> new RecordGroup(choice.value(), choice.title().in(language)))
                .toList();
    }
}
