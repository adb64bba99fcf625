package org.yiwang.worktime;

import java.time.LocalTime;

/** A stretch of working time within a day. */
record Shift(LocalTime from, LocalTime to) {
    static Shift parse(String text) {
        String[] ends = text.split("-", -1);
        return new Shift(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    int fromSecond() {
        return from.toSecondOfDay();
    }

    int toSecond() {
        return to.toSecondOfDay();
    }

    int seconds() {
        return toSecond() - fromSecond();
    }
}
