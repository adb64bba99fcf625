package org.yiwang.organisation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiwang.organisation.model.Toll.Count;

class TollTest {
    private static final Instant NOON = Instant.parse("2021-11-09T04:00:00Z");

    private static Duration waitAfter(Toll toll, int failures) {
        return toll.wait(new Count(failures, NOON), NOON);
    }

    @Test
    void the_first_failures_cost_nothing_and_each_further_one_twice_as_much() {
        Stream<Long> seconds = IntStream.rangeClosed(4, 9)
                .mapToObj(n -> waitAfter(Toll.LOGIN, n).toSeconds());
        assertThat(seconds).containsExactly(0L, 2L, 4L, 8L, 16L, 32L);
    }

    @ParameterizedTest
    @EnumSource
    void no_wait_grows_beyond_a_quarter_of_an_hour(Toll toll) {
        assertThat(waitAfter(toll, Integer.MAX_VALUE))
                .isLessThanOrEqualTo(Duration.ofMinutes(15))
                .isPositive();
    }

    @Test
    void an_address_that_an_office_shares_has_more_to_spend_than_a_login() {
        assertThat(waitAfter(Toll.ADDRESS, 29)).isZero();
        assertThat(waitAfter(Toll.ADDRESS, 30)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void the_wait_runs_down_and_ends() {
        Count five = new Count(5, NOON);
        assertThat(Toll.LOGIN.wait(five, NOON.plusMillis(500))).isEqualTo(Duration.ofMillis(1500));
        assertThat(Toll.LOGIN.wait(five, NOON.plusSeconds(2))).isZero();
        assertThat(Toll.LOGIN.wait(five, NOON.plusSeconds(200))).isZero();
    }

    @Test
    void a_day_without_failures_forgets_them() {
        Count many = new Count(40, NOON);
        Instant nextDay = NOON.plus(Duration.ofHours(24));
        assertThat(Toll.LOGIN.wait(many, nextDay)).isZero();
        assertThat(Toll.LOGIN.charge(many, nextDay)).isEqualTo(new Count(1, nextDay));
    }

    @Test
    void in_a_year_of_patient_guessing_a_stranger_gets_fewer_than_forty_thousand_tries() {
        Count count = Count.NONE;
        Instant end = NOON.plus(Duration.ofDays(365));
        Instant now = NOON;
        int tries = 0;
        while (now.isBefore(end)) {
            count = Toll.LOGIN.charge(count, now);
            tries++;
            now = now.plus(Toll.LOGIN.wait(count, now));
        }
        assertThat(tries).isLessThan(40_000);
    }
}
