package org.yiwang.booking.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Place;

/**
 * What is to be picked up where, and what became of it.
 *
 * @param litres expected room
 * @param kilograms expected weight
 * @param trip that it is on; null while it is on none
 * @param turn its place in the trip, from 1
 * @param disputedAt when whoever booked said that it was not done
 * @param caseId the case of that complaint
 */
public record Pickup(
        Place place,
        List<Amount> goods,
        int litres,
        int kilograms,
        @Nullable UUID trip,
        int turn,
        @Nullable Outcome outcome,
        @Nullable Instant disputedAt,
        @Nullable UUID caseId) {

    public static Pickup wanted(Place place, List<Amount> goods, CollectionRule rule) {
        return new Pickup(place, goods, rule.litres(goods), rule.kilograms(goods), null, 0, null, null, null);
    }

    Pickup on(@Nullable UUID trip, int turn) {
        return new Pickup(place, goods, litres, kilograms, trip, turn, outcome, disputedAt, caseId);
    }

    Pickup with(Outcome outcome) {
        return new Pickup(place, goods, litres, kilograms, trip, turn, outcome, disputedAt, caseId);
    }

    Pickup disputed(Instant at, UUID opened) {
        return new Pickup(place, goods, litres, kilograms, trip, turn, outcome, at, opened);
    }
}
