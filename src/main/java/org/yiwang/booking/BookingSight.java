package org.yiwang.booking;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.BookingStep.Part;
import org.yiwang.booking.model.Person;
import org.yiwang.booking.model.Trip;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;

/** Who sees which bookings and trips, and what a person is to them. The store narrows lists by the same rule. */
final class BookingSight {
    static final String READ = "bookings.read";
    static final String ENTER = "bookings.enter";
    static final String DISPATCH = "bookings.dispatch";

    private BookingSight() {}

    static boolean covers(Staff staff, Booking booking) {
        Sight sight = staff.sight();
        return sight.everything()
                || sight.committees().contains(booking.pickup().place().committee())
                || sight.areas().contains(booking.pickup().place().area())
                || staff.unit().equals(booking.unit());
    }

    static boolean covers(Staff staff, Trip trip) {
        return staff.sight().everything() || staff.unit().equals(trip.unit());
    }

    static Person person(Staff staff, Booking booking, @Nullable Trip trip) {
        Set<Part> parts = parts(staff, booking.unit(), trip);
        if (Access.may(staff, ENTER) && covers(staff, booking)) parts.add(Part.DESK);
        return new Person(staff.id(), staff.name(), staff.unit(), parts);
    }

    static Person person(Staff staff, Trip trip) {
        return new Person(staff.id(), staff.name(), staff.unit(), parts(staff, trip.unit(), trip));
    }

    /** Whoever puts trips of this unit together. */
    static Person dispatcher(Staff staff, UnitId unit) {
        return new Person(staff.id(), staff.name(), staff.unit(), parts(staff, unit, null));
    }

    private static Set<Part> parts(Staff staff, UnitId unit, @Nullable Trip trip) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        boolean isOurs = staff.unit().equals(unit) || staff.sight().everything();
        if (isOurs && Access.may(staff, DISPATCH)) parts.add(Part.DISPATCHER);
        if (trip != null && trip.crew().equals(staff.id())) parts.add(Part.CREW);
        return parts;
    }
}
