package org.yiwang.booking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.attachment.AttachmentDownload;
import org.yiwang.booking.ActOnBooking;
import org.yiwang.booking.Book;
import org.yiwang.booking.FindSlots;
import org.yiwang.booking.Offerings;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.Offering;
import org.yiwang.booking.store.BookingStore;
import org.yiwang.booking.store.BookingStore.Link;
import org.yiwang.booking.web.BookingViews.Followed;
import org.yiwang.booking.web.OfferingViews.OfferingList;
import org.yiwang.booking.web.OfferingViews.OfferingView;
import org.yiwang.booking.web.OfferingViews.SlotList;
import org.yiwang.booking.web.OfferingViews.SlotView;
import org.yiwang.organisation.Secrets;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.contract.SchemaName;

/** What a resident does without an account: book, then follow, change or cancel by a private link. */
@RestController
@RequestMapping("/api/v1/public")
class PublicBookingController {
    /** @param link the private page */
    @SchemaName("BookingTaken")
    record Taken(String number, String link, String token) {}

    private final Offerings offerings;
    private final FindSlots slots;
    private final Book book;
    private final ActOnBooking act;
    private final BookingStore store;
    private final BookingBodies bodies;
    private final BookingViews views;
    private final BookingThrottle throttle;
    private final AttachmentDownload download;
    private final Secrets secrets;
    private final Clock clock;
    private final Tenant own;

    PublicBookingController(
            Offerings offerings,
            FindSlots slots,
            Book book,
            ActOnBooking act,
            BookingStore store,
            BookingBodies bodies,
            BookingViews views,
            BookingThrottle throttle,
            AttachmentDownload download,
            Secrets secrets,
            Clock clock,
            @Value("${yiwang.tenant}") int own) {
        this.offerings = offerings;
        this.slots = slots;
        this.book = book;
        this.act = act;
        this.store = store;
        this.bodies = bodies;
        this.views = views;
        this.throttle = throttle;
        this.download = download;
        this.secrets = secrets;
        this.clock = clock;
        this.own = new Tenant(own);
    }

    @GetMapping("/offerings")
    OfferingList offerings() {
        return new OfferingList(offerings.inForce(own).stream()
                .filter(Offering::open)
                .map(OfferingView::of)
                .toList());
    }

    @GetMapping("/offerings/{pack}/{name}/slots")
    SlotList slots(@PathVariable String pack, @PathVariable String name) {
        Offering offering = offerings.inForce(own, new Offering.Key(pack, name));
        if (!offering.open()) throw Refusal.notFound("booking.no-offering").exception();
        return new SlotList(slots.of(own, offering, clock.instant()).stream()
                .map(SlotView::of)
                .toList());
    }

    @PostMapping("/bookings")
    ResponseEntity<Taken> book(@RequestBody BookingBodies.Wish wish, HttpServletRequest request) {
        throttle.check(request.getRemoteAddr(), clock.instant());
        String token = secrets.token();
        Booking booked = book.byResident(own, bodies.wish(own, wish), token, clock.instant());
        String link = "/m/b/" + token;
        return ResponseEntity.created(URI.create(link)).body(new Taken(booked.number(), link, token));
    }

    @GetMapping("/bookings/{token}")
    Followed follow(@PathVariable String token) {
        Link link = link(token);
        return followed(link, act.behind(link));
    }

    @PostMapping("/bookings/{token}/change")
    Followed change(@PathVariable String token, @RequestBody BookingBodies.Change body) {
        Link link = link(token);
        var slot = BookingBodies.slot(body.day(), body.begins(), body.ends());
        return followed(link, act.change(link, BookingBodies.revision(body.revision()), slot, clock.instant()));
    }

    @PostMapping("/bookings/{token}/cancel")
    Followed cancel(@PathVariable String token, @RequestBody BookingBodies.Cancel body) {
        Link link = link(token);
        return followed(link, act.cancel(link, BookingBodies.revision(body.revision()), body.note(), clock.instant()));
    }

    @PostMapping("/bookings/{token}/dispute")
    Followed dispute(@PathVariable String token, @RequestBody BookingBodies.Dispute body) {
        Link link = link(token);
        return followed(link, act.dispute(link, body.note(), clock.instant()));
    }

    @GetMapping("/bookings/{token}/attachments/{id}")
    ResponseEntity<Resource> original(@PathVariable String token, @PathVariable UUID id) {
        return download.original(shown(token, id).tenant(), id);
    }

    @GetMapping("/bookings/{token}/attachments/{id}/thumbnail")
    ResponseEntity<Resource> thumbnail(@PathVariable String token, @PathVariable UUID id) {
        return download.thumbnail(shown(token, id).tenant(), id);
    }

    private Link shown(String token, UUID id) {
        Link link = link(token);
        if (!BookingViews.photos(act.behind(link)).contains(id))
            throw Refusal.notFound("attachment.not-found").exception();
        return link;
    }

    private Link link(String token) {
        return store.find(token)
                .orElseThrow(() -> Refusal.notFound("booking.no-link").exception());
    }

    private Followed followed(Link link, Booking booking) {
        return views.followed(link, booking, clock.instant());
    }
}
