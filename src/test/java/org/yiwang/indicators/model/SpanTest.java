package org.yiwang.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.yiwang.indicators.model.Span.Step;

class SpanTest {
    @Test
    void a_month_is_compared_with_the_month_before_whatever_their_lengths() {
        assertThat(span("2021-03-01", "2021-03-31").before(Step.MONTH)).isEqualTo(span("2021-02-01", "2021-02-28"));
        assertThat(span("2021-02-01", "2021-02-28").before(Step.MONTH)).isEqualTo(span("2021-01-01", "2021-01-31"));
    }

    @Test
    void a_month_that_has_begun_is_compared_with_as_much_of_the_one_before() {
        assertThat(span("2021-12-01", "2021-12-10").before(Step.MONTH)).isEqualTo(span("2021-11-01", "2021-11-10"));
        assertThat(span("2021-10-01", "2021-11-15").before(Step.QUARTER)).isEqualTo(span("2021-07-01", "2021-08-15"));
        assertThat(span("2021-01-01", "2021-12-31").before(Step.YEAR)).isEqualTo(span("2020-01-01", "2020-12-31"));
    }

    @Test
    void any_days_are_compared_with_as_many_before_them() {
        assertThat(span("2021-03-03", "2021-03-09").before(Step.DAYS)).isEqualTo(span("2021-02-24", "2021-03-02"));
        assertThat(span("2021-03-03", "2021-03-03").before(Step.DAYS)).isEqualTo(span("2021-03-02", "2021-03-02"));
    }

    @Test
    void the_months_of_some_days_hold_each_of_them_once() {
        assertThat(span("2021-11-15", "2022-01-02").months())
                .containsExactly(
                        span("2021-11-15", "2021-11-30"),
                        span("2021-12-01", "2021-12-31"),
                        span("2022-01-01", "2022-01-02"));
    }

    private static Span span(String from, String to) {
        return new Span(LocalDate.parse(from), LocalDate.parse(to));
    }
}
