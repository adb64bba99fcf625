package org.yiwang.booking.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.booking.model.CollectionRule.Vehicle;
import org.yiwang.organisation.UnitId;

/**
 * One vehicle's way past a day's bookings, from the first stop to the weighbridge. Which bookings it has they know themselves.
 *
 * @param number by which people call it
 * @param revision counts the steps taken with it, from 1
 * @param metres of the way in its order, as the crow flies
 * @param explanation why weighbridge and stops differ
 */
public record Trip(
        UUID id,
        String number,
        Offering.Key offering,
        int version,
        UnitId unit,
        LocalDate day,
        Vehicle vehicle,
        UUID crew,
        String crewName,
        TripState state,
        int revision,
        int metres,
        @Nullable Weighing weighing,
        @Nullable String explanation,
        Instant madeAt,
        Instant updatedAt,
        @Nullable Instant closedAt) {

    /** The trip after a step that {@link DecideTrip} allowed. */
    public Trip after(TripEvent event) {
        TripState next = event.step().after(state);
        boolean isWeighed = event.step() == TripStep.WEIGH;
        return new Trip(
                id,
                number,
                offering,
                version,
                unit,
                day,
                vehicle,
                crew,
                crewName,
                next,
                event.revision(),
                event.step() == TripStep.ARRANGE ? event.metres() : metres,
                isWeighed ? event.weighing() : weighing,
                event.step() == TripStep.EXPLAIN ? event.note() : isWeighed ? null : explanation,
                madeAt,
                event.at(),
                next == TripState.CLOSED || next == TripState.DROPPED ? event.at() : null);
    }
}
