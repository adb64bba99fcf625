package org.yiwang.sensing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.yiwang.sensing.model.DeviceKind;
import org.yiwang.sensing.model.Understood;
import org.yiwang.sensing.model.Understood.Garbled;
import org.yiwang.sensing.model.Understood.Reading;
import tools.jackson.databind.json.JsonMapper;

/** What a device says is taken as its kind says, or it is told why not. */
class MapPayloadTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final DeviceKind LAMP = Kinds.lamp();
    private static final Instant NOW = Instant.parse("2021-11-09T02:00:00Z");
    private static final String GOOD =
            "{\"n\": 7, \"at\": 1636423200, \"on\": true, \"power\": {\"watt\": 61.50}, \"mode\": \"auto\", \"other\": [1]}";

    @Test
    void values_are_found_by_their_pointers_and_nothing_else_is_kept() {
        Reading reading = (Reading) said(GOOD);
        assertThat(reading.messageId()).isEqualTo("7");
        assertThat(reading.deviceTime()).isEqualTo(NOW);
        assertThat(reading.values()).isEqualTo("{\"on\":true,\"power\":61.50,\"mode\":\"auto\"}");
    }

    @Test
    void each_fault_has_its_reason() {
        assertThat(why("{")).isEqualTo("sensing.broken-json");
        assertThat(why("[1]")).isEqualTo("sensing.broken-json");
        assertThat(why("")).isEqualTo("sensing.broken-json");
        assertThat(why(GOOD + "{}")).isEqualTo("sensing.broken-json");
        assertThat(why("[".repeat(5_000))).isEqualTo("sensing.broken-json");
        assertThat(why(GOOD.replace("true", "\"yes\""))).isEqualTo("sensing.wrong-type");
        assertThat(why(GOOD.replace("\"on\": true, ", ""))).isEqualTo("sensing.value-missing");
        assertThat(why(GOOD.replace("61.50", "401"))).isEqualTo("sensing.out-of-bounds");
        assertThat(why(GOOD.replace("61.50", "1e999999999"))).isIn("sensing.out-of-bounds", "sensing.broken-json");
        assertThat(why(GOOD.replace("61.50", "1e-999999"))).isEqualTo("sensing.out-of-bounds");
        assertThat(why(GOOD.replace("auto", "night"))).isEqualTo("sensing.wrong-choice");
        assertThat(why(GOOD.replace("\"mode\"", "\"hours\": 1.5, \"mode\""))).isEqualTo("sensing.wrong-type");
        assertThat(why(GOOD.replace("\"mode\"", "\"note\": \"" + "x".repeat(21) + "\", \"mode\"")))
                .isEqualTo("sensing.out-of-bounds");
        assertThat(why(GOOD.replace("\"mode\"", "\"note\": \"a\\u0000\", \"mode\"")))
                .isEqualTo("sensing.not-text");
        assertThat(why(GOOD.replace("\"mode\"", "\"note\": \"a\\ud83d\", \"mode\"")))
                .isEqualTo("sensing.not-text");
        assertThat(why(GOOD.replace("\"n\": 7, ", ""))).isEqualTo("sensing.no-message-id");
        assertThat(why(GOOD.replace("1636423200", "\"noon\""))).isEqualTo("sensing.bad-time");
        assertThat(why(GOOD.replace("1636423200", "1e40"))).isEqualTo("sensing.bad-time");
        assertThat(((Garbled) MapPayload.understand(LAMP, "song", GOOD.getBytes(UTF_8), NOW)).reason())
                .isEqualTo("sensing.unknown-message");
    }

    @Test
    void a_clock_two_days_off_is_told_either_way_and_ten_minutes_are_forgiven() {
        assertThat(why(at(NOW.plus(Duration.ofDays(2))))).isEqualTo("sensing.clock-ahead");
        assertThat(why(at(NOW.minus(Duration.ofDays(2))))).isEqualTo("sensing.clock-behind");
        assertThat(said(at(NOW.plus(Duration.ofMinutes(10))))).isInstanceOf(Reading.class);
        assertThat(said(at(NOW.minus(Duration.ofDays(1))))).isInstanceOf(Reading.class);
    }

    @Test
    void a_recording_may_be_as_old_as_it_is() {
        assertThat(MapPayload.understand(
                        LAMP, "state", at(NOW.minus(Duration.ofDays(900))).getBytes(UTF_8), null))
                .isInstanceOf(Reading.class);
    }

    @Property(tries = 500)
    void whatever_bytes_come_there_is_an_answer(@ForAll byte[] payload) {
        assertThat(MapPayload.understand(LAMP, "state", payload, NOW)).isNotNull();
    }

    @Property(tries = 300)
    void whatever_text_a_value_holds_there_is_an_answer(@ForAll String text) {
        String json = JSON.writeValueAsString(text);
        assertThat(said(GOOD.replace("true", json))).isNotNull();
        assertThat(said(GOOD.replace("\"auto\"", json))).isNotNull();
    }

    private static String at(Instant time) {
        return GOOD.replace("1636423200", String.valueOf(time.getEpochSecond()));
    }

    private static Understood said(String json) {
        return MapPayload.understand(LAMP, "state", json.getBytes(UTF_8), NOW);
    }

    private static String why(String json) {
        return ((Garbled) said(json)).reason();
    }
}
