package org.yiwang.demonstration.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.CheckAnswers;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.NewCase;
import org.yiwang.casework.model.Procedure;
import org.yiwang.casework.model.ReadAnswers;
import org.yiwang.casework.model.Repeats;
import org.yiwang.casework.model.Ruling;
import org.yiwang.casework.model.Subject;
import org.yiwang.casework.model.Urgency;
import org.yiwang.registry.EntryFacts;
import org.yiwang.worktime.Limit;
import org.yiwang.worktime.WorkCalendar;

/**
 * What the dispatch tables of the packages say of the year's matters, so that they are planned by the limits and the lead that the engine will give them. Matters
 * are brought in the order of their arrival: what comes back is counted.
 */
final class DispatchTable {
    private final Map<String, Procedure> procedures;
    private final Map<String, List<Birth>> earlier = new HashMap<>();

    DispatchTable(Map<String, Procedure> procedures) {
        this.procedures = procedures;
    }

    /** The matter as its table has it. */
    Birth ruled(Birth birth, Map<String, List<String>> answers, @Nullable EntryFacts about) {
        Procedure type = procedures.getOrDefault(birth.category().code(), Procedure.NONE);
        if (type.dispatch().isEmpty()) return birth;
        Subject subject = subject(type, about);
        Limit within = subject == null ? null : type.repeats();
        NewCase fresh = new NewCase(
                birth.channel(),
                birth.category().code(),
                "",
                "",
                Urgency.NORMAL,
                birth.spot().place(),
                List.of(),
                List.of(),
                null,
                CheckAnswers.of(type.form(), answers, false),
                subject,
                within == null || subject == null ? null : new Repeats(count(birth, subject, within), within));
        return type.ruling(fresh).map(ruling -> ruled(birth, ruling)).orElse(birth);
    }

    private static @Nullable Subject subject(Procedure type, @Nullable EntryFacts about) {
        Procedure.About question = type.subject();
        if (question == null || about == null || !question.register().equals(about.register())) return null;
        return new Subject(
                about.register(), about.key(), about.label(), ReadAnswers.spoken(question.record(), about.data()));
    }

    /** Cases of a day are stored together, so that none of them counts for another. */
    private int count(Birth birth, Subject subject, Limit within) {
        List<Birth> before =
                earlier.computeIfAbsent(subject.reference() + birth.category().code(), _ -> new ArrayList<>());
        Instant since = birth.at().minus(Duration.ofDays(within.amount()));
        int count = (int) before.stream()
                .filter(other -> other.counts()
                        && !other.at().isBefore(since)
                        && day(other).isBefore(day(birth)))
                .count();
        before.add(birth);
        return count;
    }

    private static LocalDate day(Birth birth) {
        return LocalDate.ofInstant(birth.at(), WorkCalendar.ZONE);
    }

    private static Birth ruled(Birth birth, Ruling ruling) {
        Category plain = birth.category();
        Map<ClockName, Limit> limits = new EnumMap<>(plain.limits());
        limits.putAll(ruling.limits());
        Category.Lead lead =
                ruling.lead() == null ? plain.lead() : new Category.Lead(Category.Lead.By.UNIT, ruling.lead());
        return birth.ruled(
                new Category(
                        plain.code(),
                        plain.parent(),
                        plain.kind(),
                        plain.zh(),
                        plain.en(),
                        plain.isPublic(),
                        plain.selfHandle(),
                        plain.urgent(),
                        plain.evidence(),
                        limits,
                        plain.reply(),
                        lead),
                ruling.assist());
    }
}
