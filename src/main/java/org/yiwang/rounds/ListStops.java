package org.yiwang.rounds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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

    /**
     * What a person has to look at.
     *
     * @param total how many stops there are, with those beyond the limit
     */
    public record Mine(List<Listed> items, long total) {}

    /** Open stops of this person, those that are due first: by when they are due, or on a short way from where the person stands. */
    public Mine mine(Staff staff, @Nullable LonLat standing, int limit, Instant now) {
        var today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        StopStore.Open found = stops.openFor(staff, people.cellsOf(staff.tenant(), staff.id()), today, now, limit);
        List<Listed> open = found.first().stream().map(this::listed).toList();
        return new Mine(standing == null ? open : onTheWay(open, standing), found.total());
    }

    /** What has no place comes last, as it is due. */
    private static List<Listed> onTheWay(List<Listed> open, LonLat standing) {
        List<Listed> placed = new ArrayList<>();
        List<LonLat> places = new ArrayList<>();
        List<Listed> way = new ArrayList<>();
        List<Listed> nowhere = new ArrayList<>();
        for (Listed listed : open) {
            LonLat place = listed.stop().subject().point();
            if (place == null) nowhere.add(listed);
            else {
                placed.add(listed);
                places.add(place);
            }
        }
        ShortWay.from(standing, places).forEach(n -> way.add(placed.get(n)));
        way.addAll(nowhere);
        return way;
    }

    /** One stop within the person's sight, or one that the person has to make. */
    public Listed one(Staff staff, UUID id) {
        return stops.find(staff.tenant(), id)
                .filter(stop -> StopSight.covers(staff, stop) || isWalked(staff, stop))
                .map(this::listed)
                .orElseThrow(() -> Refusal.notFound("rounds.no-stop").exception());
    }

    private boolean isWalked(Staff staff, Stop stop) {
        String cell = stop.subject().cell();
        return cell != null && people.cellsOf(staff.tenant(), staff.id()).contains(cell);
    }

    private Listed listed(Stop stop) {
        return new Listed(stop, rounds.of(stop));
    }
}
