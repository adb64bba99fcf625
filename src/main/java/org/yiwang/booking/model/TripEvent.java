package org.yiwang.booking.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken with a trip.
 *
 * @param order of its bookings, where it was made or arranged
 * @param metres of the way in that order
 */
public record TripEvent(
        int revision,
        Instant at,
        TripStep step,
        @Nullable UUID by,
        String byName,
        String note,
        List<UUID> order,
        int metres,
        @Nullable Weighing weighing) {

    static TripEvent of(int revision, Instant at, TripStep step, Person by, String note) {
        return new TripEvent(revision, at, step, by.id(), by.name(), note, List.of(), 0, null);
    }

    TripEvent in(List<UUID> newOrder, int newMetres) {
        return new TripEvent(revision, at, step, by, byName, note, newOrder, newMetres, weighing);
    }

    TripEvent weighed(Weighing said) {
        return new TripEvent(revision, at, step, by, byName, note, order, metres, said);
    }
}
