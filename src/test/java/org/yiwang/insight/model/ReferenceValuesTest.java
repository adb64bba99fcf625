package org.yiwang.insight.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Formulas against values that others published or that were worked out apart from this code. */
class ReferenceValuesTest {
    @Test
    void gi_star_gives_the_scores_that_the_pysal_handbook_prints_for_its_six_points() {
        double[][] points = {{10, 10}, {20, 10}, {40, 10}, {15, 20}, {30, 20}, {30, 30}};
        int[][] near = IntStream.range(0, 6)
                .mapToObj(i -> IntStream.range(0, 6)
                        .filter(j -> Math.hypot(points[i][0] - points[j][0], points[i][1] - points[j][1]) <= 15)
                        .toArray())
                .toArray(int[][]::new);
        assertThat(GiStar.scores(new double[] {2, 3, 3.2, 5, 8, 7}, near))
                .containsExactly(
                        new double[] {-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331},
                        within(1e-8));
    }

    @Test
    void benjamini_and_hochberg_reject_the_first_four_of_the_fifteen_tests_in_their_paper() {
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.000
        };
        double[] q = FalseDiscovery.adjusted(p);
        assertThat(IntStream.range(0, 15).filter(i -> q[i] <= 0.05)).containsExactly(0, 1, 2, 3);
        assertThat(q[3]).isCloseTo(0.0095 * 15 / 4, within(1e-12));
    }

    @Test
    void ten_cases_where_four_were_expected_among_a_hundred_have_the_ratio_of_kulldorffs_formula() {
        assertThat(SpaceTimeScan.ratio(10, 4, 100)).isCloseTo(3.354440416360145, within(1e-12));
        assertThat(SpaceTimeScan.ratio(4, 4, 100)).isZero();
        assertThat(SpaceTimeScan.ratio(3, 4, 100)).isZero();
    }

    @Test
    void a_weekly_rise_has_the_slope_and_error_that_a_search_without_derivatives_finds() {
        RisingTrend trend = RisingTrend.of(new int[] {3, 4, 2, 6, 5, 7, 9, 8}, new double[] {7, 7, 5, 7, 7, 7, 6, 7});
        assertThat(trend.growth()).isCloseTo(1.1743096383629252, within(1e-7));
        assertThat(trend.dispersion()).isOne();
        double reach = 2.446911851144969 * 0.06828417595226392;
        assertThat(trend.low()).isCloseTo(1.1743096383629252 * Math.exp(-reach), within(1e-6));
        assertThat(trend.high()).isCloseTo(1.1743096383629252 * Math.exp(reach), within(1e-6));
    }

    @Test
    void a_measures_effect_is_the_ratio_worked_out_by_hand_with_its_interval() {
        Effect effect = Effect.of(
                new int[] {6, 8, 5, 7}, new int[] {2, 3, 1, 2}, new int[] {5, 6, 7, 6}, new int[] {6, 5, 4, 7});
        assertThat(effect.ratio()).isCloseTo(0.3356643356643357, within(1e-12));
        assertThat(effect.low()).isCloseTo(0.11277969109951713, within(1e-9));
        assertThat(effect.high()).isCloseTo(0.9990322294601696, within(1e-9));
        assertThat(effect.verdict()).isEqualTo(Effect.Verdict.FEWER);
    }

    @Test
    void weeks_that_scatter_more_than_poisson_widen_the_interval() {
        Effect effect = Effect.of(
                new int[] {1, 9, 3, 15}, new int[] {2, 3, 1, 2}, new int[] {5, 6, 7, 6}, new int[] {6, 5, 4, 7});
        assertThat(effect.dispersion()).isCloseTo(1.6154401154401155, within(1e-12));
        assertThat(effect.verdict()).isEqualTo(Effect.Verdict.NOT_SHOWN);
    }

    @Test
    void quantiles_of_counts_are_those_of_the_poisson_tables_and_lie_farther_out_where_counts_scatter() {
        assertThat(CountSpread.quantile(10, 1, 0.025)).isEqualTo(4);
        assertThat(CountSpread.quantile(10, 1, 0.975)).isEqualTo(17);
        assertThat(CountSpread.quantile(10, 3, 0.975)).isGreaterThan(20);
    }
}
