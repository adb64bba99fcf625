package org.yiwang.booking.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.booking.model.Made.MONDAY;
import static org.yiwang.booking.model.Made.NOW;
import static org.yiwang.booking.model.Made.PHOTO;
import static org.yiwang.booking.model.Made.SLOTS;
import static org.yiwang.booking.model.Made.TODAY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.booking.model.BookingStep.Part;
import org.yiwang.platform.Decision;
import org.yiwang.platform.Refusal;

class DecideBookingTest {
    private static final Slot TUESDAY = new Slot(TODAY.plusDays(4), LocalTime.of(13, 30), LocalTime.of(16, 30));

    @Test
    void whoever_booked_may_change_and_cancel_until_twelve_hours_before_and_not_a_moment_longer() {
        Instant last = MONDAY.from().minus(Duration.ofHours(12));
        assertThat(code(decide(BookingState.BOOKED, Part.BOOKER, last).cancel(1, null)))
                .isEmpty();
        Instant late = last.plusSeconds(1);
        assertThat(code(decide(BookingState.BOOKED, Part.BOOKER, late).cancel(1, null)))
                .isEqualTo("booking.too-late");
        assertThat(code(decide(BookingState.BOOKED, Part.BOOKER, late).change(1, TUESDAY, false)))
                .isEqualTo("booking.too-late");
        assertThat(code(decide(BookingState.BOOKED, Part.DESK, late).cancel(1, "居民来电")))
                .isEmpty();
    }

    @Test
    void a_change_goes_to_a_slot_that_is_offered_and_to_no_other() {
        DecideBooking decide = decide(BookingState.BOOKED, Part.BOOKER, NOW);
        Booking after = booked().after(decide.change(1, TUESDAY, false).orThrow());
        assertThat(after.slot()).isEqualTo(TUESDAY);
        assertThat(after.revision()).isEqualTo(2);
        assertThat(code(decide.change(1, MONDAY, false))).isEqualTo("booking.same-slot");
        assertThat(code(decide.change(1, TUESDAY, true))).isEqualTo("booking.day-off");
        assertThat(code(decide.change(0, TUESDAY, false))).isEqualTo("booking.stale");
        Slot odd = new Slot(TUESDAY.day(), LocalTime.of(9, 0), LocalTime.of(10, 0));
        assertThat(code(decide.change(1, odd, false))).isEqualTo("booking.no-window");
    }

    @Test
    void slots_lie_between_tomorrow_and_a_fortnight_ahead_and_never_on_sundays() {
        assertThat(refused(0)).isEqualTo("booking.beyond");
        assertThat(refused(1)).isEmpty();
        assertThat(refused(2)).isEqualTo("booking.day-off");
        assertThat(refused(14)).isEmpty();
        assertThat(refused(15)).isEqualTo("booking.beyond");
        assertThat(SLOTS.on(TODAY, false)).hasSize(2);
        assertThat(SLOTS.on(TODAY, true)).isEmpty();
    }

    @Test
    void what_was_taken_needs_photos_of_both_and_a_weight_what_was_left_a_reason() {
        DecideBooking crew = decide(BookingState.PLANNED, Part.CREW, NOW);
        List<UUID> one = List.of(PHOTO);
        Map<String, Integer> wood = Map.of("wood", 40);
        assertThat(settled(crew, BookingStep.SERVE, null, wood, List.of(), one)).isEqualTo("booking.no-photo-before");
        assertThat(settled(crew, BookingStep.SERVE, null, wood, one, List.of())).isEqualTo("booking.no-photo-after");
        assertThat(settled(crew, BookingStep.SERVE, null, Map.of(), one, one)).isEqualTo("booking.no-weight");
        assertThat(settled(crew, BookingStep.SERVE, null, Map.of("gold", 1), one, one))
                .isEqualTo("booking.no-weight");
        assertThat(settled(crew, BookingStep.SERVE, null, Map.of("wood", 0), one, one))
                .isEqualTo("booking.no-weight");
        assertThat(settled(crew, BookingStep.SERVE, null, wood, one, one)).isEmpty();
        assertThat(settled(crew, BookingStep.TURN_AWAY, "bad mood", Map.of(), one, List.of()))
                .isEqualTo("booking.no-reason");
        assertThat(settled(crew, BookingStep.TURN_AWAY, "hazardous", Map.of(), one, List.of()))
                .isEmpty();
        assertThat(settled(crew, BookingStep.MISS, null, Map.of(), one, List.of()))
                .isEmpty();
    }

    @Test
    void nobody_but_the_crew_of_its_trip_settles_a_stop() {
        DecideBooking dispatcher = decide(BookingState.PLANNED, Part.DISPATCHER, NOW);
        assertThat(code(dispatcher.settle(BookingStep.SERVE, Made.outcome(40)))).isEqualTo("booking.not-yours");
        DecideBooking early = decide(BookingState.BOOKED, Part.CREW, NOW);
        assertThat(code(early.settle(BookingStep.SERVE, Made.outcome(40)))).isEqualTo("booking.not-now");
    }

    @Test
    void that_it_was_not_done_is_said_once_with_words_and_by_whoever_booked() {
        Booking served = Made.served(1, 40);
        DecideBooking booker = new DecideBooking(served, Made.offering(false), Person.booker(), NOW);
        UUID opened = new UUID(3, 3);
        assertThat(code(booker.dispute(" ", opened))).isEqualTo("booking.no-note");
        Booking after = served.after(booker.dispute("沙发还在楼下", opened).orThrow());
        assertThat(after.state()).isEqualTo(BookingState.SERVED);
        assertThat(after.pickup().caseId()).isEqualTo(opened);
        DecideBooking again = new DecideBooking(after, Made.offering(false), Person.booker(), NOW);
        assertThat(code(again.dispute("还在", opened))).isEqualTo("booking.disputed-already");
        assertThat(again.open()).isEmpty();
    }

    @Test
    void every_state_offers_each_part_what_the_table_says() {
        assertThat(open(BookingState.BOOKED, Part.BOOKER)).containsExactly(BookingStep.CHANGE, BookingStep.CANCEL);
        assertThat(open(BookingState.PLANNED, Part.BOOKER)).containsExactly(BookingStep.CANCEL);
        assertThat(open(BookingState.PLANNED, Part.CREW))
                .containsExactly(BookingStep.SERVE, BookingStep.MISS, BookingStep.TURN_AWAY);
        assertThat(open(BookingState.BOOKED, Part.DISPATCHER)).containsExactly(BookingStep.PLAN);
        assertThat(open(BookingState.PLANNED, Part.DISPATCHER)).containsExactly(BookingStep.RELEASE);
        for (BookingState state : List.of(BookingState.SERVED, BookingState.NO_SHOW, BookingState.TURNED_AWAY))
            assertThat(open(state, Part.BOOKER)).containsExactly(BookingStep.DISPUTE);
        for (Part part : Part.values())
            assertThat(open(BookingState.CANCELLED, part)).isEmpty();
    }

    @Test
    void a_booking_is_overdue_once_its_window_is_over_and_it_still_waits() {
        Instant after = MONDAY.until().plusSeconds(1);
        assertThat(booked().isOverdue(MONDAY.until())).isFalse();
        assertThat(booked().isOverdue(after)).isTrue();
        assertThat(Made.served(1, 40).isOverdue(after)).isFalse();
    }

    @Test
    void amounts_are_of_the_list_once_each_and_no_more_than_it_says() {
        CollectionRule rule = Made.offering(false).collection();
        assertThat(amounts(rule)).isEqualTo("booking.no-goods");
        assertThat(amounts(rule, new Amount("piano", 1))).isEqualTo("booking.unknown-goods");
        assertThat(amounts(rule, new Amount("sofa", 1), new Amount("sofa", 1))).isEqualTo("booking.unknown-goods");
        assertThat(amounts(rule, new Amount("sofa", 0))).isEqualTo("booking.too-much");
        assertThat(amounts(rule, new Amount("sofa", 5))).isEqualTo("booking.too-much");
        assertThat(amounts(rule, new Amount("sofa", 4))).isEmpty();
        assertThat(rule.litres(List.of(new Amount("sofa", 3)))).isEqualTo(3_600);
    }

    private static String amounts(CollectionRule rule, Amount... amounts) {
        Refusal refusal = rule.refusal(List.of(amounts));
        return refusal == null ? "" : refusal.code();
    }

    private static String refused(int days) {
        Slot slot = new Slot(TODAY.plusDays(days), MONDAY.begins(), MONDAY.ends());
        Refusal refusal = SLOTS.refusal(slot, TODAY, false);
        return refusal == null ? "" : refusal.code();
    }

    private static String settled(
            DecideBooking decide,
            BookingStep step,
            @org.jspecify.annotations.Nullable String reason,
            Map<String, Integer> kilograms,
            List<UUID> before,
            List<UUID> after) {
        return code(decide.settle(step, new Outcome(reason, "", kilograms, before, after, NOW)));
    }

    private static List<BookingStep> open(BookingState state, Part part) {
        return decide(state, part, NOW).open();
    }

    private static DecideBooking decide(BookingState state, Part part, Instant now) {
        return new DecideBooking(Made.booking(1, state), Made.offering(false), Made.person(part), now);
    }

    private static Booking booked() {
        return Made.booking(1, BookingState.BOOKED);
    }

    static String code(Decision<?> decision) {
        return decision instanceof Decision.Refused<?>(Refusal refusal) ? refusal.code() : "";
    }
}
