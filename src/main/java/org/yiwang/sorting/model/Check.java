package org.yiwang.sorting.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One look at how households sort, at one drop-off point (分类质量抽查).
 *
 * @param stop of the round; unique
 * @param point key of the drop-off point
 * @param guided whether an on-site guide stood there; null where nobody said
 * @param mixed what was seen in the wrong bin, as the checklist names it
 */
public record Check(
        UUID stop,
        String point,
        LocalDate day,
        Map<Waste, Counted> counted,
        @Nullable Boolean guided,
        List<String> mixed,
        int photos) {

    /** 湿垃圾, 干垃圾, 可回收物, 有害垃圾. */
    public enum Waste {
        WET,
        DRY,
        RECYCLABLE,
        HAZARDOUS;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Bags.
     *
     * @param correct of those looked at, so no more
     */
    public record Counted(int looked, int correct) {
        public Counted {
            if (looked < 0 || correct < 0 || correct > looked)
                throw new IllegalArgumentException(correct + " of " + looked + " bags");
        }
    }

    public int looked() {
        return counted.values().stream().mapToInt(Counted::looked).sum();
    }

    public int correct() {
        return counted.values().stream().mapToInt(Counted::correct).sum();
    }
}
