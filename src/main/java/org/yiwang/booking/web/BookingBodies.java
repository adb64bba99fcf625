package org.yiwang.booking.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.booking.Book;
import org.yiwang.booking.model.Amount;
import org.yiwang.booking.model.Offering;
import org.yiwang.booking.model.Slot;
import org.yiwang.booking.store.Contact;
import org.yiwang.casework.CasePlaces;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.contract.SchemaName;

/** What clients hand in about bookings, and what it means. */
@Component
class BookingBodies {
    @SchemaName("BookingAmount")
    record AmountBody(@Nullable String goods, @Nullable Integer count) {}

    /** @param datum wgs84 (default), gcj02 or bd09 */
    @SchemaName("BookingPlace")
    record PlaceBody(
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String datum,
            @Nullable String address) {}

    /**
     * A booking as somebody asks for it.
     *
     * @param pack and {@code name} of the offering
     * @param begins and {@code ends} of the window, such as 08:30
     */
    @SchemaName("BookingWish")
    record Wish(
            @Nullable String pack,
            @Nullable String name,
            @Nullable LocalDate day,
            @Nullable String begins,
            @Nullable String ends,
            @Nullable PlaceBody place,
            @Nullable List<AmountBody> goods,
            @Nullable String note,
            @Nullable List<UUID> photos,
            @Nullable String person,
            @Nullable String phone) {}

    @SchemaName("BookingChange")
    record Change(
            @Nullable Integer revision,
            @Nullable LocalDate day,
            @Nullable String begins,
            @Nullable String ends) {}

    @SchemaName("BookingCancel")
    record Cancel(@Nullable Integer revision, @Nullable String note) {}

    @SchemaName("BookingDispute")
    record Dispute(@Nullable String note) {}

    private final CasePlaces places;

    BookingBodies(CasePlaces places) {
        this.places = places;
    }

    Book.Wish wish(Tenant tenant, Wish wish) {
        PlaceBody place = wish.place();
        if (place == null || place.lon() == null || place.lat() == null)
            throw Refusal.invalid("place", "booking.no-place").exception();
        return new Book.Wish(
                key(wish.pack(), wish.name()),
                slot(wish.day(), wish.begins(), wish.ends()),
                places.at(tenant, place.lon(), place.lat(), place.datum(), place.address()),
                whole(wish.goods(), "goods").stream().map(BookingBodies::amount).toList(),
                wish.note(),
                whole(wish.photos(), "photos"),
                new Contact(wish.person(), wish.phone()));
    }

    static Offering.Key key(@Nullable String pack, @Nullable String name) {
        if (pack == null || name == null)
            throw Refusal.notFound("booking.no-offering").exception();
        return new Offering.Key(pack, name);
    }

    static Slot slot(@Nullable LocalDate day, @Nullable String begins, @Nullable String ends) {
        if (day == null) throw Refusal.invalid("day", "booking.no-day").exception();
        return new Slot(day, hour("begins", begins), hour("ends", ends));
    }

    private static LocalTime hour(String field, @Nullable String text) {
        try {
            if (text != null) return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(field, "booking.no-window").exception();
        }
        throw Refusal.invalid(field, "booking.no-window").exception();
    }

    private static Amount amount(AmountBody body) {
        return new Amount(Objects.requireNonNullElse(body.goods(), ""), Objects.requireNonNullElse(body.count(), 0));
    }

    static int revision(@Nullable Integer revision) {
        if (revision == null)
            throw Refusal.invalid("revision", "request.missing", "revision").exception();
        return revision;
    }

    static <T> List<T> whole(@Nullable List<T> given, String field) {
        if (given == null) return List.of();
        if (given.stream().anyMatch(Objects::isNull))
            throw Refusal.invalid(field, "request.wrong-value", field).exception();
        return given;
    }
}
