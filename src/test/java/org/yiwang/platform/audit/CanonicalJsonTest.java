package org.yiwang.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {
    @Test
    void the_order_in_which_members_were_put_does_not_matter() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("b", 1);
        one.put("a", List.of(true, Map.of("z", 1, "y", 2)));
        assertThat(CanonicalJson.text(one)).isEqualTo("{\"a\":[true,{\"y\":2,\"z\":1}],\"b\":1}");
    }

    @Test
    void equal_numbers_are_spelt_equally_and_keep_every_digit() {
        assertThat(CanonicalJson.text(List.of(
                        new BigDecimal("1.50"),
                        1.5,
                        100L,
                        new BigDecimal("1E+2"),
                        new BigDecimal("0.000"),
                        9007199254740993L)))
                .isEqualTo("[1.5,1.5,100,100,0,9007199254740993]");
    }

    @Test
    void a_value_read_back_from_json_is_spelt_as_before() {
        String text =
                CanonicalJson.text(Map.of("氏", "𠮷野家\u0001\n\"\\", "at", Instant.parse("2021-11-09T01:30:00.000001Z")));
        assertThat(CanonicalJson.text(JsonMapper.shared().readTree(text))).isEqualTo(text);
    }

    @Test
    void two_different_broken_texts_are_not_spelt_alike() {
        assertThat(CanonicalJson.bytes("\ud842")).isNotEqualTo(CanonicalJson.bytes("\ud843"));
        assertThat(CanonicalJson.text("\udfb7")).isEqualTo("\"\\udfb7\"");
    }

    @Test
    void what_json_cannot_hold_is_refused() {
        assertThatThrownBy(() -> CanonicalJson.text(List.of(Double.NaN))).isInstanceOf(RuntimeException.class);
    }
}
