package org.yiwang.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningProduct;
import org.yiwang.demonstration.drawing.Drawing;
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.databind.JsonNode;

/** The running product with the package "waste" in force, and what several people do with bookings over HTTP. */
final class BookingWorld {
    static final String BOOKINGS = "/api/v1/bookings";
    static final String TRIPS = "/api/v1/trips";
    static final String PUBLIC = "/api/v1/public/bookings";

    private static final AtomicInteger PHONE = new AtomicInteger(10_000_000);
    private static boolean published;

    final RunningProduct product = RunningProduct.start();
    final HttpVisitor committee = product.signedIn("committee-c01");
    final HttpVisitor operator = product.signedIn("operator");
    final HttpVisitor head = product.signedIn("head-lvrong");
    final HttpVisitor crew = product.signedIn("handler-lvrong");

    BookingWorld() {
        publish(product.signedIn("admin"));
    }

    private static synchronized void publish(HttpVisitor admin) {
        if (published) return;
        JsonNode inForce = admin.get("/api/v1/scenarios/waste").json().at("/about/inForce");
        if (inForce.isMissingNode() || inForce.isNull()) {
            Answer answer = admin.post("/api/v1/scenarios/waste/publish", Map.of("version", 1));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
        published = true;
    }

    LocalDate today() {
        return LocalDate.ofInstant(product.now(), WorkCalendar.ZONE);
    }

    /** The earliest days on which something is free, each once. */
    List<LocalDate> days(String offering) {
        return slots(offering)
                .valueStream()
                .map(slot -> LocalDate.parse(slot.get("day").asString()))
                .distinct()
                .toList();
    }

    JsonNode slots(String offering) {
        return product.visitor()
                .get("/api/v1/public/offerings/waste/" + offering + "/slots")
                .json()
                .get("items");
    }

    /** A wish for a sofa in the morning of a day. */
    Map<String, Object> wish(LocalDate day) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("pack", "waste");
        wish.put("name", "bulky");
        wish.put("day", day.toString());
        wish.put("begins", "08:30");
        wish.put("ends", "11:30");
        wish.put("place", RunningProduct.PLACE);
        wish.put("goods", List.of(Map.of("goods", "sofa", "count", 1)));
        wish.put("person", "陈阿姨");
        wish.put("phone", phone());
        return wish;
    }

    static String phone() {
        return "138" + PHONE.incrementAndGet();
    }

    Answer booked(Map<String, Object> wish) {
        return operator.post(BOOKINGS, wish);
    }

    /** A booking that the operator made. */
    JsonNode booking(LocalDate day) {
        Answer answer = booked(wish(day));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().at("/detail/booking");
    }

    String photo(HttpVisitor visitor) {
        try {
            Answer answer = visitor.upload(
                    "/api/v1/attachments", "p.jpg", Drawing.jpeg("shop", false, PHONE.incrementAndGet() % 7));
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            return answer.get("id");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the first crew of the unit stands on the list. */
    String crewId() {
        return head.get(BOOKINGS + "/offerings")
                .json()
                .at("/items/0/crews")
                .valueStream()
                .filter(one -> one.get("name").asString().equals("冯德明"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    JsonNode trip(LocalDate day, String offering, String plate, List<String> bookings) {
        Answer answer = head.post(TRIPS, wanted(day, offering, plate, bookings));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    Map<String, Object> wanted(LocalDate day, String offering, String plate, List<String> bookings) {
        return Map.of(
                "pack",
                "waste",
                "name",
                offering,
                "day",
                day.toString(),
                "plate",
                plate,
                "crew",
                crewId(),
                "bookings",
                bookings);
    }

    Answer step(HttpVisitor by, String trip, String step, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.putIfAbsent(
                "revision",
                head.get(TRIPS + "/" + trip).json().at("/trip/revision").asInt());
        return by.post(TRIPS + "/" + trip + "/steps/" + step, body);
    }

    Answer serve(String trip, String booking, Map<String, Integer> kilograms) {
        return crew.post(
                TRIPS + "/" + trip + "/stops/" + booking,
                Map.of(
                        "step",
                        "serve",
                        "kilograms",
                        kilograms,
                        "before",
                        List.of(photo(crew)),
                        "after",
                        List.of(photo(crew))));
    }

    static List<String> ids(JsonNode... bookings) {
        List<String> ids = new ArrayList<>();
        for (JsonNode one : bookings) ids.add(one.get("id").asString());
        return ids;
    }
}
