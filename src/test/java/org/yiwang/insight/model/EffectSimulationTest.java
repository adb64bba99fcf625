package org.yiwang.insight.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether the interval holds what it promises, and whether an effect that is there is seen. */
class EffectSimulationTest {
    private static final int TIMES = 2_000;

    @Test
    void without_an_effect_one_is_claimed_in_at_most_one_of_twenty_cases() {
        assertThat(claimed(1, 1)).isLessThanOrEqualTo(0.055);
    }

    @Test
    void weeks_that_scatter_twice_as_much_as_poisson_lead_to_few_more_false_claims() {
        assertThat(claimed(1, 2)).isLessThanOrEqualTo(0.08);
    }

    @Test
    void a_measure_that_halves_four_cases_a_week_is_seen_in_most_cases_after_twelve_weeks() {
        assertThat(claimed(0.5, 1)).isGreaterThan(0.6);
    }

    private static double claimed(double ratio, double dispersion) {
        SplittableRandom random = new SplittableRandom(11);
        long claimed = IntStream.range(0, TIMES)
                .filter(_ -> Effect.of(
                                        weeks(random, 4, dispersion),
                                        weeks(random, 4 * ratio, dispersion),
                                        weeks(random, 8, dispersion),
                                        weeks(random, 8, dispersion))
                                .verdict()
                        != Effect.Verdict.NOT_SHOWN)
                .count();
        return (double) claimed / TIMES;
    }

    private static int[] weeks(SplittableRandom random, double mean, double dispersion) {
        return IntStream.range(0, 12)
                .map(_ -> CountSpread.quantile(mean, dispersion, random.nextDouble()))
                .toArray();
    }
}
