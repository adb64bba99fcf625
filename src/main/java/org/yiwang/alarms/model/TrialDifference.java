package org.yiwang.alarms.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What other rules would have made of one alarm.
 *
 * @param now as it went; null where there was none
 * @param then as it would have gone; null where there would have been none
 * @param kinds never empty
 */
public record TrialDifference(
        @Nullable TrialAlarm now, @Nullable TrialAlarm then, Set<Kind> kinds) {
    public enum Kind {
        MORE,
        FEWER,
        EARLIER,
        LATER,
        WORSE,
        MILDER,
        LONGER,
        SHORTER,
        ORDERS
    }

    private static final Comparator<TrialAlarm> BY_TIME = Comparator.comparingLong(TrialAlarm::raisedAt);

    /** What either was. */
    public TrialAlarm either() {
        return then != null ? then : Objects.requireNonNull(now);
    }

    /**
     * Two alarms about one matter are the same where their times touch; each is paired once, the earliest first, so that two that become one are one fewer.
     *
     * @return in the order of time; alarms that went alike are not among them
     */
    public static List<TrialDifference> between(List<TrialAlarm> now, List<TrialAlarm> then) {
        Map<TrialAlarm.Matter, List<TrialAlarm>> before = byMatter(now);
        Map<TrialAlarm.Matter, List<TrialAlarm>> after = byMatter(then);
        List<TrialDifference> all = new ArrayList<>();
        before.forEach((matter, alarms) -> pair(alarms, after.getOrDefault(matter, List.of()), all));
        after.forEach((matter, alarms) -> {
            if (!before.containsKey(matter)) pair(List.of(), alarms, all);
        });
        all.sort(Comparator.comparingLong(one -> one.either().raisedAt()));
        return all;
    }

    private static Map<TrialAlarm.Matter, List<TrialAlarm>> byMatter(List<TrialAlarm> alarms) {
        return alarms.stream()
                .sorted(BY_TIME)
                .collect(Collectors.groupingBy(TrialAlarm::matter, LinkedHashMap::new, Collectors.toList()));
    }

    private static void pair(List<TrialAlarm> now, List<TrialAlarm> then, List<TrialDifference> all) {
        int i = 0;
        int j = 0;
        while (i < now.size() || j < then.size()) {
            TrialAlarm is = i < now.size() ? now.get(i) : null;
            TrialAlarm would = j < then.size() ? then.get(j) : null;
            if (is == null || (would != null && would.isOver(is))) {
                all.add(new TrialDifference(null, would, EnumSet.of(Kind.MORE)));
                j++;
            } else if (would == null || is.isOver(would)) {
                all.add(new TrialDifference(is, null, EnumSet.of(Kind.FEWER)));
                i++;
            } else {
                Set<Kind> kinds = kinds(is, would);
                if (!kinds.isEmpty()) all.add(new TrialDifference(is, would, kinds));
                i++;
                j++;
            }
        }
    }

    private static Set<Kind> kinds(TrialAlarm now, TrialAlarm then) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        side(Long.compare(then.raisedAt(), now.raisedAt()), Kind.EARLIER, Kind.LATER, kinds);
        side(then.worst().compareTo(now.worst()), Kind.MILDER, Kind.WORSE, kinds);
        side(Long.compare(then.endedAt(), now.endedAt()), Kind.SHORTER, Kind.LONGER, kinds);
        if (!then.asked().equals(now.asked())) kinds.add(Kind.ORDERS);
        return kinds;
    }

    private static void side(int compared, Kind less, Kind more, Set<Kind> kinds) {
        if (compared < 0) kinds.add(less);
        if (compared > 0) kinds.add(more);
    }
}
