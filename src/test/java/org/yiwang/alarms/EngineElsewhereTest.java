package org.yiwang.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class EngineElsewhereTest {
    private final MockEnvironment settings = new MockEnvironment();

    @Test
    void without_a_word_the_product_reads_the_log_itself() {
        assertThat(EngineElsewhere.place(settings, AlarmWorld.TENANT)).isEmpty();
    }

    @Test
    void a_word_that_is_none_keeps_the_server_from_starting_and_says_which_there_are() {
        settings.setProperty("yiwang.alarms.host", "spark");
        assertThatThrownBy(() -> EngineElsewhere.place(settings, AlarmWorld.TENANT))
                .hasMessageContaining("'spark'")
                .hasMessageContaining("'process'")
                .hasMessageContaining("'flink'");
    }

    @Test
    void who_wants_flink_has_to_say_where_kafka_is() {
        settings.setProperty("yiwang.alarms.host", "flink");
        assertThatThrownBy(() -> EngineElsewhere.place(settings, AlarmWorld.TENANT))
                .hasMessageContaining("yiwang.alarms.kafka.servers");
    }

    @Test
    void a_sub_district_has_topics_of_its_own_and_clients_are_told_what_else_was_said() {
        settings.setProperty("yiwang.alarms.host", "flink");
        settings.setProperty("yiwang.alarms.kafka.servers", "one:9092,two:9092");
        settings.setProperty("yiwang.alarms.kafka.properties[security.protocol]", "SSL");
        KafkaPlace place = EngineElsewhere.place(settings, AlarmWorld.TENANT).orElseThrow();
        assertThat(place.lines()).isEqualTo("yiwang-310110018-lines");
        assertThat(place.outputs()).isEqualTo("yiwang-310110018-outputs");
        assertThat(place.client(Map.of("acks", "all")))
                .containsEntry("bootstrap.servers", "one:9092,two:9092")
                .containsEntry("security.protocol", "SSL")
                .containsEntry("acks", "all");
    }
}
