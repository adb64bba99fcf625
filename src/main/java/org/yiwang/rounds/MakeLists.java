package org.yiwang.rounds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;
import org.yiwang.rounds.model.Period;
import org.yiwang.rounds.model.Round;
import org.yiwang.rounds.model.Stop;
import org.yiwang.rounds.model.Subject;
import org.yiwang.worktime.WorkCalendar;

/** Makes the lists of what is to be looked at, each when its period begins, and strikes off what was missed. Any number of servers may do so at once. */
@Service
public class MakeLists {
    private static final long EVERY_MILLIS = 60_000;
    /** Registers change during a period, so their lists are held against them now and then. */
    private static final Duration REGISTERS_EVERY = Duration.ofMinutes(15);

    private final Rounds rounds;
    private final StopStore stops;
    private final ChooseSubjects choose;
    private final WorkCalendar calendar;
    private final Ids ids;
    private final Clock clock;
    private final Tenant tenant;
    private Instant registersNext = Instant.MIN;

    MakeLists(
            Rounds rounds,
            StopStore stops,
            ChooseSubjects choose,
            WorkCalendar calendar,
            Ids ids,
            Clock clock,
            @Value("${yiwang.tenant}") int tenant) {
        this.rounds = rounds;
        this.stops = stops;
        this.choose = choose;
        this.calendar = calendar;
        this.ids = ids;
        this.clock = clock;
        this.tenant = new Tenant(tenant);
    }

    @Scheduled(fixedDelay = EVERY_MILLIS)
    void run() {
        Instant now = clock.instant();
        boolean registersToo = !now.isBefore(registersNext);
        make(now, registersToo);
        if (registersToo) registersNext = now.plus(REGISTERS_EVERY);
    }

    /** How many stops were added. */
    public int at(Instant now) {
        return make(now, true);
    }

    private int make(Instant now, boolean registersToo) {
        stops.miss(now);
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        int added = 0;
        for (Round round : rounds.inForce(tenant)) {
            Period period = period(round, today).orElse(null);
            if (period == null) continue;
            boolean isWanted = round.over().register() != null
                    ? registersToo
                    : !stops.isMade(tenant, round.packageId(), round.name(), period);
            if (isWanted) added += list(round, period);
        }
        return added;
    }

    /** The period of the round that a day counts for. */
    Optional<Period> period(Round round, LocalDate day) {
        return Optional.ofNullable(round.every())
                .flatMap(rhythm ->
                        rhythm.periodOf(day, other -> calendar.kind(other).isWorking()))
                .filter(period -> period.holds(day));
    }

    /** What the list of a period holds when it is made now. */
    List<Stop> stops(Round round, Period period) {
        return stops(round, period, choose.of(tenant, round.over()));
    }

    private List<Stop> stops(Round round, Period period, List<Subject> subjects) {
        List<Stop> list = new ArrayList<>();
        for (Subject subject : subjects)
            for (int slot = 1; slot <= round.times(); slot++)
                list.add(Stop.open(ids.next(), tenant, round, subject, round.unit(), period, slot, null));
        return list;
    }

    /** Adds what is not there yet. A record that no longer falls under the round need not be looked at any more. */
    private int list(Round round, Period period) {
        List<Subject> subjects = choose.of(tenant, round.over());
        int added = stops.add(tenant, stops(round, period, subjects));
        if (round.over().register() != null)
            stops.keepOnly(
                    tenant, round, period, subjects.stream().map(Subject::key).toList());
        return added;
    }
}
