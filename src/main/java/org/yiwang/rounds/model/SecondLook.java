package org.yiwang.rounds.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.worktime.WorkCalendar;

/** Which stops another person makes once more, and until when. */
public final class SecondLook {
    /** A second look that falls due at once is none. */
    private static final int DAYS = 3;

    private SecondLook() {}

    /** The same stop is always chosen or never, so that nobody can try for another outcome. */
    public static Optional<Stop> after(Stop stop, Round round, Stop.Made made, UUID id) {
        boolean chosen = stop.again() == null && Math.floorMod(stop.id().hashCode(), 100) < round.doubleCheckPercent();
        return chosen ? Optional.of(again(stop, made, id)) : Optional.empty();
    }

    private static Stop again(Stop stop, Stop.Made made, UUID id) {
        LocalDate today = LocalDate.ofInstant(made.at(), WorkCalendar.ZONE);
        Period period = new Period(today, today.plusDays(DAYS));
        return new Stop(
                id,
                stop.tenant(),
                stop.packageId(),
                stop.version(),
                stop.round(),
                stop.subject(),
                stop.unit(),
                period,
                stop.slot(),
                period.end(),
                Stop.State.OPEN,
                stop.campaign(),
                new Stop.Again(stop.id(), made.by(), made.failed()),
                null);
    }
}
