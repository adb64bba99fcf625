package org.yiwang.rounds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.rounds.model.Round;
import org.yiwang.rounds.model.ShortWay;
import org.yiwang.rounds.model.Stop;
import org.yiwang.territory.LonLat;
import org.yiwang.worktime.WorkCalendar;

/** What a person has to look at. */
@Service
public class ListStops {
    /** A stop with the round that it belongs to. */
    public record Listed(Stop stop, Round round) {}

    private final Rounds rounds;
    private final StopStore stops;
    private final People people;

    ListStops(Rounds rounds, StopStore stops, People people) {
        this.rounds = rounds;
        this.stops = stops;
        this.people = people;
    }

    /** The rounds in force. */
    public List<Round> rounds(Tenant tenant) {
        return rounds.inForce(tenant);
    }

    /** Open stops of this person: by when they are due, or on a short way from where the person stands. */
    public List<Listed> mine(Staff staff, @Nullable LonLat standing, Instant now) {
        var today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        List<Listed> open = stops.openFor(staff, people.cellsOf(staff.tenant(), staff.id()), today, now).stream()
                .map(this::listed)
                .toList();
        if (standing == null) return open;
        List<LonLat> places =
                open.stream().map(listed -> listed.stop().subject().point()).toList();
        return ShortWay.from(standing, places).stream().map(open::get).toList();
    }

    /** One stop within the person's sight, or one that the person has to make. */
    public Listed one(Staff staff, UUID id) {
        return stops.find(staff.tenant(), id)
                .filter(stop -> StopSight.covers(staff, stop)
                        || people.cellsOf(staff.tenant(), staff.id())
                                .contains(stop.subject().cell()))
                .map(this::listed)
                .orElseThrow(() -> Refusal.notFound("rounds.no-stop").exception());
    }

    private Listed listed(Stop stop) {
        return new Listed(stop, rounds.of(stop));
    }
}
