package org.yiwang.booking.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.booking.ActOnBooking;
import org.yiwang.booking.Offerings;
import org.yiwang.booking.model.Amount;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.BookingEvent;
import org.yiwang.booking.model.BookingState;
import org.yiwang.booking.model.BookingStep;
import org.yiwang.booking.model.Outcome;
import org.yiwang.booking.model.Person;
import org.yiwang.booking.model.Pickup;
import org.yiwang.booking.store.BookingStore;
import org.yiwang.booking.store.Contact;
import org.yiwang.booking.store.ContactStore;
import org.yiwang.booking.web.OfferingViews.OfferingView;
import org.yiwang.casework.Telephone;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.contract.SchemaName;

/** Bookings as the screens show them. */
@Component
class BookingViews {
    @SchemaName("BookingOutcome")
    record OutcomeView(
            @Nullable String reason,
            String note,
            Map<String, Integer> kilograms,
            int total,
            List<UUID> before,
            List<UUID> after,
            Instant at) {
        static @Nullable OutcomeView of(@Nullable Outcome outcome) {
            return outcome == null
                    ? null
                    : new OutcomeView(
                            outcome.reason(),
                            outcome.note(),
                            outcome.kilograms(),
                            outcome.total(),
                            outcome.before(),
                            outcome.after(),
                            outcome.at());
        }
    }

    /**
     * A booking as it stands on a list.
     *
     * @param pack and {@code name} of its offering
     * @param overdue whether its window is over and nobody has come
     * @param litres and {@code kilograms}: expected
     * @param turn its place in the trip
     * @param caseId of the complaint that it was not done
     */
    @SchemaName("Booking")
    record BookingLine(
            UUID id,
            String number,
            String pack,
            String name,
            LocalDate day,
            String begins,
            String ends,
            BookingState state,
            boolean overdue,
            int revision,
            List<Amount> goods,
            int litres,
            int kilograms,
            String note,
            String address,
            double lon,
            double lat,
            UnitId committee,
            Instant bookedAt,
            @Nullable UnitId byUnit,
            @Nullable UUID trip,
            int turn,
            @Nullable OutcomeView outcome,
            @Nullable UUID caseId) {}

    @SchemaName("BookingEvent")
    record EventView(
            Instant at,
            BookingStep step,
            String by,
            @Nullable UnitId unit,
            String note,
            @Nullable LocalDate day,
            @Nullable String begins) {
        static EventView of(BookingEvent event) {
            return new EventView(
                    event.at(),
                    event.step(),
                    event.byName(),
                    event.unit(),
                    event.note(),
                    event.slot() == null ? null : event.slot().day(),
                    event.slot() == null ? null : event.slot().begins().toString());
        }
    }

    /** @param phone with its middle hidden */
    @SchemaName("BookingContact")
    record ContactView(@Nullable String name, @Nullable String phone) {
        static ContactView masked(Contact contact) {
            return new ContactView(contact.name(), Telephone.masked(contact.phone()));
        }
    }

    @SchemaName("BookingDetail")
    record Detail(
            BookingLine booking,
            OfferingView offering,
            ContactView contact,
            List<UUID> photos,
            List<EventView> events,
            List<BookingStep> steps) {}

    /** What whoever booked sees: no name of staff. */
    @SchemaName("FollowedBooking")
    record Followed(
            BookingLine booking,
            OfferingView offering,
            List<UUID> photos,
            List<FollowedStep> events,
            List<BookingStep> steps,
            Instant changeableUntil,
            boolean disputed,
            Instant now) {}

    @SchemaName("FollowedBookingStep")
    record FollowedStep(Instant at, BookingStep step) {}

    private final BookingStore store;
    private final ContactStore contacts;
    private final Offerings offerings;
    private final ActOnBooking act;

    BookingViews(BookingStore store, ContactStore contacts, Offerings offerings, ActOnBooking act) {
        this.store = store;
        this.contacts = contacts;
        this.offerings = offerings;
        this.act = act;
    }

    static BookingLine line(Booking booking, Instant now) {
        Pickup pickup = booking.pickup();
        return new BookingLine(
                booking.id(),
                booking.number(),
                booking.offering().pack(),
                booking.offering().name(),
                booking.slot().day(),
                booking.slot().begins().toString(),
                booking.slot().ends().toString(),
                booking.state(),
                booking.isOverdue(now),
                booking.revision(),
                pickup.goods(),
                pickup.litres(),
                pickup.kilograms(),
                booking.note(),
                pickup.place().address(),
                pickup.place().lon(),
                pickup.place().lat(),
                pickup.place().committee(),
                booking.bookedAt(),
                booking.byUnit(),
                pickup.trip(),
                pickup.turn(),
                OutcomeView.of(pickup.outcome()),
                pickup.caseId());
    }

    ContactView contact(Staff staff, Booking booking) {
        return ContactView.masked(contacts.of(staff.tenant(), booking.id()));
    }

    Detail detail(Staff staff, Booking booking, Instant now) {
        return new Detail(
                line(booking, now),
                OfferingView.of(offerings.of(staff.tenant(), booking)),
                contact(staff, booking),
                photos(booking),
                store.events(staff.tenant(), booking.id()).stream()
                        .map(EventView::of)
                        .toList(),
                act.open(staff, booking, now));
    }

    Followed followed(BookingStore.Link link, Booking booking, Instant now) {
        var offering = offerings.of(link.tenant(), booking);
        return new Followed(
                line(booking, now),
                OfferingView.of(offering),
                photos(booking),
                store.events(link.tenant(), booking.id()).stream()
                        .map(event -> new FollowedStep(event.at(), event.step()))
                        .toList(),
                act.open(link.tenant(), booking, Person.booker(), now),
                offering.slots().changeableUntil(booking.slot()),
                booking.pickup().disputedAt() != null,
                now);
    }

    /** Those of the booking and of its stop. */
    static List<UUID> photos(Booking booking) {
        List<UUID> photos = new ArrayList<>(booking.photos());
        Outcome outcome = booking.pickup().outcome();
        if (outcome != null) {
            photos.addAll(outcome.before());
            photos.addAll(outcome.after());
        }
        return photos;
    }
}
