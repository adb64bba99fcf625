package org.yiwang.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.sensing.SensingWorld.TENANT;
import static org.yiwang.sensing.SensingWorld.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.alarms.RunAlarms;
import org.yiwang.organisation.SetClock;
import tools.jackson.databind.JsonNode;

/** What the register says of a river's section decides what its water means from then on, and nothing about before. */
@Tag("database")
class RegisterInConditionsTest {
    private static final String STATION = "WQ-TARGET-1";
    private final SensingWorld world = new SensingWorld();
    private int number;

    @Test
    void a_section_that_gets_a_stricter_target_alarms_from_the_next_reading_on() {
        world.enter("river-section", Map.of("code", "RS-T", "name", "试验河段", "river", "试验河", "target", "IV"));
        world.enter("water-station", Map.of("serial", STATION, "name", "试验站", "section", "RS-T"));
        learn();
        String secret = world.secret(STATION);
        say(secret);
        assertThat(alarms()).isZero();

        String id = world.operator
                .get("/api/v1/registers/river-section/entries?text=RS-T")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        Answer changed = world.operator
                .with("If-Match", "\"1\"")
                .put(
                        "/api/v1/registers/river-section/entries/" + id,
                        Map.of("data", Map.of("code", "RS-T", "name", "试验河段", "river", "试验河", "target", "III")));
        assertThat(changed.status()).as(changed.text()).isIn(200, 204);
        learn();
        assertThat(alarms()).isZero();
        say(secret);
        await(() -> alarms() == 1);
    }

    private void learn() {
        world.product.bean(KnownDevices.class).refresh(TENANT);
        world.product.bean(RunAlarms.class).tellSoon();
        world.product.bean(RunAlarms.class).turn();
    }

    private void say(String secret) {
        world.product.bean(SetClock.class).pass(Duration.ofSeconds(1));
        String line =
                "{\"device\": \"%s\", \"message\": \"quality\", \"payload\": {\"id\": %d, \"at\": \"%s\", \"oxygen\": 6, \"ammonia\": 1.2, \"phosphorus\": 0.15, \"ph\": 7.4}}"
                        .formatted(STATION, ++number, world.product.now());
        Answer said = world.batch(STATION, secret, line);
        assertThat(said.json().path("taken").asInt()).as(said.text()).isEqualTo(1);
        while (world.product.bean(RunAlarms.class).turn()) {}
    }

    private int alarms() {
        int found = 0;
        for (JsonNode one :
                world.operator.get("/api/v1/alarms?device=" + STATION).json().get("items"))
            if (one.get("name").asString().equals("氨氮高于水质目标")) found++;
        return found;
    }
}
