package org.yiwang.assessment.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.assessment.model.Occasion.Matter;
import org.yiwang.assessment.model.Occasion.Ran;
import org.yiwang.assessment.model.Occasion.Visit;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.Urgency;
import org.yiwang.rules.Scope;
import org.yiwang.rules.Type;

/** What rules of a formula may ask of one occasion, by name; the same names in the package, in its check and when a month is computed. */
public record Facts(Map<String, Object> values) {
    public static final String RETURN_VISIT = "return-visit";
    private static final List<String> CLOCKS =
            Arrays.stream(ClockName.values()).map(ClockName::id).toList();
    private static final List<String> STEPS = List.of("fail", "grant-return", "reopen", "close", "yellow", "red");

    /** Everything a formula can count. */
    public static final List<String> KINDS = kinds();

    private static final Scope OF_CASE = new Scope(Map.of())
            .with(
                    "channel",
                    Type.oneOf(Arrays.stream(Channel.values()).map(Channel::id).toList()))
            .with("category", Type.TEXT)
            .with(
                    "urgency",
                    Type.oneOf(Arrays.stream(Urgency.values()).map(Urgency::id).toList()))
            .with("committee", Type.TEXT)
            .with("reporters", Type.NUMBER)
            .with("returns", Type.NUMBER)
            .with("reworks", Type.NUMBER)
            .with("reopens", Type.NUMBER)
            .with("supervision", Type.NUMBER)
            .with("repeats", Type.NUMBER);
    private static final Scope OF_CLOCK = OF_CASE.with("due", Type.FLAG)
            .with("met", Type.FLAG)
            .with("late_hours", Type.NUMBER)
            .with("extensions", Type.NUMBER)
            .with("pauses", Type.NUMBER)
            .with("round", Type.NUMBER);
    private static final Scope OF_VISIT = OF_CASE.with("reached", Type.FLAG)
            .with("answered", Type.FLAG)
            .with("solved", Type.FLAG)
            .with("rated", Type.FLAG)
            .with("stars", Type.NUMBER);
    private static final Scope OF_STEP = OF_CASE.with("reason", Type.TEXT);

    private static List<String> kinds() {
        List<String> kinds = new java.util.ArrayList<>(CLOCKS);
        kinds.add(RETURN_VISIT);
        kinds.addAll(STEPS);
        return List.copyOf(kinds);
    }

    /** The names that a rule over such occasions may use. */
    public static Scope scope(String kind) {
        if (CLOCKS.contains(kind)) return OF_CLOCK;
        return kind.equals(RETURN_VISIT) ? OF_VISIT : OF_STEP;
    }

    /** @param now when the month is computed: a clock that still runs is late by then or not */
    public static Facts of(Occasion occasion, Instant now) {
        Map<String, Object> values = new HashMap<>(ofCase(occasion.matter()));
        Ran clock = occasion.clock();
        if (clock != null) {
            values.put("round", (double) occasion.ref());
            values.putAll(ofClock(clock, now));
        }
        if (occasion.visit() != null) values.putAll(ofVisit(occasion.visit()));
        if (occasion.reason() != null) values.put("reason", occasion.reason());
        return new Facts(values);
    }

    private static Map<String, Object> ofCase(Matter matter) {
        Map<String, Object> values = new HashMap<>();
        values.put("channel", matter.channel());
        values.put("category", matter.category());
        values.put("urgency", matter.urgency());
        values.put("committee", matter.committee());
        values.put("reporters", (double) matter.reporters());
        values.put("returns", (double) matter.returns());
        values.put("reworks", (double) matter.reworks());
        values.put("reopens", (double) matter.reopens());
        values.put("supervision", (double) matter.supervision());
        values.put("repeats", (double) matter.repeats());
        return values;
    }

    private static Map<String, Object> ofClock(Ran clock, Instant now) {
        return Map.of(
                "due",
                clock.isDue(now),
                "met",
                clock.outcome() == org.yiwang.casework.model.Clock.Outcome.MET,
                "late_hours",
                clock.isDue(now) ? lateHours(clock, now) : 0.0,
                "extensions",
                (double) clock.extensions(),
                "pauses",
                (double) clock.pauses());
    }

    private static double lateHours(Ran clock, Instant now) {
        @Nullable Instant stopped = clock.stoppedAt();
        Duration late = Duration.between(clock.dueAt(), stopped == null ? now : stopped);
        return late.isNegative() ? 0 : late.toMinutes() / 60.0;
    }

    /** What was not asked has no value, so that no rule about it holds. */
    private static Map<String, Object> ofVisit(Visit visit) {
        Map<String, Object> values = new HashMap<>();
        values.put("reached", visit.reached());
        values.put("answered", visit.solved() != null);
        values.put("rated", visit.stars() != null);
        if (visit.solved() != null) values.put("solved", visit.solved());
        if (visit.stars() != null) values.put("stars", (double) visit.stars());
        return values;
    }
}
