package org.yiwang.sensing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.ReadYaml;
import org.yiwang.sensing.model.DeviceKind;
import tools.jackson.databind.json.JsonMapper;

/** A kind of device that is wrong is told where and why before any device speaks. */
class ReadDeviceKindTest {
    @Test
    void the_bundled_kinds_are_sound_and_have_their_words_in_english() {
        for (String pack : List.of("lift", "waste", "river")) {
            Faults faults = new Faults();
            assertThat(Kinds.bundled(pack, faults)).as(pack).isNotEmpty();
            assertThat(faults.all()).as(pack).isEmpty();
        }
    }

    @Test
    void a_controller_hangs_on_its_gateway_and_has_the_messages_of_its_trade() {
        DeviceKind kind = Kinds.bundled("lift", new Faults()).get("lift-controller");
        assertThat(kind.gateway()).containsExactly("gateway");
        assertThat(kind.heartbeat()).hasMinutes(1);
        assertThat(kind.messages().keySet())
                .containsExactly(
                        "heartbeat",
                        "ebike_detected",
                        "ebike_left",
                        "door_held",
                        "person_trapped",
                        "fire_signal",
                        "rescue",
                        "fault",
                        "order_answer");
    }

    @Test
    void each_fault_is_told_with_its_code() {
        Map<String, String> wrong = new TreeMap<>();
        wrong.put("register: lamp>register: lamps", "sensing.no-register");
        wrong.put("serial: serial>serial: place", "sensing.bad-serial");
        wrong.put("gateway: [pole]>gateway: [name]", "sensing.bad-gateway");
        wrong.put("gateway: [pole]>gateway: [pole, name]", "sensing.bad-gateway");
        wrong.put("time: /at>time: at", "sensing.bad-pointer");
        wrong.put("form: epoch-seconds>form: epoch", "scenario.not-one-of");
        wrong.put("on: {title: 亮>On: {title: 亮", "sensing.bad-id");
        wrong.put("type: truth>type: truth, max: 3", "sensing.bad-bound");
        wrong.put("type: number>type: choice", "sensing.choices");
        wrong.put("unit: minutes>unit: weeks", "scenario.not-one-of");
        wrong.put("heartbeat: {amount: 5, unit: minutes}\n>", "scenario.key-missing");
        wrong.put("  state:\n>  State:\n", "sensing.bad-id");
        wrong.forEach((change, code) -> {
            String[] parts = change.split(">", 2);
            assertThat(Kinds.LAMP).contains(parts[0]);
            Faults faults = new Faults();
            Kinds.read(Kinds.LAMP.replace(parts[0], parts[1]), faults);
            assertThat(faults.faults())
                    .as(change)
                    .extracting(fault -> fault.refusal().code())
                    .contains(code);
        });
    }

    @Test
    void a_fault_stands_at_its_own_line() {
        Faults faults = new Faults();
        Kinds.read(Kinds.LAMP.replace("register: lamp", "register: lamps"), faults);
        assertThat(faults.faults().getFirst().spot()).hasToString("devices/lamp.yaml:2");
    }

    @Test
    void schema_and_program_refuse_the_same() throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new JsonMapper()
                        .readTree(Files.readString(Path.of("scenarios", "schema", "devices.schema.json"))));
        List<String> wrong = List.of(
                "time: /at>time: at",
                "form: epoch-seconds>form: epoch",
                "on: {title: 亮>On: {title: 亮",
                "type: truth>type: truth, max: 3",
                "type: number>type: choice",
                "type: number>type: number, choices: {a: 甲}",
                "unit: minutes>unit: weeks",
                "    time: /at\n>",
                "heartbeat: {amount: 5, unit: minutes}\n>",
                "register: lamp\n>register: lamp\ncolour: red\n");
        assertThat(schema.validate(node(Kinds.LAMP))).isEmpty();
        for (String change : wrong) {
            String[] parts = change.split(">", 2);
            String yaml = Kinds.LAMP.replace(parts[0], parts[1]);
            Faults faults = new Faults();
            Kinds.read(yaml, faults);
            assertThat(faults.isSound()).as("program: " + change).isFalse();
            assertThat(schema.validate(node(yaml))).as("schema: " + change).isNotEmpty();
        }
    }

    private static tools.jackson.databind.JsonNode node(String yaml) {
        return ReadYaml.of("devices/lamp.yaml", yaml.getBytes(UTF_8), new Faults())
                .orElseThrow()
                .json();
    }
}
