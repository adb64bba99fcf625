package org.yiwang.booking.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.booking.model.DecideBookingTest.code;
import static org.yiwang.booking.model.Made.NOW;
import static org.yiwang.booking.model.Made.TODAY;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.booking.model.BookingStep.Part;
import org.yiwang.booking.model.CollectionRule.Vehicle;
import org.yiwang.platform.Refusal;

class DecideTripTest {
    private static final Vehicle SMALL = new Vehicle("沪A1", 3_000, 400);

    @Test
    void no_vehicle_is_loaded_beyond_its_room_or_weight_by_plan() {
        Booking one = Made.booking(1, BookingState.BOOKED);
        Booking two = Made.booking(2, BookingState.BOOKED);
        Booking three = Made.booking(3, BookingState.BOOKED);
        assertThat(refused(List.of(one, two), SMALL)).isEmpty();
        assertThat(refused(List.of(one, two, three), SMALL)).isEqualTo("booking.trip-overloaded");
        assertThat(refused(List.of(one, two), new Vehicle("沪A2", 3_000, 99))).isEqualTo("booking.trip-overloaded");
        assertThat(refused(List.of(), SMALL)).isEqualTo("booking.trip-stops");
    }

    @Test
    void a_trip_is_weighed_when_every_stop_is_settled_and_not_before() {
        Trip trip = Made.trip(TripState.GIVEN);
        List<Booking> left = List.of(Made.served(1, 100), Made.booking(2, BookingState.PLANNED));
        assertThat(code(decide(trip, left, Part.CREW).weigh(1, weighing(5_100, 5_000))))
                .isEqualTo("booking.trip-stops-left");
        List<Booking> over = List.of(Made.served(1, 100), Made.booking(2, BookingState.CANCELLED));
        assertThat(code(decide(trip, over, Part.CREW).weigh(1, weighing(5_100, 5_000))))
                .isEmpty();
    }

    @Test
    void a_slip_says_station_number_and_a_gross_no_less_than_the_tare() {
        Trip trip = Made.trip(TripState.GIVEN);
        DecideTrip decide = decide(trip, List.of(Made.served(1, 100)), Part.CREW);
        assertThat(code(decide.weigh(1, weighing(4_999, 5_000)))).isEqualTo("booking.wrong-weights");
        assertThat(code(decide.weigh(1, weighing(50_000, 5_000)))).isEqualTo("booking.wrong-weights");
        assertThat(code(decide.weigh(1, new Weighing("station", " ", 5_100, 5_000, null))))
                .isEqualTo("booking.no-ticket");
        assertThat(code(decide.weigh(1, new Weighing("elsewhere", "1", 5_100, 5_000, null))))
                .isEqualTo("booking.no-station");
    }

    @Test
    void construction_waste_names_its_destination_and_bulky_waste_none() {
        List<Booking> stops = List.of(Made.served(1, 100));
        DecideTrip construction =
                new DecideTrip(Made.trip(TripState.GIVEN), stops, Made.offering(true), Made.person(Part.CREW), NOW);
        assertThat(code(construction.weigh(1, weighing(5_100, 5_000)))).isEqualTo("booking.no-site");
        Weighing placed = new Weighing("station", "1", 5_100, 5_000, "site");
        assertThat(code(construction.weigh(1, placed))).isEmpty();
        assertThat(code(decide(Made.trip(TripState.GIVEN), stops, Part.CREW).weigh(1, placed)))
                .isEqualTo("booking.no-site");
    }

    @Test
    void a_difference_within_its_bound_closes_and_one_kilogram_more_has_to_be_explained() {
        assertThat(code(weighed(140).close(2))).isEmpty();
        assertThat(code(weighed(60).close(2))).isEmpty();
        assertThat(code(weighed(141).close(2))).isEqualTo("booking.difference");
        assertThat(code(weighed(59).close(2))).isEqualTo("booking.difference");
        assertThat(code(weighed(140).explain(2, "雨天含水"))).isEqualTo("booking.trip-no-difference");
    }

    @Test
    void of_a_heavy_load_five_per_cent_are_allowed() {
        Reconciliation compared = Reconciliation.of(
                weighing(12_000, 10_000), 1_900, Made.offering(false).collection());
        assertThat(compared).isEqualTo(new Reconciliation(2_000, 1_900, 100, 100));
        assertThat(compared.isBeyond()).isFalse();
    }

    @Test
    void an_explained_difference_closes_but_weighing_anew_asks_for_a_new_explanation() {
        List<Booking> stops = List.of(Made.served(1, 100));
        Trip weighed = after(Made.trip(TripState.GIVEN), stops, weighing(5_300, 5_000));
        DecideTrip crew = decide(weighed, stops, Part.CREW);
        assertThat(code(crew.explain(2, " "))).isEqualTo("booking.no-note");
        Trip explained = weighed.after(crew.explain(2, "雨天含水").orThrow());
        assertThat(code(decide(explained, stops, Part.DISPATCHER).close(3))).isEmpty();
        Trip again = after(explained, stops, weighing(5_400, 5_000));
        assertThat(again.explanation()).isNull();
        assertThat(code(decide(again, stops, Part.DISPATCHER).close(4))).isEqualTo("booking.difference");
    }

    @Test
    void nobody_closes_the_trip_that_they_drove() {
        Trip weighed = after(Made.trip(TripState.GIVEN), List.of(Made.served(1, 100)), weighing(5_100, 5_000));
        DecideTrip both = new DecideTrip(
                weighed,
                List.of(Made.served(1, 100)),
                Made.offering(false),
                Made.person(Part.CREW, Part.DISPATCHER),
                NOW);
        assertThat(code(both.close(2))).isEqualTo("booking.trip-own");
    }

    @Test
    void a_trip_is_put_into_another_order_with_its_own_stops_only_and_dropped_until_one_is_settled() {
        Booking one = Made.booking(1, BookingState.PLANNED);
        Booking two = Made.booking(2, BookingState.PLANNED);
        DecideTrip draft = decide(Made.trip(TripState.DRAFT), List.of(one, two), Part.DISPATCHER);
        assertThat(code(draft.arrange(1, List.of(two.id(), one.id()), 9))).isEmpty();
        assertThat(code(draft.arrange(1, List.of(one.id()), 9))).isEqualTo("booking.trip-other-stops");
        assertThat(code(draft.arrange(1, List.of(one.id(), one.id()), 9))).isEqualTo("booking.trip-other-stops");
        assertThat(code(draft.arrange(1, List.of(one.id(), new UUID(9, 9)), 9))).isEqualTo("booking.trip-other-stops");
        assertThat(code(draft.drop(1, "车辆故障"))).isEmpty();
        DecideTrip begun = decide(Made.trip(TripState.GIVEN), List.of(Made.served(1, 100), two), Part.DISPATCHER);
        assertThat(code(begun.drop(1, "车辆故障"))).isEqualTo("booking.trip-begun");
    }

    /** One stop of 100 kg, weighed as so much. */
    private static DecideTrip weighed(int net) {
        List<Booking> stops = List.of(Made.served(1, 100));
        return decide(after(Made.trip(TripState.GIVEN), stops, weighing(5_000 + net, 5_000)), stops, Part.DISPATCHER);
    }

    private static Trip after(Trip trip, List<Booking> stops, Weighing weighing) {
        return trip.after(
                decide(trip, stops, Part.CREW).weigh(trip.revision(), weighing).orThrow());
    }

    private static DecideTrip decide(Trip trip, List<Booking> stops, Part part) {
        return new DecideTrip(trip, stops, Made.offering(false), Made.person(part), NOW);
    }

    private static Weighing weighing(int gross, int tare) {
        return new Weighing("station", "0001", gross, tare, null);
    }

    private static String refused(List<Booking> chosen, Vehicle vehicle) {
        Refusal refusal = DecideTrip.refusal(chosen, Made.offering(false), vehicle, TODAY.plusDays(3), NOW);
        return refusal == null ? "" : refusal.code();
    }
}
