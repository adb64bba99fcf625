package org.yiwang.booking.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a booking stands. */
public enum BookingState {
    /** 已预约 */
    BOOKED,
    /** 已排车: on a trip */
    PLANNED,
    /** 已收运 */
    SERVED,
    /** 无人在场: nobody or nothing was there */
    NO_SHOW,
    /** 未收: not as booked, left with a reason */
    TURNED_AWAY,
    /** 已取消 */
    CANCELLED;

    /** Whether nothing more is to be done for it by those who serve it. */
    public boolean isOver() {
        return this != BOOKED && this != PLANNED;
    }

    @JsonValue
    public String id() {
        return Kebab.of(this);
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static BookingState of(String id) {
        return valueOf(Kebab.constant(id));
    }
}
