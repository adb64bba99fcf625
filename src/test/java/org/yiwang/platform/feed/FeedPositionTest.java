package org.yiwang.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedPositionTest {
    @Test
    void an_event_id_is_read_back_as_the_position_it_was_made_of() {
        FeedPosition position = new FeedPosition(Instant.parse("2021-11-09T04:00:00Z"), "100:105:101,103");
        assertThat(FeedPosition.parse(position.id())).isEqualTo(position);
        assertThat(position.end()).isEqualTo(105);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "1636430400.100:105",
                "1636430400.105:100:",
                "1636430400.0:5:",
                "1636430400.100:105:103,101",
                "1636430400.100:105:105",
                "1636430400.100:105:99",
                "1636430400.100:105:101,",
                "x.100:105:",
                "1636430400.100:105:' or 1=1",
                "1636430400.99999999999999999999:5:"
            })
    void anything_else_that_a_client_sends_is_no_position(String id) {
        assertThat(FeedPosition.parse(id)).isNull();
    }

    @Test
    void a_position_of_absurd_length_is_not_even_looked_at() {
        assertThat(FeedPosition.parse("1636430400.1:9:" + "2,".repeat(3_000) + "3"))
                .isNull();
    }
}
