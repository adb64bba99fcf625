package org.yiwang.alarms.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Alarms of one stretch of time under two sets of rules.
 *
 * @param now under those in force
 * @param then under changed ones
 */
public record TrialOutcome(List<TrialAlarm> now, List<TrialAlarm> then) {
    private static final long TEN_MINUTES = 600_000;

    public TrialOutcome {
        now = List.copyOf(now);
        then = List.copyOf(then);
    }

    /**
     * What became of one rule.
     *
     * @param kind of device
     * @param counts how many alarms differ in each way
     */
    public record OfRule(String kind, String rule, int now, int then, Map<TrialDifference.Kind, Integer> counts) {}

    public List<TrialDifference> differences() {
        return TrialDifference.between(now, then);
    }

    /**
     * Rules that alarmed or would have, in the order of kind and rule.
     *
     * @param differences of this outcome
     */
    public List<OfRule> byRule(List<TrialDifference> differences) {
        Map<String, List<TrialAlarm>> before = grouped(now);
        Map<String, List<TrialAlarm>> after = grouped(then);
        Map<String, OfRule> rules = new TreeMap<>();
        List<TrialAlarm> all = new ArrayList<>(now);
        all.addAll(then);
        for (TrialAlarm one : all)
            rules.computeIfAbsent(
                    key(one),
                    key -> new OfRule(
                            one.kind(),
                            one.rule(),
                            before.getOrDefault(key, List.of()).size(),
                            after.getOrDefault(key, List.of()).size(),
                            new EnumMap<>(TrialDifference.Kind.class)));
        for (TrialDifference one : differences) {
            OfRule of = rules.get(key(one.either()));
            if (of != null) one.kinds().forEach(kind -> of.counts().merge(kind, 1, Integer::sum));
        }
        return List.copyOf(rules.values());
    }

    /** The most alarms that began within ten minutes: more than ten are too many for one person (EEMUA 191). */
    public static int busiest(List<TrialAlarm> alarms) {
        Deque<Long> recent = new ArrayDeque<>();
        int most = 0;
        for (TrialAlarm one : alarms.stream()
                .sorted(Comparator.comparingLong(TrialAlarm::raisedAt))
                .toList()) {
            recent.addLast(one.raisedAt());
            while (recent.getFirst() <= one.raisedAt() - TEN_MINUTES) recent.removeFirst();
            most = Math.max(most, recent.size());
        }
        return most;
    }

    private static Map<String, List<TrialAlarm>> grouped(List<TrialAlarm> alarms) {
        return alarms.stream().collect(Collectors.groupingBy(TrialOutcome::key));
    }

    private static String key(TrialAlarm alarm) {
        return alarm.kind() + " " + alarm.rule();
    }
}
