package org.yiwang.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.sensing.SensingWorld.TENANT;
import static org.yiwang.sensing.SensingWorld.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.alarms.RunAlarms;
import org.yiwang.organisation.SetClock;
import org.yiwang.sensing.gate.Ways;
import org.yiwang.sensing.model.DeviceOrder;
import org.yiwang.sensing.model.DeviceOrder.State;
import org.yiwang.sensing.store.DeviceOrderStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An electric bicycle in a lift, with a controller of another maker: what is asked of it, what it answers, and what is never asked. */
@Tag("database")
class AskLiftTest {
    private final SensingWorld world = new SensingWorld();
    private String serial = "";
    private String secret = "";

    @BeforeEach
    void enter() {
        serial = world.controller();
        secret = world.secret(serial);
        world.product.bean(RunAlarms.class).tellSoon();
        world.product.bean(RunAlarms.class).turn();
    }

    private void pass(int seconds) {
        world.product.bean(SetClock.class).pass(Duration.ofSeconds(seconds));
    }

    private void ebikeForTwoSeconds(LiftController lift) {
        lift.say("ebike_detected", "\"confidence\": 0.93, \"floor\": 1, \"door\": \"open\"");
        pass(3);
    }

    private List<DeviceOrder> orders() {
        return world.product.bean(AskDevices.class).ofDevice(TENANT, serial);
    }

    private boolean is(String kind, State state) {
        return orders().stream().anyMatch(one -> one.kind().equals(kind) && one.state() == state);
    }

    private JsonNode shown(String kind) {
        Answer answer = world.operator.get("/api/v1/sensing/devices/" + serial + "/orders");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        for (JsonNode one : answer.json().get("items"))
            if (one.get("kind").asString().equals(kind)) return one;
        throw new AssertionError(answer.text());
    }

    @Test
    void an_ebike_seen_for_two_seconds_asks_to_hold_the_door_and_speak_and_the_answers_are_shown() {
        try (LiftController lift = new LiftController(world, serial, secret)) {
            ebikeForTwoSeconds(lift);
            await(() -> lift.kinds().containsAll(List.of("hold_door", "voice")));
            JsonNode hold = lift.first("hold_door");
            assertThat(hold.get("device").asString()).isEqualTo(serial);
            assertThat(hold.get("with").get("seconds").isInt()).isTrue();
            assertThat(hold.get("with").get("seconds").asInt()).isEqualTo(60);
            assertThat(hold.get("try").asInt()).isEqualTo(1);
            lift.answer(hold, "done");
            lift.say(
                    "order_answer",
                    "\"order\": \"%s\", \"result\": \"refused\", \"reason\": \"扬声器故障\""
                            .formatted(lift.first("voice").get("id").asString()));
            await(() -> is("hold_door", State.DONE) && is("voice", State.REFUSED));
            assertThat(shown("hold_door").get("name").asString()).isEqualTo("请求保持开门");
            assertThat(shown("voice").get("answer").asString()).isEqualTo("扬声器故障");
            assertThat(lift.kinds()).containsExactlyInAnyOrder("hold_door", "voice");

            lift.say("ebike_left", "");
            await(() -> lift.kinds().contains("release_door"));
            assertThat(shown("release_door").get("releases").asString())
                    .isEqualTo(hold.get("id").asString());
        }
    }

    @Test
    void a_controller_behind_a_gateway_is_asked_over_the_line_of_the_gateway_by_its_own_name() {
        String gateway = world.gateway();
        serial = world.controllerBehind(gateway);
        world.product.bean(RunAlarms.class).tellSoon();
        world.product.bean(RunAlarms.class).turn();
        try (LiftController line = new LiftController(world, gateway, world.secret(gateway))) {
            line.sayOf(serial, "ebike_detected", "\"confidence\": 0.93, \"floor\": 1, \"door\": \"open\"");
            pass(3);
            await(() -> line.kinds().containsAll(List.of("hold_door", "voice")));
            assertThat(line.heard).allMatch(one -> one.get("device").asString().equals(serial));
            line.answer(line.first("hold_door"), "done");
            await(() -> is("hold_door", State.DONE));
            line.sayOf(serial, "fire_signal", "\"active\": true");
            await(() -> line.kinds().contains("release_door"));
        }
    }

    @Test
    void a_fire_between_detection_and_alarm_and_the_door_is_never_asked_to_be_held() {
        try (LiftController lift = new LiftController(world, serial, secret)) {
            lift.say("ebike_detected", "\"confidence\": 0.93");
            lift.say("fire_signal", "\"active\": true");
            pass(3);
            await(() -> lift.kinds().contains("voice"));
            await(() -> is("hold_door", State.WITHHELD));
            assertThat(lift.kinds()).containsOnly("voice");
        }
    }

    @Test
    void a_fire_that_comes_after_the_decision_and_before_the_sending_keeps_the_order_here() {
        try (LiftController lift = new LiftController(world, serial, secret)) {
            lift.say("heartbeat", "");
            RunAlarms engine = world.product.bean(RunAlarms.class);
            SendOrders sender = world.product.bean(SendOrders.class);
            // Whoever holds these two holds the engine and the sender: the fire comes while neither looks.
            synchronized (sender) {
                ebikeForTwoSeconds(lift);
                await(() -> is("hold_door", State.WAITING));
                synchronized (engine) {
                    lift.say("fire_signal", "\"active\": true");
                    sender.turn();
                    assertThat(is("hold_door", State.WAITING))
                            .as("the fire is in the log and was not looked at yet")
                            .isTrue();
                    assertThat(is("voice", State.SENT))
                            .as("nothing forbids the voice")
                            .isTrue();
                }
                await(() -> is("hold_door", State.WITHDRAWN));
            }
            lift.say("heartbeat", "");
            assertThat(lift.kinds()).doesNotContain("hold_door", "release_door");
        }
    }

    @Test
    void a_fire_that_comes_after_the_door_was_held_releases_it() {
        try (LiftController lift = new LiftController(world, serial, secret)) {
            ebikeForTwoSeconds(lift);
            await(() -> lift.kinds().contains("hold_door"));
            lift.say("fire_signal", "\"active\": true");
            await(() -> lift.kinds().contains("release_door"));
            await(() -> is("hold_door", State.WITHDRAWN));
            lift.answer(lift.first("release_door"), "done");
            await(() -> is("release_door", State.DONE));
        }
    }

    @Test
    void a_device_that_never_answers_is_asked_three_times_with_one_id_and_then_it_has_failed() {
        try (LiftController lift = new LiftController(world, serial, secret)) {
            ebikeForTwoSeconds(lift);
            for (int i = 1; i <= 3; i++) {
                int tries = i;
                await(() -> lift.heard.stream()
                        .anyMatch(one -> one.get("order").asString().equals("hold_door")
                                && one.get("try").asInt() == tries));
                pass(4);
            }
            await(() -> is("hold_door", State.FAILED));
            assertThat(lift.heard.stream()
                            .filter(one -> one.get("order").asString().equals("hold_door"))
                            .map(one -> one.get("id").asString())
                            .distinct())
                    .hasSize(1);
            assertThat(shown("hold_door").get("tries").asInt()).isEqualTo(3);
            assertThat(shown("hold_door").get("state").asString()).isEqualTo("FAILED");
            // It was busy and says so now: that is the truth then.
            lift.answer(lift.first("hold_door"), "done");
            await(() -> is("hold_door", State.DONE));
        }
    }

    @Test
    void a_lift_that_is_not_there_until_the_order_is_worth_nothing_is_never_asked() {
        try (LiftController lift = new LiftController(world, serial, secret)) {
            lift.say("ebike_detected", "\"confidence\": 0.93");
        }
        pass(3);
        await(() -> is("hold_door", State.WAITING));
        pass(31);
        await(() -> is("hold_door", State.EXPIRED));
        try (LiftController again = new LiftController(world, serial, secret)) {
            again.say("heartbeat", "");
            assertThat(again.kinds()).doesNotContain("hold_door");
        }
    }

    @Test
    void a_server_that_is_killed_between_decision_and_sending_sends_once_when_it_is_back() {
        try (LiftController lift = new LiftController(world, serial, secret)) {
            SendOrders sender = world.product.bean(SendOrders.class);
            synchronized (sender) {
                ebikeForTwoSeconds(lift);
                await(() -> is("hold_door", State.WAITING));
                assertThatThrownBy(() -> killed(false).turn()).hasMessage("killed");
                lift.say("heartbeat", "");
                assertThat(lift.kinds()).isEmpty();
            }
            await(() -> lift.kinds().containsAll(List.of("hold_door", "voice")));
            assertThat(lift.kinds()).containsExactlyInAnyOrder("hold_door", "voice");
        }
    }

    @Test
    void one_that_is_killed_after_it_has_written_down_the_sending_sends_again_with_the_same_id() {
        try (LiftController lift = new LiftController(world, serial, secret)) {
            SendOrders sender = world.product.bean(SendOrders.class);
            String id;
            synchronized (sender) {
                ebikeForTwoSeconds(lift);
                await(() -> is("hold_door", State.WAITING));
                id = orders().stream()
                        .filter(one -> one.kind().equals("hold_door"))
                        .findFirst()
                        .orElseThrow()
                        .id();
                // Each dies with the first order that it would send.
                for (int i = 0; i < 2; i++)
                    assertThatThrownBy(() -> killed(true).turn()).hasMessage("killed");
                lift.say("heartbeat", "");
                assertThat(lift.kinds()).isEmpty();
            }
            pass(4);
            await(() -> lift.kinds().contains("hold_door"));
            assertThat(lift.first("hold_door").get("id").asString()).isEqualTo(id);
            assertThat(lift.first("hold_door").get("try").asInt()).isEqualTo(2);
        }
    }

    /** A sender that dies with the first order, before or after what it writes is durable. */
    private SendOrders killed(boolean after) {
        TransactionOperations real = world.product.bean(TransactionOperations.class);
        TransactionOperations dying = new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> work) {
                T done = real.execute(status -> {
                    T made = work.doInTransaction(status);
                    if (!after) throw new IllegalStateException("killed");
                    return made;
                });
                if (done instanceof Optional<?> send && send.isPresent()) throw new IllegalStateException("killed");
                return done;
            }
        };
        return new SendOrders(
                world.product.bean(DeviceOrderStore.class),
                world.product.bean(AskDevices.class),
                world.product.bean(Ways.class),
                event -> {},
                dying,
                world.product.bean(JsonMapper.class),
                world.product.bean(SetClock.class),
                TENANT.code());
    }

    @Test
    void lifts_stand_by_estate_and_building_and_one_lift_shows_what_it_has() {
        JsonNode places = world.operator
                .get("/api/v1/sensing/places?kind=lift-controller")
                .json();
        assertThat(places.get("counts").get(0).get("level").get("zh").asString())
                .isEqualTo("所在电梯");
        assertThat(places.get("counts").get(1).get("active").asInt()).isLessThanOrEqualTo(1);
        try (LiftController lift = new LiftController(world, serial, secret)) {
            lift.say("heartbeat", "\"floor\": 3");
        }
        world.product.bean(CountMessages.class).flush();
        places = world.operator
                .get("/api/v1/sensing/places?kind=lift-controller")
                .json();
        assertThat(places.get("counts").get(1).get("places").asInt()).isEqualTo(1);
        assertThat(places.get("counts").get(1).get("active").asInt()).isEqualTo(1);
        Answer one = world.operator.get("/api/v1/sensing/places/lift/31101000000000000001");
        assertThat(one.status()).as(one.text()).isEqualTo(200);
        assertThat(one.json().get("within").get(0).get("label").asString()).isEqualTo("试验楼");
        assertThat(one.text()).contains(serial);
        assertThat(world.operator.get("/api/v1/sensing/places/lift/nobody").status())
                .isEqualTo(404);
    }

    @Test
    void a_person_releases_the_door_with_a_reason_and_that_is_on_record() {
        try (LiftController lift = new LiftController(world, serial, secret)) {
            String path = "/api/v1/sensing/devices/" + serial + "/orders";
            assertThat(world.operator
                            .post(path, Map.of("order", "release_door"))
                            .status())
                    .isEqualTo(422);
            assertThat(world.operator
                            .post(path, Map.of("order", "hold_door", "with", Map.of("seconds", "60"), "reason", "x"))
                            .get("code"))
                    .isEqualTo("sensing.no-such-order");
            assertThat(world.product
                            .signedIn("leader")
                            .post(path, Map.of("order", "release_door", "reason", "x"))
                            .status())
                    .isEqualTo(403);
            Answer given = world.operator.post(
                    path, Map.of("order", "voice", "with", Map.of("text", "请推车离开"), "reason", "居民来电"));
            assertThat(given.status()).as(given.text()).isEqualTo(201);
            await(() -> lift.kinds().contains("voice"));
            assertThat(lift.first("voice").get("with").get("text").asString()).isEqualTo("请推车离开");
            assertThat(shown("voice").get("reason").asString()).isEqualTo("居民来电");
            assertThat(shown("voice").get("by").asString()).isNotEmpty();
            assertThat(world.sql()
                            .sql(
                                    "select count(*) from platform.audit where stream = 'device-orders' and detail::text like ?")
                            .param("%" + given.get("id") + "%")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }
}
