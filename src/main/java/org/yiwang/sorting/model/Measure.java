package org.yiwang.sorting.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a trial is measured by: 分类正确率, 小包垃圾, 满溢, 非定时投放. */
public enum Measure {
    /** Bags sorted right of those looked at; its margin is in points of a hundred. */
    CORRECT(null),
    /** Alarms per watched point-day, as the following; their margins are per cent more. */
    BESIDE("bags"),
    OVERFLOW("overflow"),
    OUT_OF_HOURS("out_of_hours");

    private final @Nullable String rule;

    Measure(@Nullable String rule) {
        this.rule = rule;
    }

    /** The rule of package waste whose alarms it counts; null for the correct rate. */
    public @Nullable String rule() {
        return rule;
    }

    public boolean isShare() {
        return this == CORRECT;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Measure> of(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }

    public static Optional<Measure> ofRule(String rule) {
        return Arrays.stream(values()).filter(one -> rule.equals(one.rule)).findFirst();
    }
}
