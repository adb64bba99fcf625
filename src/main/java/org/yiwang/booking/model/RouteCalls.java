package org.yiwang.booking.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import org.yiwang.booking.model.PlanRoute.Call;
import org.yiwang.territory.LonLat;

/**
 * What the bookings of a day ask of a vehicle: those of that day within their window, those that have waited past theirs at once, before all others.
 *
 * @param departs when the vehicle sets out
 */
public record RouteCalls(Offering offering, LocalDate day, LocalTime departs) {

    /** In the order in which they have a claim: the longest overdue first, then by window, then as they were booked. */
    public List<Call> of(List<Booking> bookings) {
        return bookings.stream()
                .sorted(Comparator.comparing(
                                (Booking one) -> isPast(one) ? one.slot().day() : day)
                        .thenComparing(one -> !isPast(one))
                        .thenComparing(one -> one.slot().begins())
                        .thenComparing(Booking::bookedAt)
                        .thenComparing(Booking::id))
                .map(this::call)
                .toList();
    }

    private boolean isPast(Booking booking) {
        Slot slot = booking.slot();
        return slot.day().isBefore(day)
                || (slot.day().equals(day) && !slot.ends().isAfter(departs));
    }

    private Call call(Booking booking) {
        Pickup pickup = booking.pickup();
        LonLat point = new LonLat(pickup.place().lon(), pickup.place().lat());
        boolean isPast = isPast(booking);
        return new Call(
                booking.id(),
                point,
                isPast ? departs : booking.slot().begins(),
                isPast ? next() : booking.slot().ends(),
                pickup.litres(),
                pickup.kilograms());
    }

    /** The end of the first window that is not over when the vehicle sets out; the day's end after the last. */
    private LocalTime next() {
        return offering.slots().windows().stream()
                .map(Window::to)
                .filter(departs::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(LocalTime.MAX.withNano(0));
    }
}
