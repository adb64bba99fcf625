package org.yiwang.sorting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Service;
import org.yiwang.alarms.AlarmSpans;
import org.yiwang.alarms.AlarmSpans.Span;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.Entries;
import org.yiwang.registry.EntryFacts;
import org.yiwang.rounds.SeenOnRounds;
import org.yiwang.sensing.HeardDays;
import org.yiwang.sorting.model.Check;
import org.yiwang.sorting.model.Check.Counted;
import org.yiwang.sorting.model.Check.Waste;
import org.yiwang.sorting.model.Measure;
import org.yiwang.sorting.model.Observed;
import org.yiwang.sorting.model.Observed.Alarm;
import org.yiwang.sorting.model.Observed.Days;
import org.yiwang.sorting.model.Place;
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.databind.JsonNode;

/** What registers, rounds and alarms know of drop-off points. */
@Service
public class ReadSorting {
    private static final String PACKAGE = "waste";
    private static final String ROUND = "sorting";
    private static final String OFFLINE = "offline";
    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

    private final Entries entries;
    private final SeenOnRounds rounds;
    private final AlarmSpans alarms;
    private final HeardDays heard;

    ReadSorting(Entries entries, SeenOnRounds rounds, AlarmSpans alarms, HeardDays heard) {
        this.entries = entries;
        this.rounds = rounds;
        this.alarms = alarms;
        this.heard = heard;
    }

    /**
     * The ground on which sorting is looked at.
     *
     * @param places drop-off points of estates
     * @param households by estate, as far as the register of buildings says
     */
    public record Ground(List<Place> places, Map<String, Integer> households) {
        public Map<String, List<String>> pointsOf() {
            return places.stream()
                    .collect(Collectors.groupingBy(
                            Place::estate, TreeMap::new, Collectors.mapping(Place::point, Collectors.toList())));
        }
    }

    /** Points that are supervised (纳入全程监管) and whose building lies in an estate. */
    public Ground ground(Tenant tenant) {
        Map<String, String> estates = new HashMap<>();
        Map<String, Integer> households = new HashMap<>();
        for (EntryFacts building : entries.all(tenant, "building")) {
            String estate = building.data().path("estate").asString("");
            if (estate.isEmpty()) continue;
            estates.put(building.key(), estate);
            int homes = building.data().path("households").asInt(0);
            if (homes > 0) households.merge(estate, homes, Integer::sum);
        }
        List<Place> places = new ArrayList<>();
        for (EntryFacts point : entries.all(tenant, "waste-point")) {
            String estate = estates.get(point.data().path("building").asString(""));
            if (estate != null && point.data().path("supervised").asBoolean(false))
                places.add(new Place(point.key(), point.label(), estate, point.committee()));
        }
        return new Ground(places, households);
    }

    /** What was seen and said at these points from the first to the last day. */
    public Observed observed(Tenant tenant, Collection<Place> places, Days days, Instant now) {
        Set<String> keys = places.stream().map(Place::point).collect(Collectors.toSet());
        List<Check> checks = rounds.of(tenant, PACKAGE, ROUND, days.first(), days.last()).stream()
                .filter(seen -> keys.contains(seen.key()))
                .map(ReadSorting::check)
                .toList();
        Map<String, String> pointOf = sensors(tenant, keys);
        List<Span> spans = alarms.of(
                tenant,
                pointOf.keySet(),
                List.of("bags", "overflow", "out_of_hours", OFFLINE),
                start(days.first()),
                start(days.last().plusDays(1)));
        List<Alarm> raised = new ArrayList<>();
        for (Span span : spans) {
            LocalDate day = LocalDate.ofInstant(span.raisedAt(), WorkCalendar.ZONE);
            Measure.ofRule(span.rule())
                    .filter(_ -> days.hold(day))
                    .ifPresent(
                            measure -> raised.add(new Alarm(String.valueOf(pointOf.get(span.device())), measure, day)));
        }
        return new Observed(checks, raised, watched(tenant, pointOf, spans, days, now));
    }

    private static Check check(SeenOnRounds.Seen seen) {
        Map<Waste, Counted> counted = new EnumMap<>(Waste.class);
        for (Waste waste : Waste.values()) {
            int looked = seen.answers().path(waste.id() + "-looked").asInt(0);
            int correct = seen.answers().path(waste.id() + "-correct").asInt(0);
            counted.put(waste, new Counted(looked, Math.min(looked, correct)));
        }
        JsonNode guide = seen.answers().path("guide");
        return new Check(
                seen.stop(),
                seen.key(),
                LocalDate.ofInstant(seen.at(), WorkCalendar.ZONE),
                counted,
                guide.isBoolean() ? guide.booleanValue() : null,
                StreamSupport.stream(seen.answers().path("contamination").spliterator(), false)
                        .map(one -> one.asString(""))
                        .filter(one -> !one.equals("none"))
                        .toList(),
                seen.photos());
    }

    /** The point of each sensor, by serial number. */
    private Map<String, String> sensors(Tenant tenant, Set<String> points) {
        Map<String, String> pointOf = new TreeMap<>();
        for (EntryFacts sensor : entries.all(tenant, "waste-sensor")) {
            String point = sensor.data().path("point").asString("");
            if (points.contains(point)) pointOf.put(sensor.data().path("serial").asString(""), point);
        }
        return pointOf;
    }

    /** A day counts where the sensor was heard, less the time that it was silent; of several sensors at a point, their mean. */
    private Map<String, Map<LocalDate, Double>> watched(
            Tenant tenant, Map<String, String> pointOf, List<Span> spans, Days days, Instant now) {
        Map<String, Long> sensors =
                pointOf.values().stream().collect(Collectors.groupingBy(point -> point, Collectors.counting()));
        Map<String, List<Span>> silent =
                spans.stream().filter(span -> span.rule().equals(OFFLINE)).collect(Collectors.groupingBy(Span::device));
        Map<String, Map<LocalDate, Double>> watched = new HashMap<>();
        for (HeardDays.Heard one : heard.of(tenant, pointOf.keySet(), days.first(), days.last())) {
            String point = String.valueOf(pointOf.get(one.device()));
            double part = part(one.day(), silent.getOrDefault(one.device(), List.of()), now)
                    / sensors.getOrDefault(point, 1L);
            watched.computeIfAbsent(point, _ -> new TreeMap<>()).merge(one.day(), part, Double::sum);
        }
        return watched;
    }

    private static double part(LocalDate day, List<Span> silent, Instant now) {
        Instant from = start(day);
        Instant end = start(day.plusDays(1));
        Instant to = end.isAfter(now) ? now : end;
        double seconds = Math.max(0, Duration.between(from, to).toSeconds());
        for (Span span : silent) {
            Instant first = span.raisedAt().isAfter(from) ? span.raisedAt() : from;
            Instant cleared = span.clearedAt() == null ? to : span.clearedAt();
            Instant last = cleared.isBefore(to) ? cleared : to;
            seconds -= Math.max(0, Duration.between(first, last).toSeconds());
        }
        return Math.max(0, seconds) / DAY_SECONDS;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }
}
