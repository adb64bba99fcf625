package org.yiwang.booking.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a collection trip (收运车次) stands. */
public enum TripState {
    /** 待派车: put together, its order may still be changed */
    DRAFT,
    /** 收运中: given to its crew */
    GIVEN,
    /** 已过磅 */
    WEIGHED,
    /** 已关闭 */
    CLOSED,
    /** 已撤销: its bookings wait again */
    DROPPED;

    @JsonValue
    public String id() {
        return Kebab.of(this);
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static TripState of(String id) {
        return valueOf(Kebab.constant(id));
    }
}
