package org.yiwang.insight.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Cases counted by day. */
public final class Series {
    private Series() {}

    /** A count for each day from the first to the last, both included; other days are left out. */
    public static List<Integer> daily(Collection<Occurrence> cases, LocalDate first, LocalDate last) {
        List<Integer> days =
                new ArrayList<>(Collections.nCopies((int) Math.max(0, ChronoUnit.DAYS.between(first, last) + 1), 0));
        for (Occurrence one : cases) {
            int at = (int) ChronoUnit.DAYS.between(first, one.day());
            if (at >= 0 && at < days.size()) days.set(at, days.get(at) + 1);
        }
        return days;
    }

    public static List<Integer> boxed(int[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }
}
