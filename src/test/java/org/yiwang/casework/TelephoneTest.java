package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TelephoneTest {
    @Test
    void a_number_is_the_same_however_it_is_written() {
        assertThat(Telephone.digits("138 0000 1234")).isEqualTo("13800001234");
        assertThat(Telephone.digits("+86-138-0000-1234")).isEqualTo("13800001234");
        assertThat(Telephone.digits("008613800001234")).isEqualTo("13800001234");
        assertThat(Telephone.digits("１３８００００１２３４")).isEqualTo("13800001234");
        assertThat(Telephone.digits("(021) 6543-1234")).isEqualTo("02165431234");
    }

    @Test
    void a_number_with_hidden_digits_is_equal_to_no_other() {
        assertThat(Telephone.digits("138****1234")).isNull();
        assertThat(Telephone.digits(null)).isNull();
        assertThat(Telephone.digits("none")).isNull();
    }

    @Test
    void masking_hides_the_middle_and_of_a_short_number_nearly_all() {
        assertThat(Telephone.masked("13800001234")).isEqualTo("138****1234");
        assertThat(Telephone.masked("65431234")).isEqualTo("****34");
        assertThat(Telephone.masked("110")).isEqualTo("****");
    }

    @Test
    void words_and_endless_digits_are_no_number() {
        assertThat(Telephone.isOne("021-65431234转801")).isTrue();
        assertThat(Telephone.isOne("call me")).isFalse();
        assertThat(Telephone.isOne("1".repeat(21))).isFalse();
    }
}
