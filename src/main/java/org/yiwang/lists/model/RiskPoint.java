package org.yiwang.lists.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yiwang.organisation.UnitId;

/**
 * Something that fails not once but again (风险点): two checks or more of one category of one unit.
 *
 * @param failed checks of the two, in their order
 * @param checked of them altogether, with a verdict either way
 */
public record RiskPoint(String category, UnitId unit, List<Check> failed, int checked) {
    public static final int FAILED_MIN = 2;

    private record Key(String category, UnitId unit) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byUnit = unit.value().compareTo(other.unit.value());
            return byUnit != 0 ? byUnit : category.compareTo(other.category);
        }
    }

    public static List<RiskPoint> of(Collection<Check> checks) {
        Map<Key, List<Check>> groups = checks.stream()
                .filter(check -> check.finding() != null && check.finding().verdict() != Check.Verdict.UNKNOWN)
                .collect(Collectors.groupingBy(
                        check -> new Key(check.drawn().category(), check.drawn().unit()),
                        TreeMap::new,
                        Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> new RiskPoint(
                        group.getKey().category(),
                        group.getKey().unit(),
                        group.getValue().stream().filter(Check::isFailed).toList(),
                        group.getValue().size()))
                .filter(point -> point.failed().size() >= FAILED_MIN)
                .toList();
    }
}
