package org.yiwang.sensing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.sensing.model.LogRecord;
import tools.jackson.databind.JsonNode;

/** Messages in a bundle and from a recording: every line has its own answer, and nothing is answered before it is durable. */
@Tag("database")
class BatchTest {
    private static SensingWorld world;

    @BeforeAll
    static void open() {
        world = new SensingWorld();
    }

    @Test
    void every_line_of_a_bundle_has_its_own_answer() {
        String serial = world.controller();
        String other = world.controller();
        String body = line(serial, "heartbeat", world.beat(1))
                + line(serial, "heartbeat", "{\"id\": 2}")
                + "nonsense\n"
                + line(other, "heartbeat", world.beat(3))
                + line(serial, "heartbeat", world.beat(4));
        Answer answer = world.batch(serial, world.secret(serial), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("taken").asInt()).isEqualTo(2);
        JsonNode items = answer.json().get("items");
        assertThat(items.findValues("taken"))
                .extracting(JsonNode::asBoolean)
                .containsExactly(true, false, false, false, true);
        assertThat(items.findValuesAsString("code"))
                .containsExactly("sensing.bad-time", "sensing.no-line", "sensing.not-yours");
        assertThat(items.get(1).get("remedy").asString()).isNotBlank();
        assertThat(world.logged(serial)).extracting(LogRecord::messageId).containsExactly("1", "4");
        assertThat(world.logged(serial).get(1).offset())
                .isEqualTo(items.get(4).get("offset").asLong());
        assertThat(world.shown(serial).get("letters")).hasSize(1);
    }

    @Test
    void a_json_list_is_taken_too_and_a_program_hands_in_for_any_device() {
        String one = world.controller();
        String two = world.controller();
        Answer issued = world.admin.post("/api/v1/sensing/services/old-platform/secret", Map.of());
        assertThat(issued.status()).as(issued.text()).isEqualTo(201);
        String body = "[" + line(one, "heartbeat", world.beat(1)) + "," + line(two, "heartbeat", world.beat(2)) + "]";
        Answer answer = world.batch("old-platform", issued.get("secret"), body);
        assertThat(answer.json().get("taken").asInt()).as(answer.text()).isEqualTo(2);
        assertThat(world.logged(two)).hasSize(1);
        assertThat(world.admin
                        .delete("/api/v1/sensing/services/old-platform/secret")
                        .status())
                .isEqualTo(204);
        assertThat(world.batch("old-platform", issued.get("secret"), body).status())
                .isEqualTo(401);
    }

    @Test
    void a_stranger_a_wrong_body_and_too_much_are_refused_with_a_remedy() {
        String serial = world.controller();
        String secret = world.secret(serial);
        Answer stranger = world.batch(serial, "x", line(serial, "heartbeat", world.beat(1)));
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.get("code")).isEqualTo("sensing.not-signed-in");
        assertThat(world.product
                        .visitor()
                        .postRaw("/api/sensing/batch", "{}".getBytes(UTF_8))
                        .status())
                .isEqualTo(401);
        assertThat(world.batch("a\0b", "x", "{}").status()).isEqualTo(401);
        assertThat(world.batch(serial, secret, "[1, 2").status()).isEqualTo(400);
        assertThat(world.batch(serial, secret, "[1, 2]").json().get("refused").asInt())
                .isEqualTo(2);
        assertThat(world.batch(serial, secret, "x\n".repeat(1_001)).status()).isEqualTo(413);
        assertThat(world.batch(serial, secret, "x".repeat(3_000_000)).status()).isEqualTo(413);
        String large = line(serial, "fault", "{\"id\": \"" + "x".repeat(70_000) + "\"}");
        assertThat(world.batch(serial, secret, large).json().at("/items/0/code").asString())
                .isEqualTo("sensing.too-large");
    }

    @Test
    void a_recording_is_counted_first_and_then_read_into_the_log_as_old_as_it_is() {
        String serial = world.controller();
        String old = world.beat(1).replace("2021-11-09", "2019-03-01");
        String csv = "device,message,payload\r\n"
                + csv(serial, "heartbeat", old)
                + csv(serial, "heartbeat", "{")
                + csv("nobody", "heartbeat", old)
                + csv(serial, "heartbeat", old);
        Answer preview = world.admin.upload("/api/v1/sensing/recordings", "a.csv", csv.getBytes(UTF_8));
        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        assertThat(preview.json().get("readable").asInt()).isEqualTo(2);
        assertThat(preview.json().get("unreadable").asInt()).isEqualTo(2);
        assertThat(preview.json().get("faults").findValues("line"))
                .extracting(JsonNode::asInt)
                .containsExactly(3, 4);
        assertThat(world.logged(serial)).isEmpty();
        Answer taken = world.admin.upload("/api/v1/sensing/recordings?apply=true", "a.csv", csv.getBytes(UTF_8));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(world.logged(serial)).extracting(LogRecord::messageId).containsExactly("1", "1");
        assertThat(world.admin
                        .upload("/api/v1/sensing/recordings", "b.csv", "a,b\n".getBytes(UTF_8))
                        .get("code"))
                .isEqualTo("sensing.no-csv");
    }

    @Test
    void only_administrators_touch_secrets() {
        String serial = world.controller();
        assertThat(world.operator
                        .post("/api/v1/sensing/devices/" + serial + "/secret", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(world.operator.get("/api/v1/sensing/devices/" + serial).status())
                .isEqualTo(200);
        assertThat(world.product.visitor().get("/api/v1/sensing/devices").status())
                .isEqualTo(401);
    }

    private static String line(String device, String message, String payload) {
        return "{\"device\": \"%s\", \"message\": \"%s\", \"payload\": %s}\n".formatted(device, message, payload);
    }

    private static String csv(String device, String message, String payload) {
        return "%s,%s,\"%s\"\r\n".formatted(device, message, payload.replace("\"", "\"\""));
    }
}
