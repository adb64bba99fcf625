package org.yiwang.booking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.attachment.Attachments;
import org.yiwang.attachment.Uploader;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.BookingEvent;
import org.yiwang.booking.model.BookingStep;
import org.yiwang.booking.model.DecideBooking;
import org.yiwang.booking.model.Outcome;
import org.yiwang.booking.model.Person;
import org.yiwang.booking.model.Slot;
import org.yiwang.booking.model.Trip;
import org.yiwang.booking.model.TripState;
import org.yiwang.booking.store.BookingStore;
import org.yiwang.booking.store.BookingStore.Link;
import org.yiwang.booking.store.TripStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

/** Takes one step with a booking: reads it, decides, keeps what follows, tells whom it concerns. */
@Service
public class ActOnBooking {
    private final BookingStore store;
    private final TripStore trips;
    private final Offerings offerings;
    private final Holidays holidays;
    private final TakePlaces places;
    private final OpenComplaint complaint;
    private final Attachments attachments;
    private final BookingTrail trail;
    private final TellOfTrips tell;
    private final Ids ids;

    ActOnBooking(
            BookingStore store,
            TripStore trips,
            Offerings offerings,
            Holidays holidays,
            TakePlaces places,
            OpenComplaint complaint,
            Attachments attachments,
            BookingTrail trail,
            TellOfTrips tell,
            Ids ids) {
        this.store = store;
        this.trips = trips;
        this.offerings = offerings;
        this.holidays = holidays;
        this.places = places;
        this.complaint = complaint;
        this.attachments = attachments;
        this.trail = trail;
        this.tell = tell;
        this.ids = ids;
    }

    /** The booking, if this person may see it; to anyone else it does not exist. */
    public Booking visible(Staff staff, UUID id) {
        return store.find(staff.tenant(), id)
                .filter(found -> BookingSight.covers(staff, found))
                .orElseThrow(() -> Refusal.notFound("booking.no-booking").exception());
    }

    /** The booking behind a private link. */
    public Booking behind(Link link) {
        return store.find(link.tenant(), link.booking())
                .orElseThrow(() -> Refusal.notFound("booking.no-link").exception());
    }

    public List<BookingStep> open(Tenant tenant, Booking booking, Person person, Instant now) {
        return new DecideBooking(booking, offerings.of(tenant, booking), person, now).open();
    }

    public List<BookingStep> open(Staff staff, Booking booking, Instant now) {
        Person person = BookingSight.person(staff, booking, trip(staff.tenant(), booking));
        return open(staff.tenant(), booking, person, now);
    }

    @Transactional
    public Booking change(Staff staff, UUID id, int revision, Slot to, Instant now) {
        Booking booking = locked(staff, id);
        return change(staff.tenant(), booking, person(staff, booking), revision, to, micros(now));
    }

    @Transactional
    public Booking change(Link link, int revision, Slot to, Instant now) {
        return change(link.tenant(), locked(link), Person.booker(), revision, to, micros(now));
    }

    @Transactional
    public Booking cancel(Staff staff, UUID id, int revision, @Nullable String note, Instant now) {
        Booking booking = locked(staff, id);
        return cancel(staff.tenant(), booking, person(staff, booking), revision, note, micros(now));
    }

    @Transactional
    public Booking cancel(Link link, int revision, @Nullable String note, Instant now) {
        return cancel(link.tenant(), locked(link), Person.booker(), revision, note, micros(now));
    }

    /** What the crew found at the stop. */
    @Transactional
    public Booking settle(Staff staff, UUID trip, UUID id, BookingStep step, Outcome outcome, Instant now) {
        Booking booking = store.lock(staff.tenant(), id)
                .filter(found -> trip.equals(found.pickup().trip()))
                .orElseThrow(() -> Refusal.notFound("booking.no-booking").exception());
        Trip on = trips.find(staff.tenant(), trip)
                .orElseThrow(() -> Refusal.notFound("booking.no-trip").exception());
        if (on.state() != TripState.GIVEN)
            throw Refusal.conflict("booking.trip-not-given").exception();
        Person person = BookingSight.person(staff, booking, on);
        attachments.check(staff.tenant(), outcome.before(), Uploader.of(staff));
        attachments.check(staff.tenant(), outcome.after(), Uploader.of(staff));
        BookingEvent event = new DecideBooking(booking, offerings.of(staff.tenant(), booking), person, micros(now))
                .settle(step, outcome)
                .orThrow();
        attachments.link(staff.tenant(), outcome.before(), BookingPhotoGuard.KIND, id);
        attachments.link(staff.tenant(), outcome.after(), BookingPhotoGuard.KIND, id);
        return keep(staff.tenant(), booking, event, person);
    }

    /** Whoever booked says that it was not done: that opens a case with the booking behind it. */
    @Transactional
    public Booking dispute(Link link, @Nullable String note, Instant when) {
        Instant now = micros(when);
        Booking booking = locked(link);
        Person person = Person.booker();
        DecideBooking decide = new DecideBooking(booking, offerings.of(link.tenant(), booking), person, now);
        BookingEvent asked = decide.dispute(note, ids.next()).orThrow();
        UUID opened = complaint.open(link.tenant(), booking, asked.note(), now);
        return keep(link.tenant(), booking, decide.dispute(note, opened).orThrow(), person);
    }

    private Booking change(Tenant tenant, Booking booking, Person person, int revision, Slot to, Instant now) {
        var offering = offerings.inForce(tenant, booking.offering());
        BookingEvent event = new DecideBooking(booking, offering, person, now)
                .change(revision, to, holidays.has(to.day()))
                .orThrow();
        places.change(tenant, offering, booking, to);
        return keep(tenant, booking, event, person);
    }

    private Booking cancel(
            Tenant tenant, Booking booking, Person person, int revision, @Nullable String note, Instant now) {
        BookingEvent event = new DecideBooking(booking, offerings.of(tenant, booking), person, now)
                .cancel(revision, note)
                .orThrow();
        places.give(tenant, booking);
        Booking after = keep(tenant, booking, event, person);
        Trip trip = trip(tenant, booking);
        if (trip != null) tell.cancelled(tenant, trip, after, now);
        return after;
    }

    private Booking keep(Tenant tenant, Booking booking, BookingEvent event, Person person) {
        Booking after = booking.after(event);
        store.keep(tenant, after, event);
        trail.record(tenant, after, event, person);
        return after;
    }

    private Person person(Staff staff, Booking booking) {
        return BookingSight.person(staff, booking, trip(staff.tenant(), booking));
    }

    private @Nullable Trip trip(Tenant tenant, Booking booking) {
        UUID trip = booking.pickup().trip();
        return trip == null ? null : trips.find(tenant, trip).orElse(null);
    }

    private Booking locked(Staff staff, UUID id) {
        return store.lock(staff.tenant(), id)
                .filter(found -> BookingSight.covers(staff, found))
                .orElseThrow(() -> Refusal.notFound("booking.no-booking").exception());
    }

    private Booking locked(Link link) {
        return store.lock(link.tenant(), link.booking())
                .orElseThrow(() -> Refusal.notFound("booking.no-link").exception());
    }

    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
