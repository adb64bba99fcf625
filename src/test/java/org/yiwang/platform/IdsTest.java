package org.yiwang.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2021-11-09T04:00:00Z"), ZoneOffset.UTC);

    @Test
    void an_id_is_a_uuid_of_version_7_that_carries_its_millisecond() {
        UUID id = new Ids(NOON, new Random(7)).next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.millis());
    }

    @Test
    void the_same_seed_gives_the_same_ids() {
        assertThat(new Ids(NOON, new Random(7)).next()).isEqualTo(new Ids(NOON, new Random(7)).next());
    }
}
