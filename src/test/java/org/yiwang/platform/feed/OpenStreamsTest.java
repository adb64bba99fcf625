package org.yiwang.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.yiwang.platform.RefusedException;

class OpenStreamsTest {
    private final OpenStreams<String> streams = new OpenStreams<>(2, "feed.crowded");

    @Test
    void a_holder_of_all_places_is_refused_another_and_nobody_else_is() {
        streams.take("10.0.0.1");
        streams.take("10.0.0.1");
        assertThatThrownBy(() -> streams.take("10.0.0.1"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo("feed.crowded"));
        streams.take("10.0.0.2");
    }

    @Test
    void a_place_given_back_can_be_taken_again() {
        streams.take("10.0.0.1");
        streams.take("10.0.0.1").close();
        streams.take("10.0.0.1").close();
        streams.take("10.0.0.1");
        assertThatThrownBy(() -> streams.take("10.0.0.1")).isInstanceOf(RefusedException.class);
    }
}
