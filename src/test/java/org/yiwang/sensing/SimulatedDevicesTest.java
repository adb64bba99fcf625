package org.yiwang.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiwang.sensing.model.LogRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./yiwang simulate} as a process of its own, against the running product. */
@Tag("database")
class SimulatedDevicesTest {
    private static SensingWorld world;

    @BeforeAll
    static void open() {
        world = new SensingWorld();
    }

    @Test
    void played_devices_are_heard_whatever_befalls_some_of_them(@TempDir Path folder) throws Exception {
        String gateway = world.gateway();
        String child = world.controllerBehind(gateway);
        String cut = world.controller();
        String rude = world.controller();
        Path fleet = Files.writeString(folder.resolve("fleet.json"), """
                {"address": "mqtt://localhost:%d", "devices": [
                  {"serial": "%s", "secret": "%s", "kind": "lift-gateway"},
                  {"serial": "%s", "kind": "lift-controller", "behind": "%2$s"},
                  {"serial": "%s", "secret": "%s", "kind": "lift-controller"},
                  {"serial": "%s", "secret": "%s", "kind": "lift-controller"}]}
                """.formatted(
                        world.product.devicePort(),
                        gateway,
                        world.secret(gateway),
                        child,
                        cut,
                        world.secret(cut),
                        rude,
                        world.secret(rude)));
        Path troubles = Files.writeString(folder.resolve("troubles.yaml"), """
                - {at: 1, device: %1$s, what: ebike, seconds: 6}
                - {at: 2, device: %2$s, what: cut, seconds: 3}
                - {at: 2, device: %3$s, what: broken}
                - {at: 3, device: %3$s, what: foreign}
                - {at: 4, device: %3$s, what: huge}
                """.formatted(child, cut, rude));
        JsonNode came;
        try (FleetProcess process = FleetProcess.start(
                folder.resolve("output"),
                world.product.now(),
                "--fleet",
                fleet,
                "--troubles",
                troubles,
                "--every",
                "0.25",
                "--seconds",
                "8")) {
            came = new JsonMapper().readTree(process.ended().getLast());
        }
        assertThat(kinds(child)).contains("ebike_detected", "ebike_left");
        int said = came.get("said").asInt();
        assertThat(came.get("acknowledged").asInt() + came.get("dropped").asInt())
                .isEqualTo(said);
        assertThat(came.get("cut").asInt()).isGreaterThanOrEqualTo(3);
        List<Integer> heard = numbers(cut);
        assertThat(heard)
                .as("nothing of the one whose line was down is missing")
                .hasSizeGreaterThan(25);
        assertThat(heard)
                .isEqualTo(IntStream.rangeClosed(1, heard.size()).boxed().toList());
        assertThat(world.shown(rude).get("letters").findValuesAsString("code")).contains("sensing.broken-json");
        assertThat(world.shown(rude).at("/device/today/refused").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(kinds(rude)).hasSizeGreaterThan(10);
    }

    private static List<String> kinds(String serial) {
        return world.logged(serial).stream().map(LogRecord::messageKind).toList();
    }

    private static List<Integer> numbers(String serial) {
        return world.logged(serial).stream()
                .map(one -> Integer.valueOf(String.valueOf(one.messageId())))
                .distinct()
                .sorted()
                .toList();
    }
}
