package org.yiwang.assessment.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.assessment.model.AssessMonth.Decided;

/** Which orders changed from one edition of a month to the next, and why. */
public final class CompareEditions {
    private static final Comparator<Change> ORDER =
            Comparator.comparing(Change::number).thenComparing(Change::measure).thenComparingInt(Change::ref);

    private CompareEditions() {}

    /** Why an order counts otherwise than before. */
    public enum Why {
        /** 剔除: it was left out on request. */
        LEFT_OUT,
        /** 申诉: an appeal was granted. */
        APPEAL,
        /** The formula has changed. */
        FORMULA,
        /** Something happened to the case after the edition before was made. */
        LATE_EVENT;

        @JsonValue
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param before null where the order did not count in this measure before
     * @param after null where it no longer does
     */
    public record Change(
            String number,
            String title,
            UUID caseId,
            String measure,
            int ref,
            @Nullable Line before,
            @Nullable Line after,
            Why why) {}

    /**
     * @param decided what the later edition was made with
     * @param sameFormula whether both were made by the same version of the package
     */
    public static List<Change> of(
            Collection<Line> before, Collection<Line> after, Decided decided, boolean sameFormula) {
        Map<Line.Key, Line> earlier = byKey(before);
        Map<Line.Key, Line> later = byKey(after);
        Set<Line.Key> keys = new java.util.LinkedHashSet<>(earlier.keySet());
        keys.addAll(later.keySet());
        List<Change> changes = new ArrayList<>();
        for (Line.Key key : keys) {
            Line old = earlier.get(key);
            Line now = later.get(key);
            if (old == null || now == null || !old.countsLike(now)) changes.add(change(old, now, decided, sameFormula));
        }
        changes.sort(ORDER);
        return changes;
    }

    private static Map<Line.Key, Line> byKey(Collection<Line> lines) {
        Map<Line.Key, Line> byKey = new HashMap<>();
        for (Line line : lines) byKey.put(line.key(), line);
        return byKey;
    }

    private static Change change(@Nullable Line old, @Nullable Line now, Decided decided, boolean sameFormula) {
        Line one = now == null ? Objects.requireNonNull(old) : now;
        return new Change(
                one.number(),
                one.title(),
                one.caseId(),
                one.measure(),
                one.ref(),
                old,
                now,
                why(one.key(), now, decided, sameFormula));
    }

    private static Why why(Line.Key key, @Nullable Line now, Decided decided, boolean sameFormula) {
        if (now == null && decided.leftOut().contains(key.caseId())) return Why.LEFT_OUT;
        if (decided.corrected().containsKey(key)) return Why.APPEAL;
        return sameFormula ? Why.LATE_EVENT : Why.FORMULA;
    }

    /** The units whose score may differ, on this board. */
    public static Set<String> units(Collection<Change> changes, Board board) {
        Set<String> units = new TreeSet<>();
        for (Change change : changes)
            java.util.stream.Stream.of(change.before(), change.after())
                    .filter(Objects::nonNull)
                    .map(board::unit)
                    .filter(Objects::nonNull)
                    .forEach(units::add);
        return units;
    }
}
