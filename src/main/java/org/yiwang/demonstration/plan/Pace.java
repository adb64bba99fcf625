package org.yiwang.demonstration.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.yiwang.worktime.Limit;
import org.yiwang.worktime.WorkCalendar;

/** How time passes between steps: the centre works day and evening, offices by the working calendar, inspectors on their rounds; emergencies know no hours. */
final class Pace {
    private static final LocalTime CENTRE_OPENS = LocalTime.of(7, 0);
    private static final LocalTime CENTRE_RESTS = LocalTime.of(21, 30);
    private static final LocalTime ROUNDS_BEGIN = LocalTime.of(7, 30);
    private static final LocalTime ROUNDS_END = LocalTime.of(19, 30);

    private final WorkCalendar calendar;
    private final Dice dice;
    private final double pace;
    private final boolean urgent;

    /** @param pace 1 = as usual, less = quicker */
    Pace(WorkCalendar calendar, Dice dice, double pace, boolean urgent) {
        this.calendar = calendar;
        this.dice = dice;
        this.pace = pace;
        this.urgent = urgent;
    }

    Instant centre(Instant from, int minutesMin, int minutesMax) {
        Instant at = from.plusSeconds(seconds(minutesMin, minutesMax));
        return urgent ? at : within(at, CENTRE_OPENS, CENTRE_RESTS);
    }

    Instant rounds(Instant from, int minutesMin, int minutesMax) {
        Instant at = from.plusSeconds(seconds(minutesMin, minutesMax));
        return urgent ? at : within(at, ROUNDS_BEGIN, ROUNDS_END);
    }

    /** Working minutes later; natural ones in an emergency. */
    Instant office(Instant from, int minutesMin, int minutesMax) {
        return worked(from, seconds(minutesMin, minutesMax));
    }

    /** After this much of the time between two moments has gone, counted as the office works. */
    Instant part(Instant from, Instant to, double share) {
        if (urgent) return from.plusSeconds((long) (Duration.between(from, to).toSeconds() * share * pace));
        return worked(from, Math.max(60, (long) (calendar.between(from, to).toSeconds() * share * pace)));
    }

    Instant worked(Instant from, long seconds) {
        if (urgent) return from.plusSeconds(seconds);
        Instant whole =
                calendar.add(calendar.nextWorkingInstant(from), Limit.workingMinutes((int) Math.max(1, seconds / 60)));
        Instant exact = whole.plusSeconds(dice.below(60));
        return calendar.isWorking(exact) ? exact : whole;
    }

    private long seconds(int minutesMin, int minutesMax) {
        return Math.max(40, (long) (dice.skewed(minutesMin, minutesMax, 1.8) * 60 * pace)) + dice.below(20);
    }

    private Instant within(Instant at, LocalTime opens, LocalTime closes) {
        ZonedDateTime local = at.atZone(WorkCalendar.ZONE);
        LocalTime time = local.toLocalTime();
        if (!time.isBefore(opens) && time.isBefore(closes)) return at;
        ZonedDateTime morning = time.isBefore(opens) ? local : local.plusDays(1);
        return morning.with(opens)
                .plusSeconds(dice.between(60, (int) (60 + 3000 * pace)))
                .toInstant();
    }
}
