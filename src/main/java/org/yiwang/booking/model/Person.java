package org.yiwang.booking.model;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;

/**
 * Who takes a step, as the record of it keeps that.
 *
 * @param id of a member of staff; null for a resident, whose name stands in no event
 * @param parts what this person is to the booking or trip
 */
public record Person(
        @Nullable UUID id, String name, @Nullable UnitId unit, Set<BookingStep.Part> parts) {

    /** Whoever holds the private link. */
    public static Person booker() {
        return new Person(null, "预约人", null, Set.of(BookingStep.Part.BOOKER));
    }

    /** For the audit trail: the account's id. */
    public String actor() {
        return id == null ? "resident" : id.toString();
    }
}
