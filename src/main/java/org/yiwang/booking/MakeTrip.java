package org.yiwang.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.BookingEvent;
import org.yiwang.booking.model.BookingStep.Part;
import org.yiwang.booking.model.CollectionRule.Vehicle;
import org.yiwang.booking.model.DecideBooking;
import org.yiwang.booking.model.DecideTrip;
import org.yiwang.booking.model.Offering;
import org.yiwang.booking.model.Person;
import org.yiwang.booking.model.PlanRoute;
import org.yiwang.booking.model.PlanRoute.Call;
import org.yiwang.booking.model.RouteCalls;
import org.yiwang.booking.model.Trip;
import org.yiwang.booking.model.TripEvent;
import org.yiwang.booking.model.TripState;
import org.yiwang.booking.model.Window;
import org.yiwang.booking.store.BookingStore;
import org.yiwang.booking.store.FindBookings;
import org.yiwang.booking.store.Numbers;
import org.yiwang.booking.store.TripStore;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.worktime.WorkCalendar;

/** Proposes which bookings a vehicle takes in which order, and makes a trip of what the dispatcher decides. */
@Service
public class MakeTrip {
    /** More wait in no sub-district on a day; the rest is proposed once these are on their way. */
    static final int WAITING_MAX = 200;

    private final Offerings offerings;
    private final BookingStore bookings;
    private final FindBookings find;
    private final TripStore trips;
    private final Numbers numbers;
    private final People people;
    private final BookingTrail trail;
    private final Ids ids;

    MakeTrip(
            Offerings offerings,
            BookingStore bookings,
            FindBookings find,
            TripStore trips,
            Numbers numbers,
            People people,
            BookingTrail trail,
            Ids ids) {
        this.offerings = offerings;
        this.bookings = bookings;
        this.find = find;
        this.trips = trips;
        this.numbers = numbers;
        this.people = people;
        this.trail = trail;
        this.ids = ids;
    }

    /** @param plan over {@code waiting}: what is taken in its order, and what is left */
    public record Proposal(Offering offering, Vehicle vehicle, List<Booking> waiting, PlanRoute.Plan plan) {}

    /** @param order of the bookings, as the dispatcher left it */
    public record Wanted(Offering.Key offering, LocalDate day, String plate, UUID crew, List<UUID> order) {}

    public Proposal propose(Staff staff, Offering.Key key, LocalDate day, String plate, Instant now) {
        Offering offering = offerings.inForce(staff.tenant(), key);
        dispatcher(staff, offering);
        Vehicle vehicle = vehicle(offering, plate);
        List<Booking> waiting = find.waiting(staff.tenant(), key, day, WAITING_MAX);
        List<Call> calls = new RouteCalls(offering, day, departs(offering, day, now)).of(waiting);
        return new Proposal(
                offering, vehicle, waiting, route(offering, day, now).propose(calls, vehicle));
    }

    @Transactional
    public Trip make(Staff staff, Wanted wanted, Instant when) {
        Instant now = when.truncatedTo(ChronoUnit.MICROS);
        Offering offering = offerings.inForce(staff.tenant(), wanted.offering());
        Person person = dispatcher(staff, offering);
        Vehicle vehicle = vehicle(offering, wanted.plate());
        Staff crew = crew(staff, offering, wanted.crew());
        List<Booking> chosen = inOrder(bookings.lock(staff.tenant(), wanted.order()), wanted.order());
        Refusal refusal = DecideTrip.refusal(chosen, offering, vehicle, wanted.day(), now);
        if (refusal != null) throw refusal.exception();
        int metres = metres(offering, wanted.day(), chosen, now);
        TripEvent event = DecideTrip.made(person, wanted.order(), metres, now);
        Trip trip = new Trip(
                ids.next(),
                numbers.trip(staff.tenant(), wanted.day()),
                offering.key(),
                offering.version(),
                offering.unit(),
                wanted.day(),
                vehicle,
                crew.id(),
                crew.name(),
                TripState.DRAFT,
                event.revision(),
                metres,
                null,
                null,
                now,
                now,
                null);
        trips.add(staff.tenant(), trip, event);
        trail.record(staff.tenant(), trip, event, person);
        put(staff, trip, chosen, person, now);
        return trip;
    }

    private void put(Staff staff, Trip trip, List<Booking> chosen, Person person, Instant now) {
        for (int i = 0; i < chosen.size(); i++) {
            Booking booking = chosen.get(i);
            BookingEvent event = new DecideBooking(booking, offerings.of(staff.tenant(), booking), person, now)
                    .plan(trip.id(), i + 1)
                    .orThrow();
            Booking after = booking.after(event);
            bookings.keep(staff.tenant(), after, event);
            trail.record(staff.tenant(), after, event, person);
        }
    }

    /** Metres of the way past these bookings in their order, as the crow flies. */
    int metres(Offering offering, LocalDate day, List<Booking> order, Instant now) {
        Map<UUID, Call> calls = new RouteCalls(offering, day, departs(offering, day, now))
                .of(order).stream().collect(Collectors.toMap(Call::booking, Function.identity()));
        return (int) Math.rint(route(offering, day, now)
                .metres(order.stream()
                        .map(one -> calls.get(one.id()))
                        .filter(Objects::nonNull)
                        .toList()));
    }

    private static PlanRoute route(Offering offering, LocalDate day, Instant now) {
        return new PlanRoute(
                offering.collection().start(),
                departs(offering, day, now),
                offering.collection().minutesPerStop());
    }

    /** With the first window of the day, or now where that has begun. */
    private static LocalTime departs(Offering offering, LocalDate day, Instant now) {
        LocalTime first = offering.slots().windows().stream()
                .map(Window::from)
                .min(Comparator.naturalOrder())
                .orElse(LocalTime.MIN);
        boolean isToday = day.equals(LocalDate.ofInstant(now, WorkCalendar.ZONE));
        LocalTime clock = LocalTime.ofInstant(now, WorkCalendar.ZONE).truncatedTo(ChronoUnit.MINUTES);
        return isToday && clock.isAfter(first) ? clock : first;
    }

    private static Person dispatcher(Staff staff, Offering offering) {
        Person person = BookingSight.dispatcher(staff, offering.unit());
        if (!person.parts().contains(Part.DISPATCHER))
            throw Refusal.forbidden("booking.trip-not-yours").exception();
        return person;
    }

    private static Vehicle vehicle(Offering offering, String plate) {
        return offering.collection().vehicle(plate).orElseThrow(() -> Refusal.invalid("plate", "booking.no-vehicle")
                .exception());
    }

    /** Whom of the unit a trip may be given to, by name. */
    public List<Staff> crews(Staff staff, Offering offering) {
        return people.all(staff.tenant()).stream()
                .filter(one -> one.unit().equals(offering.unit()) && one.is(Role.HANDLER))
                .sorted(Comparator.comparing(Staff::login))
                .toList();
    }

    private Staff crew(Staff staff, Offering offering, UUID crew) {
        return crews(staff, offering).stream()
                .filter(one -> one.id().equals(crew))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("crew", "booking.no-crew").exception());
    }

    private static List<Booking> inOrder(List<Booking> found, List<UUID> order) {
        boolean isWhole = found.size() == order.size() && new HashSet<>(order).size() == order.size();
        if (!isWhole) throw Refusal.invalid("bookings", "booking.no-booking").exception();
        return found.stream()
                .sorted(Comparator.comparingInt(one -> order.indexOf(one.id())))
                .toList();
    }
}
