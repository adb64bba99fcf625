package org.yiwang.booking.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yiwang.booking.model.BookingStep.Part;
import org.yiwang.booking.model.CollectionRule.Named;
import org.yiwang.booking.model.CollectionRule.Vehicle;
import org.yiwang.casework.model.Place;
import org.yiwang.organisation.UnitId;
import org.yiwang.scenario.Words;
import org.yiwang.territory.LonLat;

/** An offering, its bookings and its people, as the tests of the model need them. */
final class Made {
    /** A Friday, 10:30 in Shanghai. */
    static final Instant NOW = Instant.parse("2021-12-31T02:30:00Z");

    static final LocalDate TODAY = LocalDate.of(2021, 12, 31);
    static final Slot MONDAY = new Slot(TODAY.plusDays(3), LocalTime.of(8, 30), LocalTime.of(11, 30));
    static final UnitId LVRONG = new UnitId("lvrong");
    static final UUID CREW = new UUID(0, 77);
    static final UUID PHOTO = new UUID(0, 99);

    static final SlotRule SLOTS = new SlotRule(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
            false,
            List.of(
                    new Window(LocalTime.of(8, 30), LocalTime.of(11, 30), 2),
                    new Window(LocalTime.of(13, 30), LocalTime.of(16, 30), 2)),
            1,
            14,
            12,
            3);

    private Made() {}

    static Offering offering(boolean hasSites) {
        CollectionRule rule = new CollectionRule(
                List.of(new Goods("sofa", Words.of("沙发"), Goods.Measure.PIECE, 1_200, 50, 4)),
                List.of(new Named("wood", Words.of("木料"))),
                List.of(new Named("hazardous", Words.of("混有危险废物"))),
                List.of(new Vehicle("沪A1", 3_000, 400)),
                List.of(new Named("station", Words.of("中转站"))),
                hasSites ? List.of(new Named("site", Words.of("消纳场"))) : List.of(),
                new LonLat(121.54, 31.26),
                8,
                5,
                40,
                "G0201");
        return new Offering(new Offering.Key("waste", "bulky"), 1, Words.of("大件垃圾"), LVRONG, true, SLOTS, rule);
    }

    static Booking booking(int n, BookingState state) {
        Offering offering = offering(false);
        Place place = new Place(121.54, 31.27, "长阳路", "c", new UnitId("c01"), new UnitId("area-1"));
        Pickup pickup = Pickup.wanted(place, List.of(new Amount("sofa", 1)), offering.collection());
        return new Booking(
                new UUID(1, n),
                "Y20211231-00" + n,
                offering.key(),
                1,
                LVRONG,
                MONDAY,
                state,
                1,
                null,
                "",
                List.of(),
                NOW,
                NOW,
                null,
                pickup);
    }

    static Person person(Part... parts) {
        return new Person(new UUID(0, 1), "马蓉", LVRONG, Set.of(parts));
    }

    static Outcome outcome(int kilograms) {
        return new Outcome(null, "", Map.of("wood", kilograms), List.of(PHOTO), List.of(PHOTO), NOW);
    }

    /** A stop whose crew took so much. */
    static Booking served(int n, int kilograms) {
        Booking planned = booking(n, BookingState.PLANNED);
        return planned.after(new DecideBooking(planned, offering(false), person(Part.CREW), NOW)
                .settle(BookingStep.SERVE, outcome(kilograms))
                .orThrow());
    }

    static Trip trip(TripState state) {
        return new Trip(
                new UUID(2, 1),
                "T20211231-01",
                new Offering.Key("waste", "bulky"),
                1,
                LVRONG,
                TODAY,
                new Vehicle("沪A1", 3_000, 400),
                CREW,
                "冯德明",
                state,
                1,
                0,
                null,
                null,
                NOW,
                NOW,
                null);
    }
}
