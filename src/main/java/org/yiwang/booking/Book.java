package org.yiwang.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.attachment.Attachments;
import org.yiwang.attachment.Uploader;
import org.yiwang.booking.model.Amount;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.BookingEvent;
import org.yiwang.booking.model.BookingState;
import org.yiwang.booking.model.DecideBooking;
import org.yiwang.booking.model.Offering;
import org.yiwang.booking.model.Person;
import org.yiwang.booking.model.Pickup;
import org.yiwang.booking.model.Slot;
import org.yiwang.booking.store.BookingStore;
import org.yiwang.booking.store.Contact;
import org.yiwang.booking.store.ContactStore;
import org.yiwang.booking.store.Numbers;
import org.yiwang.casework.Telephone;
import org.yiwang.casework.model.Place;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.worktime.WorkCalendar;

/** Takes a place of a slot for somebody: the resident, or staff on the resident's behalf. */
@Service
public class Book {
    static final int NAME_CHARACTERS_MAX = 50;
    static final int PHOTOS_MAX = 6;

    private final Offerings offerings;
    private final Holidays holidays;
    private final TakePlaces places;
    private final BookingStore store;
    private final ContactStore contacts;
    private final Numbers numbers;
    private final BookingTrail trail;
    private final Attachments attachments;
    private final Ids ids;

    Book(
            Offerings offerings,
            Holidays holidays,
            TakePlaces places,
            BookingStore store,
            ContactStore contacts,
            Numbers numbers,
            BookingTrail trail,
            Attachments attachments,
            Ids ids) {
        this.offerings = offerings;
        this.holidays = holidays;
        this.places = places;
        this.store = store;
        this.contacts = contacts;
        this.numbers = numbers;
        this.trail = trail;
        this.attachments = attachments;
        this.ids = ids;
    }

    /** What somebody wants. */
    public record Wish(
            Offering.Key offering,
            Slot slot,
            Place place,
            List<Amount> goods,
            @Nullable String note,
            List<UUID> photos,
            Contact contact) {}

    /** @param token opens the private link; stored only as a hash */
    @Transactional
    public Booking byResident(Tenant tenant, Wish wish, String token, Instant now) {
        Offering offering = offerings.inForce(tenant, wish.offering());
        if (!offering.open()) throw Refusal.notFound("booking.no-offering").exception();
        return book(tenant, offering, wish, Person.booker(), Uploader.RESIDENT, null, token, now);
    }

    /** The resident gets the private link from whoever booked. */
    @Transactional
    public Booking byStaff(Staff staff, Wish wish, String token, Instant now) {
        Offering offering = offerings.inForce(staff.tenant(), wish.offering());
        Person person = new Person(staff.id(), staff.name(), staff.unit(), Set.of());
        Booking booked = book(staff.tenant(), offering, wish, person, Uploader.of(staff), staff.unit(), token, now);
        if (!BookingSight.covers(staff, booked))
            throw Refusal.forbidden("booking.elsewhere").exception();
        return booked;
    }

    private Booking book(
            Tenant tenant,
            Offering offering,
            Wish wish,
            Person person,
            Uploader uploader,
            @Nullable UnitId by,
            String token,
            Instant when) {
        Instant now = when.truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        check(offering, wish, today);
        attachments.check(tenant, wish.photos(), uploader);
        String phone = String.valueOf(wish.contact().phone());
        if (contacts.open(tenant, offering.key(), phone) >= offering.slots().each())
            throw Refusal.conflict("booking.each", offering.slots().each()).exception();
        places.take(tenant, offering, wish.slot());
        BookingEvent event = BookingEvent.booked(person, wish.slot(), now);
        Booking booking = new Booking(
                ids.next(),
                numbers.booking(tenant, today),
                offering.key(),
                offering.version(),
                offering.unit(),
                wish.slot(),
                BookingState.BOOKED,
                event.revision(),
                by,
                wish.note() == null ? "" : wish.note().strip(),
                wish.photos(),
                now,
                now,
                null,
                Pickup.wanted(wish.place(), wish.goods(), offering.collection()));
        store.add(tenant, booking, event, token);
        contacts.keep(tenant, booking.id(), wish.contact());
        attachments.link(tenant, wish.photos(), BookingPhotoGuard.KIND, booking.id());
        trail.record(tenant, booking, event, person);
        return booking;
    }

    private void check(Offering offering, Wish wish, LocalDate today) {
        Refusal refusal = offering.slots()
                .refusal(wish.slot(), today, holidays.has(wish.slot().day()));
        if (refusal == null) refusal = offering.collection().refusal(wish.goods());
        if (refusal == null) refusal = contact(wish.contact());
        if (refusal == null && wish.photos().size() > PHOTOS_MAX)
            refusal = Refusal.invalid("photos", "booking.too-many-photos", PHOTOS_MAX);
        if (refusal == null && wish.note() != null && wish.note().length() > DecideBooking.NOTE_CHARACTERS_MAX)
            refusal = Refusal.invalid("note", "booking.too-long", DecideBooking.NOTE_CHARACTERS_MAX);
        if (refusal != null) throw refusal.exception();
    }

    /** The crew calls when nobody opens: without a number nobody is picked up from. */
    private static @Nullable Refusal contact(Contact contact) {
        if (contact.name() != null && contact.name().length() > NAME_CHARACTERS_MAX)
            return Refusal.invalid("name", "booking.too-long", NAME_CHARACTERS_MAX);
        return contact.phone() == null || !Telephone.isOne(contact.phone())
                ? Refusal.invalid("phone", "booking.no-phone")
                : null;
    }
}
