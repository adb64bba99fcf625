package org.yiwang.booking.model;

import org.jspecify.annotations.Nullable;

/**
 * What the weighbridge of a transfer station said.
 *
 * @param station id of the offering's list
 * @param ticket number on the slip (磅单)
 * @param gross kilograms of the loaded vehicle
 * @param tare kilograms of the empty vehicle
 * @param site where construction waste ends (消纳场所); null where none has to be named
 */
public record Weighing(
        String station,
        String ticket,
        int gross,
        int tare,
        @Nullable String site) {
    /** Kilograms of the load. */
    public int net() {
        return gross - tare;
    }
}
