package org.yiwang.sorting.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.yiwang.sorting.model.Check.Counted;
import org.yiwang.sorting.model.Check.Waste;

class ShareTest {
    @Test
    void the_interval_is_that_of_wilson_where_checks_agree() {
        // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table
        // I: 81 of 263, method 3.
        Share.Interval interval = new Share(1, 263, 81, 1).interval();
        assertThat(interval.low()).isEqualTo(0.2553, within(0.00005));
        assertThat(interval.high()).isEqualTo(0.3662, within(0.00005));
        // The same table: 0 of 20.
        assertThat(new Share(1, 20, 0, 1).interval().low()).isZero();
        assertThat(new Share(1, 20, 0, 1).interval().high()).isEqualTo(0.1611, within(0.00005));
    }

    @Test
    void bags_of_checks_that_differ_count_for_less() {
        Share alike = Share.of(List.of(check(50, 40), check(50, 40), check(50, 40), check(50, 40)));
        Share apart = Share.of(List.of(check(50, 50), check(50, 30), check(50, 48), check(50, 32)));
        assertThat(alike.rate()).isEqualTo(apart.rate());
        assertThat(alike.dispersion()).isEqualTo(1);
        assertThat(apart.dispersion()).isGreaterThan(5);
        assertThat(width(apart)).isGreaterThan(2 * width(alike));
    }

    @Test
    void too_few_checks_or_bags_are_not_enough_for_a_rank() {
        assertThat(new Share(3, 400, 300, 1).isEnough()).isFalse();
        assertThat(new Share(4, 99, 80, 1).isEnough()).isFalse();
        assertThat(new Share(4, 100, 80, 1).isEnough()).isTrue();
        assertThat(Share.of(List.of(check(0, 0))).checks()).isZero();
        assertThatThrownBy(() -> new Share(0, 0, 0, 1).rate()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void more_right_than_looked_at_is_no_count() {
        assertThatThrownBy(() -> new Counted(3, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void the_rate_lies_within_its_interval_and_that_between_nothing_and_all(
            @ForAll @IntRange(min = 1, max = 500) int looked, @ForAll @IntRange(max = 500) int right) {
        Share share = Share.of(List.of(check(looked, Math.min(looked, right)), check(looked, looked / 2)));
        assertThat(share.interval().low()).isBetween(0.0, share.rate());
        assertThat(share.interval().high()).isBetween(share.rate(), 1.0);
    }

    /** Households of a point are alike on a day: the rate of each check lies about that of the estate. */
    @Test
    void the_true_rate_lies_within_the_interval_about_nineteen_times_of_twenty() {
        Random chance = new Random(1927);
        int held = 0;
        int tries = 2_000;
        for (int i = 0; i < tries; i++) {
            List<Check> checks = IntStream.range(0, 12)
                    .mapToObj(n -> {
                        double own = Math.clamp(0.8 + 0.08 * chance.nextGaussian(), 0, 1);
                        int right = (int) IntStream.range(0, 40)
                                .filter(bag -> chance.nextDouble() < own)
                                .count();
                        return check(40, right);
                    })
                    .toList();
            Share.Interval interval = Share.of(checks).interval();
            if (interval.low() <= 0.8 && 0.8 <= interval.high()) held++;
        }
        assertThat((double) held / tries).isBetween(0.90, 0.97);
    }

    private static double width(Share share) {
        return share.interval().high() - share.interval().low();
    }

    private static Check check(int looked, int correct) {
        return new Check(
                UUID.randomUUID(),
                "TF001",
                LocalDate.of(2021, 6, 1),
                Map.of(Waste.WET, new Counted(looked, correct)),
                null,
                List.of(),
                1);
    }
}
