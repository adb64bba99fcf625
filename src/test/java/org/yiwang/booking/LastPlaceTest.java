package org.yiwang.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.sql.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.booking.Book.Wish;
import org.yiwang.booking.model.Amount;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.Offering;
import org.yiwang.booking.model.Slot;
import org.yiwang.booking.store.BookingStore;
import org.yiwang.booking.store.Contact;
import org.yiwang.casework.CasePlaces;
import org.yiwang.casework.model.Place;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;

/** R13: however many want the last places of a slot at once, no more get one than there are, and every place that is given back can be had again. */
@Tag("database")
class LastPlaceTest {
    private static final Tenant TENANT = new Tenant(310110018);
    private static final Offering.Key BULKY = new Offering.Key("waste", "bulky");
    private static final int CAPACITY = 12;
    private static final int CLIENTS = 200;
    private static final int THREADS = 32;
    private static final LocalTime HALF_PAST_EIGHT = LocalTime.of(8, 30);
    private static final LocalTime HALF_PAST_ELEVEN = LocalTime.of(11, 30);

    private final BookingWorld world = new BookingWorld();
    private final Book book = world.product.bean(Book.class);
    private final Instant now = world.product.now();
    private final Place place = world.product.bean(CasePlaces.class).at(TENANT, 121.5399, 31.2716, null, null);

    @Test
    void two_hundred_at_once_for_twelve_places_get_twelve_and_the_others_are_told_that_it_is_full() throws Exception {
        Slot slot = slot(1);
        List<Booking> got = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger full = new AtomicInteger();
        together(CLIENTS, n -> {
            try {
                got.add(book(slot, n));
            } catch (RefusedException e) {
                assertThat(e.refusal().code()).isEqualTo("booking.full");
                full.incrementAndGet();
            }
        });
        assertThat(got).hasSize(CAPACITY);
        assertThat(full.get()).isEqualTo(CLIENTS - CAPACITY);
        assertThat(got.stream().map(Booking::number)).doesNotHaveDuplicates();
        agree(slot, CAPACITY);
        System.out.printf("last place: %d clients for %d places, %d booked%n", CLIENTS, CAPACITY, got.size());
    }

    @Test
    void a_storm_of_booking_changing_and_cancelling_leaves_every_count_true() throws Exception {
        Slot[] slots = {slot(2), slot(3), slot(4)};
        ActOnBooking act = world.product.bean(ActOnBooking.class);
        BookingStore store = world.product.bean(BookingStore.class);
        List<String> tokens = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger steps = new AtomicInteger();
        together(THREADS * 12, n -> {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            try {
                if (tokens.size() < 6 || random.nextInt(3) == 0) {
                    String token = "storm-" + n + "-" + random.nextLong();
                    book.byResident(TENANT, wish(slots[random.nextInt(slots.length)]), token, now);
                    tokens.add(token);
                } else {
                    var link = store.find(tokens.get(random.nextInt(tokens.size())))
                            .orElseThrow();
                    int revision = act.behind(link).revision();
                    if (random.nextBoolean()) act.cancel(link, revision, null, now);
                    else act.change(link, revision, slots[random.nextInt(slots.length)], now);
                }
                steps.incrementAndGet();
            } catch (RefusedException e) {
                assertThat(e.refusal().code())
                        .isIn("booking.full", "booking.stale", "booking.not-now", "booking.same-slot");
            }
        });
        assertThat(steps.get()).isGreaterThan(THREADS);
        for (Slot slot : slots) agree(slot, live(slot));
        System.out.printf("last place: %d steps of a storm over three slots%n", steps.get());
    }

    @Test
    void one_number_gets_three_open_bookings_however_fast_it_asks() throws Exception {
        String phone = BookingWorld.phone();
        AtomicInteger got = new AtomicInteger();
        Slot slot = slot(5);
        together(20, n -> {
            try {
                Wish wish = wish(slot);
                Wish own =
                        new Wish(wish.offering(), slot, place, wish.goods(), null, List.of(), new Contact("甲", phone));
                book.byResident(TENANT, own, "three-" + n + phone, now);
                got.incrementAndGet();
            } catch (RefusedException e) {
                assertThat(e.refusal().code()).isEqualTo("booking.each");
            }
        });
        assertThat(got.get()).isEqualTo(3);
    }

    @Test
    void the_database_itself_refuses_one_more_than_there_are_and_a_changed_past() {
        Slot slot = slot(6);
        Booking booking = book(slot, 1);
        JdbcClient db = JdbcClient.create(world.product.database().dataSource());
        assertThatThrownBy(() -> db.sql("update booking.slot set taken = capacity + 1 where day = ?")
                        .param(Date.valueOf(slot.day()))
                        .update())
                .hasMessageContaining("never_over_capacity");
        for (String change : List.of(
                "update booking.event set note = 'x' where booking = ?", "delete from booking.event where booking = ?"))
            assertThatThrownBy(() -> db.sql(change).param(booking.id()).update())
                    .hasMessageContaining("added to, never changed");
    }

    /** What the slot says, what is booked, and what was expected are the same. */
    private void agree(Slot slot, int expected) {
        int taken = JdbcClient.create(world.product.database().dataSource())
                .sql("select taken from booking.slot where day = ? and begins = ? and offering = 'bulky'")
                .params(Date.valueOf(slot.day()), Time.valueOf(slot.begins()))
                .query(Integer.class)
                .single();
        assertThat(taken).isEqualTo(live(slot)).isEqualTo(expected).isLessThanOrEqualTo(CAPACITY);
    }

    private int live(Slot slot) {
        return JdbcClient.create(world.product.database().dataSource())
                .sql("""
                     select count(*) from booking.booking
                     where day = ? and begins = ? and offering = 'bulky' and state <> 'cancelled'
                     """)
                .params(Date.valueOf(slot.day()), Time.valueOf(slot.begins()))
                .query(Integer.class)
                .single();
    }

    private Booking book(Slot slot, int n) {
        return book.byResident(TENANT, wish(slot), "last-" + n + "-" + System.nanoTime(), now);
    }

    private Wish wish(Slot slot) {
        return new Wish(
                BULKY,
                slot,
                place,
                List.of(new Amount("sofa", 1)),
                null,
                List.of(),
                new Contact("甲", BookingWorld.phone()));
    }

    /** A slot of its own for each test, the n-th last of those that are offered. */
    private Slot slot(int n) {
        List<LocalDate> days = world.days("bulky");
        return new Slot(days.get(days.size() - n), HALF_PAST_EIGHT, HALF_PAST_ELEVEN);
    }

    private interface Attempt {
        void at(int n);
    }

    private static void together(int count, Attempt attempt) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int n = 0; n < count; n++) {
                int number = n;
                all.add(threads.submit(() -> {
                    start.await();
                    attempt.at(number);
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : all) one.get();
        }
    }
}
