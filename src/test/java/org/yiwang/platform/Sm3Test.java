package org.yiwang.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sm3Test {
    @Test
    void the_standard_s_first_example_hashes_to_its_published_value() {
        assertThat(HexFormat.of().formatHex(Sm3.hash("abc".getBytes(US_ASCII))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void parts_hash_like_their_concatenation() {
        assertThat(Sm3.hash("a".getBytes(US_ASCII), "bc".getBytes(US_ASCII)))
                .isEqualTo(Sm3.hash("abc".getBytes(US_ASCII)));
    }
}
