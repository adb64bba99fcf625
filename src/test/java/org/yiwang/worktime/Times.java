package org.yiwang.worktime;

import java.time.Instant;
import java.time.LocalDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Instants for tests. */
final class Times {
    private static final long FIRST_DAY = 18_262;
    /** To September 2026: far enough before the end of the data for the limits that tests add. */
    private static final long DAYS = 2_440;

    private Times() {}

    /** A time of Shanghai, such as {@code 2021-11-05T17:00}. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
    }

    /** Any minute of the years with data, half of them at the edges of shifts and days. */
    static Arbitrary<Instant> minutes() {
        Arbitrary<Integer> edges =
                Arbitraries.of(0, 1, 539, 540, 541, 719, 720, 721, 779, 780, 781, 1049, 1050, 1051, 1439);
        Arbitrary<Integer> times =
                Arbitraries.oneOf(edges, Arbitraries.integers().between(0, 1439));
        Arbitrary<Long> days = Arbitraries.longs().between(0, DAYS).withoutEdgeCases();
        return Combinators.combine(days, times)
                .as((day, minute) -> Instant.ofEpochSecond((FIRST_DAY + day) * 86_400 - 28_800 + minute * 60L));
    }

    /** Any second of the years with data. */
    static Arbitrary<Instant> seconds() {
        return Combinators.combine(minutes(), Arbitraries.integers().between(0, 59))
                .as((minute, second) -> minute.plusSeconds(second));
    }
}
