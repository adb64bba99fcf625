package org.yiwang.booking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.BookingEvent;
import org.yiwang.booking.model.BookingState;
import org.yiwang.booking.model.DecideBooking;
import org.yiwang.booking.model.DecideTrip;
import org.yiwang.booking.model.Offering;
import org.yiwang.booking.model.Person;
import org.yiwang.booking.model.Reconciliation;
import org.yiwang.booking.model.Trip;
import org.yiwang.booking.model.TripEvent;
import org.yiwang.booking.model.TripStep;
import org.yiwang.booking.model.Weighing;
import org.yiwang.booking.store.BookingStore;
import org.yiwang.booking.store.TripStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Decision;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

/** Takes one step with a trip: reads it with its stops, decides, keeps what follows, tells whom it concerns. */
@Service
public class ActOnTrip {
    private final TripStore trips;
    private final BookingStore bookings;
    private final Offerings offerings;
    private final MakeTrip make;
    private final BookingTrail trail;
    private final TellOfTrips tell;

    ActOnTrip(
            TripStore trips,
            BookingStore bookings,
            Offerings offerings,
            MakeTrip make,
            BookingTrail trail,
            TellOfTrips tell) {
        this.trips = trips;
        this.bookings = bookings;
        this.offerings = offerings;
        this.make = make;
        this.trail = trail;
        this.tell = tell;
    }

    /** A trip with its stops and what this person can do with it. */
    public record Standing(
            Trip trip,
            Offering offering,
            List<Booking> stops,
            List<TripStep> open,
            @Nullable Reconciliation compared) {}

    /**
     * What is handed in with a step; see {@link DecideTrip}.
     *
     * @param order of the stops, to arrange them
     */
    public record Given(
            int revision,
            @Nullable String note,
            List<UUID> order,
            @Nullable Weighing weighing) {}

    /** The trip, if this person may see it; to anyone else it does not exist. */
    public Standing visible(Staff staff, UUID id, Instant now) {
        return standing(staff, found(staff, trips.find(staff.tenant(), id).orElse(null)), now);
    }

    private static Trip found(Staff staff, @Nullable Trip trip) {
        if (trip == null || !BookingSight.covers(staff, trip))
            throw Refusal.notFound("booking.no-trip").exception();
        return trip;
    }

    private Standing standing(Staff staff, Trip trip, Instant now) {
        Offering offering = offerings.of(staff.tenant(), trip);
        List<Booking> stops = bookings.of(staff.tenant(), trip.id());
        DecideTrip decide = new DecideTrip(trip, stops, offering, BookingSight.person(staff, trip), now);
        return new Standing(trip, offering, stops, decide.open(), decide.reconciliation());
    }

    @Transactional
    public Standing take(Staff staff, UUID id, TripStep step, Given given, Instant when) {
        Instant now = when.truncatedTo(ChronoUnit.MICROS);
        Tenant tenant = staff.tenant();
        Trip trip = found(staff, trips.lock(tenant, id).orElse(null));
        Person person = BookingSight.person(staff, trip);
        Offering offering = offerings.of(tenant, trip);
        List<Booking> stops = bookings.of(tenant, id);
        DecideTrip decide = new DecideTrip(trip, stops, offering, person, now);
        TripEvent event =
                decision(decide, trip, offering, stops, step, given, now).orThrow();
        Trip after = trip.after(event);
        keep(tenant, after, event);
        follow(tenant, after, event, stops, person, now);
        Reconciliation compared = new DecideTrip(after, stops, offering, person, now).reconciliation();
        if (compared == null) trail.record(tenant, after, event, person);
        else trail.record(tenant, after, event, person, compared);
        return standing(staff, after, now);
    }

    private Decision<TripEvent> decision(
            DecideTrip decide,
            Trip trip,
            Offering offering,
            List<Booking> stops,
            TripStep step,
            Given given,
            Instant now) {
        return switch (step) {
            case MAKE -> Decision.refused(Refusal.conflict("booking.trip-not-now"));
            case ARRANGE -> {
                List<Booking> order = stops.stream()
                        .sorted(Comparator.comparingInt(one -> given.order().indexOf(one.id())))
                        .toList();
                yield decide.arrange(given.revision(), given.order(), make.metres(offering, trip.day(), order, now));
            }
            case GIVE -> decide.give(given.revision());
            case DROP -> decide.drop(given.revision(), given.note());
            case WEIGH -> weigh(decide, given);
            case EXPLAIN -> decide.explain(given.revision(), given.note());
            case CLOSE -> decide.close(given.revision());
        };
    }

    private static Decision<TripEvent> weigh(DecideTrip decide, Given given) {
        Weighing weighing = given.weighing();
        return weighing == null
                ? Decision.refused(Refusal.invalid("gross", "booking.no-weighing"))
                : decide.weigh(given.revision(), weighing);
    }

    /** A slip weighs one load: the index of the table is the last word on that. */
    private void keep(Tenant tenant, Trip after, TripEvent event) {
        Weighing weighing = event.weighing();
        if (weighing != null)
            trips.withTicket(tenant, after.id(), weighing).ifPresent(other -> {
                throw Refusal.invalid("ticket", "booking.ticket-used", other).exception();
            });
        try {
            trips.keep(tenant, after, event);
        } catch (DuplicateKeyException e) {
            throw Refusal.refuse(Refusal.Kind.STALE, "booking.trip-stale").exception();
        }
    }

    private void follow(Tenant tenant, Trip after, TripEvent event, List<Booking> stops, Person person, Instant now) {
        switch (event.step()) {
            case ARRANGE -> bookings.arrange(tenant, after.id(), event.order());
            case GIVE -> tell.given(tenant, after, stops.size(), now);
            case DROP -> {
                release(tenant, stops, person, now);
                tell.dropped(tenant, after, now);
            }
            case MAKE, WEIGH, EXPLAIN, CLOSE -> {
                // Nothing follows for others.
            }
        }
    }

    private void release(Tenant tenant, List<Booking> stops, Person person, Instant now) {
        List<UUID> planned = stops.stream()
                .filter(one -> one.state() == BookingState.PLANNED)
                .map(Booking::id)
                .toList();
        for (Booking booking : bookings.lock(tenant, planned)) {
            BookingEvent event = new DecideBooking(booking, offerings.of(tenant, booking), person, now)
                    .release()
                    .orThrow();
            Booking free = booking.after(event);
            bookings.keep(tenant, free, event);
            trail.record(tenant, free, event, person);
        }
    }
}
