package org.yiwang.demonstration.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.yiwang.worktime.WorkCalendar;

/**
 * Between when on a day somebody walks.
 *
 * @param part of the day, counted from 1
 * @param parts into which the day is divided
 */
record WalkingHours(int part, int parts) {
    /** So many parts that the first is over before the demonstration opens. */
    static final int EARLY = 6;

    private static final int FIRST_MINUTE = 8 * 60 + 10;
    private static final int LAST_MINUTE = 17 * 60 + 20;

    Instant at(LocalDate day, Dice dice) {
        int length = (LAST_MINUTE - FIRST_MINUTE) / parts;
        int first = FIRST_MINUTE + (part - 1) * length;
        return day.atStartOfDay(WorkCalendar.ZONE)
                .plusMinutes(dice.between(first, first + length - 1))
                .plusSeconds(dice.below(60))
                .toInstant();
    }

    /** Which part of the day a moment lies in. */
    static int partOf(Instant at, int parts) {
        int minute = at.atZone(WorkCalendar.ZONE).toLocalTime().toSecondOfDay() / 60;
        return Math.clamp((minute - FIRST_MINUTE) / ((LAST_MINUTE - FIRST_MINUTE) / parts) + 1, 1, parts);
    }
}
