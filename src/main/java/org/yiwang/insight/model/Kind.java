package org.yiwang.insight.model;

import java.util.Locale;

/** What sort of finding it is: 热点, 突发聚集, 同一对象, 同一来电人, 同一地点, 上升趋势. */
public enum Kind {
    HOT_SPOT,
    BURST,
    SAME_RECORD,
    SAME_CALLER,
    SAME_PLACE,
    RISING;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is none of this id */
    public static Kind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
