package org.yiwang.booking.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.booking.ActOnBooking;
import org.yiwang.booking.Book;
import org.yiwang.booking.FindSlots;
import org.yiwang.booking.MakeTrip;
import org.yiwang.booking.Offerings;
import org.yiwang.booking.RevealContact;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.BookingState;
import org.yiwang.booking.model.Offering;
import org.yiwang.booking.store.Contact;
import org.yiwang.booking.store.FindBookings;
import org.yiwang.booking.store.FindBookings.Cursor;
import org.yiwang.booking.store.FindBookings.Filter;
import org.yiwang.booking.web.BookingViews.BookingLine;
import org.yiwang.booking.web.BookingViews.ContactView;
import org.yiwang.booking.web.BookingViews.Detail;
import org.yiwang.booking.web.OfferingViews.CollectionList;
import org.yiwang.booking.web.OfferingViews.CollectionView;
import org.yiwang.booking.web.OfferingViews.SlotList;
import org.yiwang.booking.web.OfferingViews.SlotView;
import org.yiwang.organisation.Secrets;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;

/** Bookings as staff see, make, change and cancel them. */
@RestController
@RequestMapping("/api/v1/bookings")
class BookingController {
    private static final int ROWS_MAX = 200;
    private static final String SEPARATOR = "_";
    private static final int PARTS = 3;

    /**
     * @param next where the next page begins; missing on the last
     * @param overdue how many wait beyond their window, of all that the person may see
     */
    @SchemaName("BookingPage")
    record Page(List<BookingLine> items, @Nullable String next, int overdue) {}

    /** @param link the private page, to be handed to the resident; it cannot be read again later */
    @SchemaName("BookedForSomebody")
    record Booked(Detail detail, String link) {}

    /** What the number is needed for; of the reason list {@code reveal}. */
    @SchemaName("BookingPurpose")
    record Purpose(@Nullable String purpose) {}

    private final Offerings offerings;
    private final FindSlots slots;
    private final Book book;
    private final ActOnBooking act;
    private final MakeTrip trips;
    private final RevealContact reveal;
    private final FindBookings find;
    private final BookingBodies bodies;
    private final BookingViews views;
    private final Secrets secrets;
    private final Clock clock;

    BookingController(
            Offerings offerings,
            FindSlots slots,
            Book book,
            ActOnBooking act,
            MakeTrip trips,
            RevealContact reveal,
            FindBookings find,
            BookingBodies bodies,
            BookingViews views,
            Secrets secrets,
            Clock clock) {
        this.offerings = offerings;
        this.slots = slots;
        this.book = book;
        this.act = act;
        this.trips = trips;
        this.reveal = reveal;
        this.find = find;
        this.bodies = bodies;
        this.views = views;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Needs("bookings.read")
    @GetMapping("/offerings")
    CollectionList offerings(Staff staff) {
        return new CollectionList(offerings.inForce(staff.tenant()).stream()
                .map(one -> CollectionView.of(one, trips.crews(staff, one)))
                .toList());
    }

    @Needs("bookings.read")
    @GetMapping("/offerings/{pack}/{name}/slots")
    SlotList slots(Staff staff, @PathVariable String pack, @PathVariable String name) {
        Offering offering = offerings.inForce(staff.tenant(), new Offering.Key(pack, name));
        return new SlotList(slots.of(staff.tenant(), offering, clock.instant()).stream()
                .map(SlotView::of)
                .toList());
    }

    /** @param overdue only those that wait beyond their window */
    @Needs("bookings.read")
    @GetMapping
    Page page(
            Staff staff,
            @RequestParam @Nullable String pack,
            @RequestParam @Nullable String name,
            @RequestParam @Nullable LocalDate day,
            @RequestParam(defaultValue = "") List<String> state,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        Instant now = clock.instant();
        if (limit < 1 || limit > ROWS_MAX)
            throw Refusal.invalid("limit", "request.wrong-value", "limit").exception();
        Offering.Key key = pack == null || name == null ? null : new Offering.Key(pack, name);
        List<BookingState> states =
                state.stream().map(id -> known(id, BookingState::of, "state")).toList();
        Filter filter = new Filter(key, day, states, overdue ? now : null);
        List<Booking> rows = find.page(staff.tenant(), staff.sight(), filter, cursor(cursor), limit + 1);
        boolean isMore = rows.size() > limit;
        List<Booking> shown = isMore ? rows.subList(0, limit) : rows;
        Filter late = new Filter(null, null, List.of(), now);
        return new Page(
                shown.stream().map(one -> BookingViews.line(one, now)).toList(),
                isMore ? cursor(shown.getLast()) : null,
                find.count(staff.tenant(), staff.sight(), late));
    }

    @Needs("bookings.read")
    @GetMapping("/{id}")
    Detail one(Staff staff, @PathVariable UUID id) {
        return views.detail(staff, act.visible(staff, id), clock.instant());
    }

    @Needs("bookings.enter")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Booked book(Staff staff, @RequestBody BookingBodies.Wish wish) {
        String token = secrets.token();
        Booking booked = book.byStaff(staff, bodies.wish(staff.tenant(), wish), token, clock.instant());
        return new Booked(views.detail(staff, booked, clock.instant()), "/m/b/" + token);
    }

    @Needs("bookings.enter")
    @PostMapping("/{id}/change")
    Detail change(Staff staff, @PathVariable UUID id, @RequestBody BookingBodies.Change body) {
        var slot = BookingBodies.slot(body.day(), body.begins(), body.ends());
        Booking after = act.change(staff, id, BookingBodies.revision(body.revision()), slot, clock.instant());
        return views.detail(staff, after, clock.instant());
    }

    @Needs("bookings.enter")
    @PostMapping("/{id}/cancel")
    Detail cancel(Staff staff, @PathVariable UUID id, @RequestBody BookingBodies.Cancel body) {
        Booking after = act.cancel(staff, id, BookingBodies.revision(body.revision()), body.note(), clock.instant());
        return views.detail(staff, after, clock.instant());
    }

    @Needs("bookings.read")
    @PostMapping("/{id}/reveal")
    ResponseEntity<ContactView> reveal(Staff staff, @PathVariable UUID id, @RequestBody Purpose why) {
        Contact contact = reveal.reveal(staff, id, why.purpose());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ContactView(contact.name(), contact.phone()));
    }

    private static String cursor(Booking last) {
        return last.slot().day() + SEPARATOR + last.slot().begins() + SEPARATOR + last.id();
    }

    private static @Nullable Cursor cursor(@Nullable String text) {
        if (text == null || text.isEmpty()) return null;
        return known(
                text,
                given -> {
                    String[] parts = given.split(SEPARATOR, PARTS);
                    if (parts.length < PARTS) throw new IllegalArgumentException(given);
                    return new Cursor(day(parts[0]), hour(parts[1]), UUID.fromString(parts[2]));
                },
                "cursor");
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static LocalTime hour(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static <T> T known(String id, Function<String, T> of, String field) {
        try {
            return of.apply(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(field, "request.wrong-value", field).exception();
        }
    }
}
