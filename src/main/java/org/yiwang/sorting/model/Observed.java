package org.yiwang.sorting.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is known of drop-off points over some days. The order of its rows is of no account.
 *
 * @param watched for each point the share of each day in which its devices were heard; a day that is not there was not watched, which is not the same as no alarms
 */
public record Observed(List<Check> checks, List<Alarm> alarms, Map<String, Map<LocalDate, Double>> watched) {

    /** When an alarm was raised at a point. */
    public record Alarm(String point, Measure measure, LocalDate day) {}

    /** Both days included; nothing where the last lies before the first. */
    public record Days(LocalDate first, LocalDate last) {
        public boolean hold(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        public int count() {
            return (int) Math.max(0, last.toEpochDay() - first.toEpochDay() + 1);
        }
    }

    /** What a point had within some days. */
    public record Spell(String point, Days days) {}

    public static final Observed NOTHING = new Observed(List.of(), List.of(), Map.of());

    public Share share(Collection<Spell> spells) {
        Map<String, List<Days>> days = byPoint(spells);
        return Share.of(checks.stream()
                .filter(check -> isWithin(days, check.point(), check.day()))
                .sorted(Comparator.comparing(Check::stop))
                .toList());
    }

    /** Alarms and the point-days over which they were watched; those of times that nobody watched do not count. */
    public Rate rate(Measure measure, Collection<Spell> spells) {
        Map<String, List<Days>> days = byPoint(spells);
        int count = 0;
        for (Alarm alarm : alarms)
            if (alarm.measure() == measure
                    && isWithin(days, alarm.point(), alarm.day())
                    && watched.getOrDefault(alarm.point(), Map.of()).containsKey(alarm.day())) count++;
        return new Rate(count, watched(spells));
    }

    /** Point-days in which the devices were heard. */
    public double watched(Collection<Spell> spells) {
        double sum = 0;
        for (Map.Entry<String, List<Days>> point : byPoint(spells).entrySet())
            for (Map.Entry<LocalDate, Double> day :
                    new TreeMap<>(watched.getOrDefault(point.getKey(), Map.of())).entrySet())
                if (point.getValue().stream().anyMatch(one -> one.hold(day.getKey()))) sum += day.getValue();
        return sum;
    }

    private static boolean isWithin(Map<String, List<Days>> days, String point, LocalDate day) {
        return days.getOrDefault(point, List.of()).stream().anyMatch(one -> one.hold(day));
    }

    private static Map<String, List<Days>> byPoint(Collection<Spell> spells) {
        return spells.stream()
                .collect(Collectors.groupingBy(
                        Spell::point, TreeMap::new, Collectors.mapping(Spell::days, Collectors.toList())));
    }
}
