package org.yiwang.rounds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;
import org.yiwang.rounds.model.MakeStop;
import org.yiwang.rounds.model.MakeStop.Position;
import org.yiwang.rounds.model.MakeStop.Seen;
import org.yiwang.rounds.model.Period;
import org.yiwang.rounds.model.Round;
import org.yiwang.rounds.model.SecondLook;
import org.yiwang.rounds.model.Stop;
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.databind.JsonNode;

/** Walks the rounds of days gone by: lists made as they were, each stop decided as at its own time, stored a day at once. */
@Service
public class PlayRounds {
    private final Rounds rounds;
    private final MakeLists lists;
    private final StopStore stops;
    private final ChooseSubjects subjects;
    private final Ids ids;

    PlayRounds(Rounds rounds, MakeLists lists, StopStore stops, ChooseSubjects subjects, Ids ids) {
        this.rounds = rounds;
        this.lists = lists;
        this.stops = stops;
        this.subjects = subjects;
        this.ids = ids;
    }

    /** What became of each stop. */
    public interface Walk {
        /** When somebody was there; empty where nobody was in time. The same answer for the same stop, whenever it is asked. */
        Optional<Instant> when(Stop stop, Round round);

        /** What was seen then. */
        Look look(Stop stop, Round round, Instant at);
    }

    /**
     * A look at a stop.
     *
     * @param inside whether the position lies in the cell that is looked at
     * @param cases that were opened by it
     */
    public record Look(
            Staff by,
            @Nullable Position position,
            boolean inside,
            List<UUID> photos,
            JsonNode answers,
            List<UUID> cases) {}

    /** What would be walked now. */
    public List<Round> inForce(Tenant tenant) {
        return rounds.inForce(tenant);
    }

    /**
     * Begins a walk, or goes on with one that was cut off.
     *
     * @param opening the moment up to which the past is played
     */
    public Past begin(Tenant tenant, Walk walk, Instant opening) {
        // Lists of periods that are not over by then are made now, so that nobody makes them at the same time.
        lists.at(opening);
        Past past = new Past(tenant, walk, opening);
        stops.openAgain(tenant).forEach(past::schedule);
        return past;
    }

    /** The past, day after day in order. */
    public final class Past {
        private final Tenant tenant;
        private final Walk walk;
        private final Instant opening;
        private final Set<String> begun = new HashSet<>();
        private final Map<LocalDate, List<Visit>> visits = new HashMap<>();
        private final Map<LocalDate, List<Stop>> misses = new HashMap<>();
        private final Map<UUID, Stop> changed = new LinkedHashMap<>();

        private Past(Tenant tenant, Walk walk, Instant opening) {
            this.tenant = tenant;
            this.walk = walk;
            this.opening = opening;
        }

        /** Makes the lists that begin on this day, and whatever stops were made or missed on it. */
        public void day(LocalDate day) {
            for (Round round : rounds.inForce(tenant))
                lists.period(round, day)
                        .filter(period -> begun.add(round.id() + period.from()))
                        .ifPresent(period -> list(round, period).forEach(this::schedule));
            PriorityQueue<Visit> today = new PriorityQueue<>(Comparator.comparing(Visit::at));
            today.addAll(taken(visits, day));
            while (!today.isEmpty()) {
                make(today.remove());
                today.addAll(taken(visits, day));
            }
            taken(misses, day).forEach(stop -> changed.put(stop.id(), stop.missed()));
            stops.keep(tenant, List.copyOf(changed.values()));
            changed.clear();
        }

        /** Walks a campaign that has begun. */
        public void campaign(UUID id) {
            stops.openOf(tenant, id).forEach(this::schedule);
        }

        private List<Stop> list(Round round, Period period) {
            if (stops.isMade(tenant, round.packageId(), round.name(), period))
                return stops.openIn(tenant, round, period);
            List<Stop> fresh = lists.stops(round, period);
            fresh.forEach(stop -> changed.put(stop.id(), stop));
            return fresh;
        }

        private void schedule(Stop stop) {
            Round round = rounds.of(stop);
            Optional<Instant> when = walk.when(stop, round).filter(at -> at.isBefore(stop.dueAt()));
            if (when.isPresent() && !when.get().isAfter(opening))
                on(visits, dayOf(when.get())).add(new Visit(stop, round, when.get()));
            else if (when.isEmpty() && !stop.dueAt().isAfter(opening))
                on(misses, stop.period().to()).add(stop);
        }

        private void make(Visit visit) {
            Look look = walk.look(visit.stop, visit.round, visit.at);
            Seen seen = new Seen(
                    visit.at,
                    look.position(),
                    look.inside(),
                    look.photos(),
                    look.answers(),
                    subjects.record(visit.stop));
            Stop.Made made = MakeStop.decide(visit.stop, visit.round, seen, look.by(), true, visit.at)
                    .orThrow()
                    .opening(look.cases());
            changed.put(visit.stop.id(), visit.stop.made(made));
            SecondLook.after(visit.stop, visit.round, made, ids.next()).ifPresent(again -> {
                changed.put(again.id(), again);
                schedule(again);
            });
        }
    }

    private record Visit(Stop stop, Round round, Instant at) {}

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, WorkCalendar.ZONE);
    }

    private static <T> List<T> on(Map<LocalDate, List<T>> days, LocalDate day) {
        return days.computeIfAbsent(day, _ -> new ArrayList<>());
    }

    private static <T> List<T> taken(Map<LocalDate, List<T>> days, LocalDate day) {
        List<T> taken = days.remove(day);
        return taken == null ? List.of() : taken;
    }
}
