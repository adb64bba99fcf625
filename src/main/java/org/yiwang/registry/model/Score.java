package org.yiwang.registry.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How good a register is, 0 to 100, from parts that anybody can count over. Only entries that are not retired count.
 *
 * <ul>
 *   <li>complete (weight 30): fields that have a value, of all fields that are asked of the entries;
 *   <li>fresh (30): entries confirmed within the register's days, of all;
 *   <li>unique (20): entries without a suspected twin, of all. A twin has the same name, blanks, widths and capitals aside, within
 *       {@value #NEAR_METRES} m (or neither has a place), or the same value in an identifying field;
 *   <li>placed (20): entries that lie in the sub-district and in the same committee as the entries they name, of all. A register without places leaves this part
 *       out.
 * </ul>
 *
 * The score is the weighted mean of the parts' shares, times 100, rounded down, so that 100 means that nothing is left to do. A register without entries has
 * none.
 */
public record Score(long entries, List<Counted> parts) {
    public static final int NEAR_METRES = 50;

    /** What is looked at. */
    public enum Part {
        COMPLETE(30),
        FRESH(30),
        UNIQUE(20),
        PLACED(20);

        public static final List<String> IDS =
                Arrays.stream(values()).map(Part::id).toList();

        private final int weight;

        Part(int weight) {
            this.weight = weight;
        }

        public int weight() {
            return weight;
        }

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Part of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * One part.
     *
     * @param good of {@code all}: fields for completeness, entries otherwise
     * @param entries with something left to do
     */
    public record Counted(Part part, long good, long all, long entries) {
        double share() {
            return all == 0 ? 1 : (double) good / all;
        }
    }

    /** 0 to 100; 0 for a register without entries. */
    public int points() {
        if (entries == 0) return 0;
        int weights =
                parts.stream().mapToInt(counted -> counted.part().weight()).sum();
        double sum = parts.stream()
                .mapToDouble(counted -> counted.part().weight() * counted.share())
                .sum();
        return (int) Math.floor(100 * sum / weights + 1e-9);
    }
}
