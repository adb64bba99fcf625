package org.yiwang.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.booking.BookingWorld.BOOKINGS;
import static org.yiwang.booking.BookingWorld.PUBLIC;
import static org.yiwang.booking.BookingWorld.TRIPS;
import static org.yiwang.booking.BookingWorld.ids;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import tools.jackson.databind.JsonNode;

/** Bookings and trips over HTTP, from the resident's wish to the closed trip and the complaint. */
@Tag("database")
class BookingStoryTest {
    private static final String BULKY_PLATE = "沪A·Y1008（演示）";
    private static final String CONSTRUCTION_PLATE = "沪A·Z2016（演示）";

    private final BookingWorld world = new BookingWorld();
    private final HttpVisitor resident = world.product.visitor();
    private final LocalDate day = world.days("bulky").getFirst();

    @Test
    void a_resident_books_moves_and_cancels_by_a_private_link_that_shows_no_staff_and_no_number() {
        Map<String, Object> wish = world.wish(day);
        int free = free(day, "08:30");
        Answer taken = resident.post(PUBLIC, wish);
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(taken.get("number")).startsWith("Y");
        assertThat(free(day, "08:30")).isEqualTo(free - 1);
        String path = PUBLIC + "/" + taken.get("token");
        Answer page = resident.get(path);
        assertThat(page.json().at("/booking/state").asString()).isEqualTo("booked");
        assertThat(page.text()).doesNotContain(String.valueOf(wish.get("phone")), "陈阿姨");
        Answer moved = resident.post(
                path + "/change", Map.of("revision", 1, "day", day.toString(), "begins", "13:30", "ends", "16:30"));
        assertThat(moved.json().at("/booking/begins").asString())
                .as(moved.text())
                .isEqualTo("13:30");
        assertThat(free(day, "08:30")).isEqualTo(free);
        assertThat(resident.post(path + "/cancel", Map.of("revision", 1)).get("code"))
                .isEqualTo("booking.stale");
        assertThat(resident.post(path + "/cancel", Map.of("revision", 2))
                        .json()
                        .at("/booking/state")
                        .asString())
                .isEqualTo("cancelled");
        assertThat(resident.get(PUBLIC + "/guessed").get("code")).isEqualTo("booking.no-link");
    }

    @Test
    void every_wrong_wish_is_refused_with_its_field_and_a_remedy() {
        for (Map.Entry<String, Map<String, Object>> wrong : Map.of(
                        "booking.no-place", without("place"),
                        "booking.no-day", without("day"),
                        "booking.no-goods", without("goods"),
                        "booking.no-phone", with("phone", "call me"),
                        "booking.beyond", with("day", world.today().plusDays(60).toString()),
                        "booking.no-window", with("begins", "09:00"),
                        "booking.too-much", with("goods", List.of(Map.of("goods", "sofa", "count", 99))),
                        "booking.unknown-goods", with("goods", List.of(Map.of("goods", "piano", "count", 1))),
                        "case.outside", with("place", Map.of("lon", 120.0, "lat", 30.0)),
                        "booking.no-offering", with("name", "helicopter"))
                .entrySet()) {
            Answer refused = world.booked(wrong.getValue());
            assertThat(refused.get("code")).as(refused.text()).isEqualTo(wrong.getKey());
            assertThat(refused.get("remedy")).isNotBlank();
        }
    }

    @Test
    void a_sunday_and_a_public_holiday_are_not_offered() {
        LocalDate sunday =
                world.today().plusDays(7 - world.today().getDayOfWeek().getValue());
        assertThat(world.booked(with("day", sunday.toString())).get("code")).isIn("booking.day-off", "booking.beyond");
        assertThat(world.days("bulky")).noneMatch(one -> one.getDayOfWeek().getValue() == 7);
    }

    @Test
    void a_committee_books_for_its_own_residents_and_sees_no_others() {
        JsonNode elsewhere = world.booking(day);
        String own = elsewhere.get("committee").asString();
        HttpVisitor theirs = world.product.signedIn("committee-" + own);
        HttpVisitor others = world.product.signedIn(own.equals("c01") ? "committee-c02" : "committee-c01");
        String path = BOOKINGS + "/" + elsewhere.get("id").asString();
        assertThat(theirs.get(path).status()).isEqualTo(200);
        assertThat(others.get(path).get("code")).isEqualTo("booking.no-booking");
        assertThat(others.post(BOOKINGS, world.wish(day)).get("code")).isEqualTo("booking.elsewhere");
        Answer booked = theirs.post(BOOKINGS, world.wish(day));
        assertThat(booked.get("link")).startsWith("/m/b/");
        assertThat(world.product.signedIn("inspector-c01").get(BOOKINGS).status())
                .isEqualTo(403);
    }

    @Test
    void the_number_is_sealed_shown_masked_and_revealed_for_a_purpose_on_record() {
        Map<String, Object> wish = world.wish(day);
        JsonNode detail = world.booked(wish).json().get("detail");
        String id = detail.at("/booking/id").asString();
        String phone = String.valueOf(wish.get("phone"));
        assertThat(detail.at("/contact/phone").asString()).contains("****").isNotEqualTo(phone);
        String stored = JdbcClient.create(world.product.database().dataSource())
                .sql("select phone from booking.booking where id = ?::uuid")
                .param(id)
                .query(String.class)
                .single();
        assertThat(stored).startsWith("sm4:").doesNotContain(phone);
        assertThat(world.crew.post(BOOKINGS + "/" + id + "/reveal", Map.of()).status())
                .isEqualTo(422);
        assertThat(world.crew
                        .post(BOOKINGS + "/" + id + "/reveal", Map.of("purpose", "appointment"))
                        .get("phone"))
                .isEqualTo(phone);
        assertThat(trail("booking/" + id)).containsExactly("book", "contact-revealed");
    }

    @Test
    void from_the_proposal_to_the_closed_trip_and_the_complaint_with_its_case() {
        JsonNode one = world.booking(day);
        JsonNode two = world.booking(day);
        JsonNode three = world.booking(day);
        Answer proposal = world.head.post(
                TRIPS + "/proposal",
                Map.of("pack", "waste", "name", "bulky", "day", day.toString(), "plate", BULKY_PLATE));
        assertThat(proposal.status()).as(proposal.text()).isEqualTo(200);
        assertThat(proposal.text()).contains(ids(one, two, three));

        JsonNode trip = world.trip(day, "bulky", BULKY_PLATE, ids(one, two, three));
        String id = trip.at("/trip/id").asString();
        assertThat(trip.at("/trip/state").asString()).isEqualTo("draft");
        Answer arranged = world.step(world.head, id, "arrange", Map.of("bookings", ids(three, one, two)));
        assertThat(arranged.json().at("/stops/0/booking/id").asString())
                .as(arranged.text())
                .isEqualTo(three.get("id").asString());
        assertThat(world.step(world.crew, id, "give", Map.of()).get("code")).isEqualTo("booking.trip-not-yours");
        assertThat(world.step(world.head, id, "give", Map.of()).status()).isEqualTo(200);
        assertThat(world.crew.get("/api/v1/notices?limit=200").text())
                .contains(trip.at("/trip/number").asString());
        assertThat(world.crew.get(TRIPS + "/mine").text()).contains(id);

        String first = ids(three).getFirst();
        Answer served = world.serve(id, first, Map.of("wood", 60, "textile", 20));
        assertThat(served.json().at("/outcome/total").asInt()).as(served.text()).isEqualTo(80);
        assertThat(world.serve(id, first, Map.of("wood", 60)).get("code")).isEqualTo("booking.not-now");
        Answer missed = world.crew.post(
                TRIPS + "/" + id + "/stops/" + ids(one).getFirst(),
                Map.of("step", "miss", "note", "敲门无人", "before", List.of(world.photo(world.crew))));
        assertThat(missed.get("state")).as(missed.text()).isEqualTo("no-show");
        assertThat(world.step(world.crew, id, "weigh", weighing("1", 5_080)).get("code"))
                .isEqualTo("booking.trip-stops-left");
        world.serve(id, ids(two).getFirst(), Map.of("wood", 100));

        String ticket = "BD" + System.nanoTime();
        Answer weighed = world.step(world.crew, id, "weigh", weighing(ticket, 5_300));
        assertThat(weighed.json().at("/compared/difference").asInt())
                .as(weighed.text())
                .isEqualTo(120);
        assertThat(world.step(world.head, id, "close", Map.of()).get("code")).isEqualTo("booking.difference");
        assertThat(world.step(world.crew, id, "explain", Map.of("note", "床垫淋雨，含水"))
                        .status())
                .isEqualTo(200);
        assertThat(world.step(world.crew, id, "close", Map.of()).get("code")).isEqualTo("booking.trip-not-yours");
        Answer closed = world.step(world.head, id, "close", Map.of());
        assertThat(closed.json().at("/trip/state").asString()).as(closed.text()).isEqualTo("closed");
        assertThat(trail("trip/" + id)).containsExactly("make", "arrange", "give", "weigh", "explain", "close");
        assertThat(trail("booking/" + first)).containsExactly("book", "plan", "serve");
    }

    @Test
    void whoever_booked_says_that_it_was_not_done_and_a_case_has_the_booking_behind_it() {
        Answer taken = resident.post(PUBLIC, world.wish(day));
        String path = PUBLIC + "/" + taken.get("token");
        String booking = resident.get(path).json().at("/booking/id").asString();
        String trip = given("bulky", BULKY_PLATE, booking);
        world.serve(trip, booking, Map.of("wood", 40));
        assertThat(resident.post(path + "/dispute", Map.of("note", "")).get("code"))
                .isEqualTo("booking.no-note");
        Answer told = resident.post(path + "/dispute", Map.of("note", "沙发还在楼下"));
        assertThat(told.json().get("disputed").asBoolean()).as(told.text()).isTrue();
        assertThat(resident.post(path + "/dispute", Map.of("note", "还在")).get("code"))
                .isEqualTo("booking.disputed-already");
        String opened = world.head
                .get(BOOKINGS + "/" + booking)
                .json()
                .at("/booking/caseId")
                .asString();
        Answer file = world.operator.get("/api/v1/cases/" + opened);
        assertThat(file.status()).as(file.text()).isEqualTo(200);
        assertThat(file.get("category")).isEqualTo("G0201");
        assertThat(file.text()).contains("沙发还在楼下", taken.get("number"));
        assertThat(file.json().at("/attachments")).hasSize(2);
    }

    @Test
    void construction_waste_is_not_weighed_without_its_destination_and_no_slip_counts_twice() {
        LocalDate later = world.days("construction").getFirst();
        Map<String, Object> wish = world.wish(later);
        wish.putAll(Map.of(
                "name",
                "construction",
                "begins",
                "09:00",
                "ends",
                "12:00",
                "goods",
                List.of(Map.of("goods", "rubble", "count", 10))));
        String booking = world.booked(wish).json().at("/detail/booking/id").asString();
        Map<String, Object> second = new HashMap<>(wish);
        second.put("phone", BookingWorld.phone());
        String other = world.booked(second).json().at("/detail/booking/id").asString();
        JsonNode trip = world.trip(later, "construction", CONSTRUCTION_PLATE, List.of(booking));
        String id = trip.at("/trip/id").asString();
        world.step(world.head, id, "give", Map.of());
        assertThat(world.serve(id, booking, Map.of("rubble", 400)).status()).isEqualTo(200);
        String ticket = "ZX" + System.nanoTime();
        assertThat(world.step(world.crew, id, "weigh", weighing(ticket, 5_400)).get("code"))
                .isEqualTo("booking.no-site");
        Answer weighed = world.step(world.crew, id, "weigh", weighing(ticket, 5_400, "recycling"));
        assertThat(weighed.json().at("/compared/beyond").asBoolean())
                .as(weighed.text())
                .isFalse();
        assertThat(weighed.json().at("/weighed/site").asString()).isEqualTo("recycling");

        JsonNode again = world.trip(later, "construction", CONSTRUCTION_PLATE, List.of(other));
        String twice = again.at("/trip/id").asString();
        world.step(world.head, twice, "give", Map.of());
        world.serve(twice, other, Map.of("rubble", 400));
        assertThat(world.step(world.crew, twice, "weigh", weighing(ticket, 5_400, "recycling"))
                        .get("code"))
                .isEqualTo("booking.ticket-used");
    }

    @Test
    void a_booking_on_one_trip_is_on_no_other_and_waits_again_when_its_trip_is_dropped() {
        JsonNode booking = world.booking(day);
        JsonNode trip = world.trip(day, "bulky", BULKY_PLATE, ids(booking));
        Answer second = world.head.post(TRIPS, world.wanted(day, "bulky", BULKY_PLATE, ids(booking)));
        assertThat(second.get("code")).isEqualTo("booking.not-now");
        String id = trip.at("/trip/id").asString();
        assertThat(world.step(world.head, id, "drop", Map.of()).get("code")).isEqualTo("booking.no-note");
        assertThat(world.step(world.head, id, "drop", Map.of("note", "车辆故障")).status())
                .isEqualTo(200);
        Answer free = world.head.get(BOOKINGS + "/" + ids(booking).getFirst());
        assertThat(free.json().at("/booking/state").asString()).isEqualTo("booked");
        assertThat(free.json().at("/booking/trip").isMissingNode()
                        || free.json().at("/booking/trip").isNull())
                .isTrue();
    }

    @Test
    void pages_follow_one_another_by_window_without_gap_or_repetition() {
        LocalDate quiet = world.days("bulky").get(1);
        for (String begins : List.of("13:30", "08:30", "13:30")) {
            Map<String, Object> wish = world.wish(quiet);
            wish.put("begins", begins);
            wish.put("ends", begins.equals("08:30") ? "11:30" : "16:30");
            assertThat(world.booked(wish).status()).isEqualTo(201);
        }
        String path = BOOKINGS + "?day=" + quiet + "&pack=waste&name=bulky&limit=";
        List<String> all = world.operator.get(path + 200).json().get("items").findValuesAsString("id");
        List<String> paged = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            JsonNode page = world.operator.get(path + 2 + "&cursor=" + cursor).json();
            paged.addAll(page.get("items").findValuesAsString("id"));
            cursor = page.path("next").asString(null);
        }
        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
        assertThat(world.operator.get(path + 2 + "&cursor=rubbish").status()).isEqualTo(422);
    }

    private String given(String offering, String plate, String booking) {
        String id = world.trip(day, offering, plate, List.of(booking))
                .at("/trip/id")
                .asString();
        assertThat(world.step(world.head, id, "give", Map.of()).status()).isEqualTo(200);
        return id;
    }

    private static Map<String, Object> weighing(String ticket, int gross) {
        return Map.of("weighing", Map.of("station", "yangshupu", "ticket", ticket, "gross", gross, "tare", 5_000));
    }

    private static Map<String, Object> weighing(String ticket, int gross, String site) {
        return Map.of(
                "weighing",
                Map.of("station", "yangshupu", "ticket", ticket, "gross", gross, "tare", 5_000, "site", site));
    }

    private Map<String, Object> without(String field) {
        Map<String, Object> wish = world.wish(day);
        wish.remove(field);
        return wish;
    }

    private Map<String, Object> with(String field, Object value) {
        Map<String, Object> wish = world.wish(day);
        wish.put(field, value);
        return wish;
    }

    private int free(LocalDate on, String begins) {
        return world.slots("bulky")
                .valueStream()
                .filter(slot -> slot.get("day").asString().equals(on.toString())
                        && slot.get("begins").asString().equals(begins))
                .findFirst()
                .orElseThrow()
                .get("free")
                .asInt();
    }

    private List<String> trail(String stream) {
        return JdbcClient.create(world.product.database().dataSource())
                .sql("select action from platform.audit where stream = ? order by seq")
                .param(stream)
                .query(String.class)
                .list();
    }
}
