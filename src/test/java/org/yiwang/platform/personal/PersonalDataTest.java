package org.yiwang.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.junit.jupiter.api.Test;

class PersonalDataTest {
    private static final String PHONE = "13800001234";
    private final PersonalData data = Keys.upTo(1);

    @Test
    void what_is_sealed_opens_again_at_its_place() {
        assertThat(data.open(data.seal(PHONE, "report/1/phone"), "report/1/phone"))
                .isEqualTo(PHONE);
        assertThat(data.open(data.seal("𠮷田㐂", "report/1/name"), "report/1/name"))
                .isEqualTo("𠮷田㐂");
        assertThat(data.open(data.seal(null, "report/1/name"), "report/1/name")).isNull();
    }

    @Test
    void the_same_number_looks_different_each_time_and_nothing_of_it_shows() {
        String one = data.seal(PHONE, "report/1/phone");
        assertThat(one).startsWith("sm4:k1:").doesNotContain("1380").isNotEqualTo(data.seal(PHONE, "report/1/phone"));
    }

    @Test
    void moved_to_another_row_it_does_not_open() {
        String sealed = data.seal(PHONE, "report/1/phone");
        assertThatThrownBy(() -> data.open(sealed, "report/2/phone"))
                .hasMessageContaining("report/2/phone was altered");
    }

    @Test
    void altered_it_does_not_open() {
        String sealed = data.seal(PHONE, "report/1/phone");
        char last = sealed.charAt(20) == 'A' ? 'B' : 'A';
        String altered = sealed.substring(0, 20) + last + sealed.substring(21);
        assertThatThrownBy(() -> data.open(altered, "report/1/phone")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void after_a_change_of_keys_the_new_one_seals_and_the_old_one_still_opens() {
        String old = data.seal(PHONE, "report/1/phone");
        PersonalData later = Keys.upTo(2);
        assertThat(later.open(old, "report/1/phone")).isEqualTo(PHONE);
        assertThat(later.seal(PHONE, "report/1/phone")).startsWith("sm4:k2:").startsWith(later.mark());
        assertThatThrownBy(() -> data.open(later.seal(PHONE, "report/1/phone"), "report/1/phone"))
                .hasMessageContaining("a key that is not in the key file");
    }

    @Test
    void equal_numbers_have_equal_indexes_under_every_key_that_was_in_use() {
        byte[] before = data.index(PHONE);
        assertThat(before).isEqualTo(data.index(PHONE)).isNotEqualTo(data.index("13800001235"));
        assertThat(Keys.upTo(2).indexes(PHONE)).anyMatch(index -> Arrays.equals(index, before));
        assertThat(Keys.upTo(2).index(PHONE)).isNotEqualTo(before);
    }

    /** SM4-GCM test vector of RFC 8998, appendix A.1, run through the same cipher class. */
    @Test
    void the_cipher_is_sm4_gcm_as_the_standard_has_it() throws InvalidCipherTextException {
        HexFormat hex = HexFormat.of();
        byte[] sealed = DataKey.run(
                true,
                hex.parseHex("0123456789abcdeffedcba9876543210"),
                hex.parseHex("00001234567800000000abcd"),
                hex.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                        + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa"),
                hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"));
        assertThat(hex.formatHex(sealed))
                .isEqualTo("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
    }
}
