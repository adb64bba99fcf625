package org.yiwang.insight.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ScanTest {
    private static final Ground SQUARE = Grounds.square(8);

    @Test
    void ten_cases_in_two_neighbouring_cells_within_a_week_are_found_with_their_days() {
        SplittableRandom random = new SplittableRandom(4);
        int[] cells = new int[70];
        int[] ages = new int[70];
        for (int i = 0; i < 60; i++) {
            cells[i] = random.nextInt(64);
            ages[i] = random.nextInt(90);
        }
        for (int i = 60; i < 70; i++) {
            cells[i] = 27 + i % 2;
            ages[i] = i % 6;
        }
        List<SpaceTimeScan.Cluster> found = new SpaceTimeScan(SQUARE, cells, 1).find(ages);
        assertThat(found.getFirst().cells()).contains(27, 28);
        assertThat(found.getFirst().days()).isBetween(3, 7);
        assertThat(found.getFirst().observed()).isGreaterThanOrEqualTo(6);
        assertThat(found.getFirst().p()).isLessThan(0.001);
    }

    /** The fast way against every zone and every window counted anew. */
    @Property(tries = 15)
    void the_best_cluster_is_the_best_of_all_zones_and_days(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] cells = random.ints(40, 0, 64).toArray();
        int[] ages = random.ints(40, 0, 60).toArray();
        for (int i = 0; i < 9; i++) {
            cells[i] = 20 + i % 2;
            ages[i] = i;
        }
        List<SpaceTimeScan.Cluster> found = new SpaceTimeScan(SQUARE, cells, seed).find(ages);
        if (found.isEmpty()) return;
        assertThat(found.getFirst().ratio()).isCloseTo(exhaustive(cells, ages), within(1e-9));
    }

    private static double exhaustive(int[] cells, int[] ages) {
        double best = 0;
        for (int centre = 0; centre < SQUARE.size(); centre++) {
            int at = centre;
            if (IntStream.of(cells).noneMatch(cell -> cell == at)) continue;
            int[] near = SQUARE.nearest(centre);
            for (int reach = 1; reach <= near.length; reach++)
                for (int days = 1; days <= SpaceTimeScan.WINDOW_DAYS_MAX; days++)
                    best = Math.max(
                            best,
                            ratio(cells, ages, IntStream.of(near).limit(reach).toArray(), days));
        }
        return best;
    }

    private static double ratio(int[] cells, int[] ages, int[] zone, int days) {
        int both = 0;
        int there = 0;
        int then = 0;
        for (int i = 0; i < cells.length; i++) {
            int cell = cells[i];
            boolean in = IntStream.of(zone).anyMatch(one -> one == cell);
            if (in) there++;
            if (ages[i] < days) then++;
            if (in && ages[i] < days) both++;
        }
        if (both < SpaceTimeScan.CASES_MIN || 2 * there > cells.length) return 0;
        return SpaceTimeScan.ratio(both, (double) there * then / cells.length, cells.length);
    }

    /** Fourteen of sixty cases lie in one cell on the last three days: plain enough to be called out however the days are shuffled. */
    @Property(tries = 40)
    void the_order_in_which_cases_are_given_changes_no_ratio(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] cells = random.ints(60, 0, 64).toArray();
        int[] ages = random.ints(60, 0, 60).toArray();
        for (int i = 0; i < 14; i++) {
            cells[i] = 9;
            ages[i] = i % 3;
        }
        int[] order = Grounds.shuffled(60, random);
        var straight = new SpaceTimeScan(SQUARE, cells, 3).find(ages);
        var mixed = new SpaceTimeScan(SQUARE, Grounds.pick(cells, order), 3).find(Grounds.pick(ages, order));
        assertThat(mixed.getFirst().ratio()).isCloseTo(straight.getFirst().ratio(), within(1e-9));
    }

    /** 200 nights of one category without any cluster: at a bound of one in twenty about ten are called out, and hardly ever more than twenty. */
    @Test
    void noise_is_called_out_about_as_often_as_its_bound_says() {
        int called = 0;
        for (int night = 0; night < 200; night++) {
            SplittableRandom random = new SplittableRandom(night);
            int[] cells = random.ints(50, 0, 64).toArray();
            int[] ages = random.ints(50, 0, 90).toArray();
            List<SpaceTimeScan.Cluster> found = new SpaceTimeScan(SQUARE, cells, night).find(ages);
            if (!found.isEmpty() && found.getFirst().p() <= 0.05) called++;
        }
        assertThat(called).isBetween(1, 20);
    }

    @Property(tries = 30)
    void gi_star_does_not_mind_what_is_added_to_all_cells_or_in_what_unit_they_are_counted(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll @IntRange(min = 1, max = 50) int more) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(64).toArray();
        int[][] near = IntStream.range(0, 64).mapToObj(SQUARE::adjacent).toArray(int[][]::new);
        double[] moved =
                IntStream.range(0, 64).mapToDouble(i -> values[i] * 3 + more).toArray();
        assertThat(GiStar.scores(moved, near)).containsExactly(GiStar.scores(values, near), within(1e-7));
    }
}
