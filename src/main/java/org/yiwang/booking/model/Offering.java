package org.yiwang.booking.model;

import org.yiwang.organisation.UnitId;
import org.yiwang.scenario.Words;

/**
 * What can be booked, as a file {@code bookings/<name>.yaml} of a package says it.
 *
 * @param version of the package; bookings live on under the one that took them
 * @param unit whose people serve the bookings
 * @param open whether residents may book themselves, without an account
 */
public record Offering(
        Key key, int version, Words title, UnitId unit, boolean open, SlotRule slots, CollectionRule collection) {

    /** @param name of the file within its package */
    public record Key(String pack, String name) {
        @Override
        public String toString() {
            return pack + "/" + name;
        }
    }
}
