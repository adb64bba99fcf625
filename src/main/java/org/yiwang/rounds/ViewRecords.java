package org.yiwang.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.casework.CaseOutcomes;
import org.yiwang.casework.CaseOutcomes.Outcome;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.registry.Entries;
import org.yiwang.registry.Entries.Line;
import org.yiwang.registry.Entries.RegisterFacts;
import org.yiwang.rounds.model.Period;
import org.yiwang.scenario.form.Choice;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Kind;
import org.yiwang.territory.LonLat;
import org.yiwang.worktime.WorkCalendar;

/** The records of a register with what was looked at and found there, grouped by one of their fields: a park, a river, a trade. */
@Service
public class ViewRecords {
    /** Choices of these names have colours of their own (红橙黄蓝). */
    private static final List<String> GRADES = List.of("red", "orange", "yellow", "blue");

    private final Entries entries;
    private final StopStore stops;
    private final CaseOutcomes outcomes;

    ViewRecords(Entries entries, StopStore stops, CaseOutcomes outcomes) {
        this.entries = entries;
        this.stops = stops;
        this.outcomes = outcomes;
    }

    /**
     * A record with what was seen of it.
     *
     * @param group value of the field by which they are grouped; null where it has none
     * @param grade value of the field that grades them
     * @param inspectedAt last time within the period
     * @param open cases about it that nobody has verified yet
     * @param overdue of them those whose limit has run out
     */
    public record Seen(
            String key,
            String label,
            @Nullable String group,
            @Nullable String grade,
            @Nullable LonLat point,
            @Nullable Instant inspectedAt,
            long open,
            long overdue) {}

    /**
     * Some of the records, by key.
     *
     * @param by the field by which they are grouped
     * @param grade the field that grades them; null where the register has none
     * @param groups names of the groups of these records by value
     * @param more whether there are records behind these
     */
    public record View(
            RegisterFacts register,
            Field by,
            @Nullable Field grade,
            Map<String, String> groups,
            List<Seen> items,
            boolean more) {}

    /**
     * Within the person's sight.
     *
     * @param after key of the record behind which the page begins; empty for the first
     */
    public View of(Staff staff, String register, String by, Period period, String after, int limit, Instant now) {
        RegisterFacts facts = entries.register(staff, register);
        Field group = facts.form().field(by).filter(field -> !field.personal()).orElseThrow(() -> Refusal.invalid(
                        "by", "rounds.no-group", by)
                .exception());
        Field grade = grade(facts);
        List<Line> found = entries.lines(staff, register, group, grade, after, limit + 1);
        List<Line> shown = found.subList(0, Math.min(limit, found.size()));
        List<String> keys = shown.stream().map(Line::key).toList();
        Instant from = period.from().atStartOfDay(WorkCalendar.ZONE).toInstant();
        Map<String, Instant> seen = stops.lastMade(staff.tenant(), register, keys, from, period.end());
        Map<String, Outcome> cases = outcomes.bySubject(staff.tenant(), register, keys, now);
        List<Seen> items = shown.stream()
                .map(line -> seen(line, seen.get(line.key()), cases.get(line.key())))
                .toList();
        return new View(facts, group, grade, names(staff, group, items), items, found.size() > limit);
    }

    private static Seen seen(Line line, @Nullable Instant inspected, @Nullable Outcome cases) {
        Outcome outcome = Objects.requireNonNullElse(cases, Outcome.NONE);
        return new Seen(
                line.key(),
                line.label(),
                line.first(),
                line.second(),
                line.point(),
                inspected,
                outcome.found() - outcome.rectified(),
                outcome.overdue());
    }

    private static @Nullable Field grade(RegisterFacts facts) {
        return facts.form().fields().stream()
                .filter(field -> field.kind() == Kind.CHOICE)
                .filter(field -> field.choices().stream().map(Choice::value).anyMatch(GRADES::contains))
                .findFirst()
                .orElse(null);
    }

    private Map<String, String> names(Staff staff, Field by, List<Seen> items) {
        if (by.register() == null)
            return by.choices().stream().collect(Collectors.toMap(Choice::value, choice -> choice.title()
                    .zh()));
        Set<String> keys =
                items.stream().map(Seen::group).filter(Objects::nonNull).collect(Collectors.toSet());
        return entries.labels(staff.tenant(), by.register(), keys);
    }
}
