package org.yiwang.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LimitTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void a_limit_is_written_and_read_with_kebab_units() {
        String text = "{\"amount\":4,\"unit\":\"working-hours\"}";
        assertThat(JSON.writeValueAsString(Limit.workingHours(4))).isEqualTo(text);
        assertThat(JSON.readValue(text, Limit.class)).isEqualTo(Limit.workingHours(4));
    }

    @Test
    void an_unknown_unit_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> LimitUnit.of("WORKING_HOURS")).hasMessageContaining("working-hours");
    }

    @Test
    void a_limit_is_bounded() {
        assertThatThrownBy(() -> Limit.hours(-1)).hasMessageContaining("between 0 and 100000");
        assertThatThrownBy(() -> Limit.hours(Limit.AMOUNT_MAX + 1)).hasMessageContaining("between 0 and 100000");
    }

    @Test
    void a_limit_is_said_in_both_languages() {
        assertThat(Limit.workingHours(4).words(Locale.CHINA)).isEqualTo("4 个工作小时");
        assertThat(Limit.workingDays(1).words(Locale.ENGLISH)).isEqualTo("1 working day");
        assertThat(Limit.days(2).words(Locale.ENGLISH)).isEqualTo("2 days");
    }
}
