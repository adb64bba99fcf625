package org.yiwang.lists.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an item stands. A request for more time, a chase and being overdue are kept apart. */
public enum ItemState {
    /** 待认领 */
    GIVEN,
    /** 办理中 */
    UNDER_WAY,
    /** 待销项: handed in, to be verified by somebody of another unit. */
    HANDED_IN,
    /** 已销项 */
    DONE,
    /** 已撤销 */
    DROPPED;

    /** Whether nobody has anything left to do. */
    public boolean isOver() {
        return this == DONE || this == DROPPED;
    }

    /** Whether the unit's limit runs: what was handed in waits for others. */
    public boolean isOwners() {
        return this == GIVEN || this == UNDER_WAY;
    }

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static ItemState of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
