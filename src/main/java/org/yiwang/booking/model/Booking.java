package org.yiwang.booking.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;

/**
 * A place of a slot that somebody has taken. Name and telephone are kept beside it, sealed.
 *
 * @param number by which people call it
 * @param version of the package that took it
 * @param unit that serves it
 * @param revision counts the steps taken with it, from 1
 * @param byUnit whose staff booked it on somebody's behalf; null where the resident did
 * @param photos of what is to be picked up
 * @param settledAt when it was served, missed, turned away or cancelled
 */
public record Booking(
        UUID id,
        String number,
        Offering.Key offering,
        int version,
        UnitId unit,
        Slot slot,
        BookingState state,
        int revision,
        @Nullable UnitId byUnit,
        String note,
        List<UUID> photos,
        Instant bookedAt,
        Instant updatedAt,
        @Nullable Instant settledAt,
        Pickup pickup) {

    /** Whether its window is over and nobody has come. */
    public boolean isOverdue(Instant now) {
        return !state.isOver() && now.isAfter(slot.until());
    }

    /** The booking after a step that {@link DecideBooking} allowed. */
    public Booking after(BookingEvent event) {
        BookingState next = event.step().after(state);
        return new Booking(
                id,
                number,
                offering,
                version,
                unit,
                event.slot() == null ? slot : event.slot(),
                next,
                event.revision(),
                byUnit,
                note,
                photos,
                bookedAt,
                event.at(),
                next.isOver() && settledAt == null ? event.at() : settledAt,
                pickup(event));
    }

    private Pickup pickup(BookingEvent event) {
        return switch (event.step()) {
            case PLAN -> pickup.on(event.trip(), event.turn());
            case RELEASE -> pickup.on(null, 0);
            case SERVE, MISS, TURN_AWAY -> event.outcome() == null ? pickup : pickup.with(event.outcome());
            case DISPUTE -> event.opened() == null ? pickup : pickup.disputed(event.at(), event.opened());
            case BOOK, CHANGE, CANCEL -> pickup;
        };
    }
}
