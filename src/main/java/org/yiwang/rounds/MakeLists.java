package org.yiwang.rounds;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;
import org.yiwang.rounds.model.Period;
import org.yiwang.rounds.model.Round;
import org.yiwang.rounds.model.Stop;
import org.yiwang.rounds.model.Subject;
import org.yiwang.territory.Cell;
import org.yiwang.territory.Territories;
import org.yiwang.territory.Territory;
import org.yiwang.worktime.WorkCalendar;

/** Makes the lists of what is to be looked at, each when its period begins, and strikes off what was missed. Any number of servers may do so at once. */
@Service
public class MakeLists {
    private static final long EVERY_MILLIS = 60_000;

    private final Rounds rounds;
    private final StopStore stops;
    private final Territories territories;
    private final WorkCalendar calendar;
    private final Ids ids;
    private final Clock clock;
    private final Tenant tenant;

    MakeLists(
            Rounds rounds,
            StopStore stops,
            Territories territories,
            WorkCalendar calendar,
            Ids ids,
            Clock clock,
            @Value("${yiwang.tenant}") int tenant) {
        this.rounds = rounds;
        this.stops = stops;
        this.territories = territories;
        this.calendar = calendar;
        this.ids = ids;
        this.clock = clock;
        this.tenant = new Tenant(tenant);
    }

    @Scheduled(fixedDelay = EVERY_MILLIS)
    void run() {
        at(clock.instant());
    }

    /** How many stops were added. */
    public int at(Instant now) {
        stops.miss(now);
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        int added = 0;
        for (Round round : rounds.inForce(tenant)) {
            Period period = round.every()
                    .periodOf(today, day -> calendar.kind(day).isWorking())
                    .filter(found -> found.holds(today))
                    .orElse(null);
            if (period != null && !stops.isMade(tenant, round.packageId(), round.name(), period))
                added += stops.add(tenant, list(round, period));
        }
        return added;
    }

    private List<Stop> list(Round round, Period period) {
        Instant due = period.end();
        List<Stop> list = new ArrayList<>();
        for (Subject subject : cells())
            for (int slot = 1; slot <= round.times(); slot++)
                list.add(new Stop(
                        ids.next(),
                        tenant,
                        round.packageId(),
                        round.version(),
                        round.name(),
                        subject,
                        round.unit(),
                        period,
                        slot,
                        due,
                        Stop.State.OPEN,
                        null,
                        null));
        return list;
    }

    private List<Subject> cells() {
        Territory territory = territories.of(tenant);
        List<Cell> cells = territory.cells();
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            subjects.add(new Subject(
                    cell.code(),
                    cell.name(),
                    territory.middleOf(i),
                    cell.code(),
                    new UnitId(cell.committee()),
                    new UnitId(cell.area())));
        }
        return subjects;
    }
}
