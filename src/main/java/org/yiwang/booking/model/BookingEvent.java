package org.yiwang.booking.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;

/**
 * A step that was taken with a booking.
 *
 * @param revision the booking's after it
 * @param by null for whoever holds the private link
 * @param slot the new one, where it changed
 * @param trip and {@code turn}: where it was put
 * @param opened the case that a complaint opened
 */
public record BookingEvent(
        int revision,
        Instant at,
        BookingStep step,
        @Nullable UUID by,
        String byName,
        @Nullable UnitId unit,
        String note,
        @Nullable Slot slot,
        @Nullable UUID trip,
        int turn,
        @Nullable Outcome outcome,
        @Nullable UUID opened) {

    static BookingEvent of(int revision, Instant at, BookingStep step, Person by, String note) {
        return new BookingEvent(revision, at, step, by.id(), by.name(), by.unit(), note, null, null, 0, null, null);
    }

    /** The first of a booking. */
    public static BookingEvent booked(Person by, Slot slot, Instant at) {
        return of(1, at, BookingStep.BOOK, by, "").moved(slot);
    }

    BookingEvent moved(Slot to) {
        return new BookingEvent(revision, at, step, by, byName, unit, note, to, trip, turn, outcome, opened);
    }

    BookingEvent put(UUID on, int at) {
        return new BookingEvent(revision, this.at, step, by, byName, unit, note, slot, on, at, outcome, opened);
    }

    BookingEvent found(Outcome what) {
        return new BookingEvent(revision, at, step, by, byName, unit, note, slot, trip, turn, what, opened);
    }

    BookingEvent opening(UUID caseId) {
        return new BookingEvent(revision, at, step, by, byName, unit, note, slot, trip, turn, outcome, caseId);
    }
}
