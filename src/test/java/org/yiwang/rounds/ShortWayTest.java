package org.yiwang.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiwang.rounds.model.ShortWay;
import org.yiwang.territory.LonLat;

class ShortWayTest {
    private static final LonLat START = new LonLat(121.54, 31.27);

    @Test
    void stops_along_a_road_are_walked_from_the_near_end_to_the_far_one() {
        List<LonLat> road = IntStream.of(7, 2, 9, 1, 4)
                .mapToObj(step -> new LonLat(121.54 + step * 0.001, 31.27))
                .toList();
        assertThat(ShortWay.from(START, road)).containsExactly(3, 1, 4, 0, 2);
    }

    @Test
    void every_stop_is_visited_once_and_the_way_is_never_longer_than_the_list_as_it_stands() {
        Random random = new Random(20211109);
        for (int round = 0; round < 200; round++) {
            List<LonLat> places = places(random, random.nextInt(40));
            List<Integer> order = ShortWay.from(START, places);
            List<Integer> asGiven = IntStream.range(0, places.size()).boxed().toList();
            assertThat(order).containsExactlyInAnyOrderElementsOf(asGiven);
            assertThat(ShortWay.metres(START, places, order))
                    .isLessThanOrEqualTo(ShortWay.metres(START, places, asGiven) + 1e-6);
        }
    }

    @Test
    void of_seven_stops_the_way_is_seldom_much_longer_than_the_shortest_of_all() {
        Random random = new Random(7);
        double sum = 0;
        int rounds = 40;
        for (int round = 0; round < rounds; round++) {
            List<LonLat> places = places(random, 7);
            double shortest = shortest(places, new ArrayList<>());
            double found = ShortWay.metres(START, places, ShortWay.from(START, places)) / shortest;
            assertThat(found).isLessThan(1.35);
            sum += found;
        }
        assertThat(sum / rounds).isLessThan(1.05);
    }

    private static double shortest(List<LonLat> places, List<Integer> begun) {
        if (begun.size() == places.size()) return ShortWay.metres(START, places, begun);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < places.size(); i++) {
            if (begun.contains(i)) continue;
            begun.add(i);
            best = Math.min(best, shortest(places, begun));
            begun.removeLast();
        }
        return best;
    }

    private static List<LonLat> places(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new LonLat(121.53 + random.nextDouble() * 0.03, 31.26 + random.nextDouble() * 0.02))
                .toList();
    }
}
