package org.yiwang.booking.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.booking.model.CollectionRule.Vehicle;
import org.yiwang.booking.model.PlanRoute.Call;
import org.yiwang.booking.model.PlanRoute.Left;
import org.yiwang.booking.model.PlanRoute.Plan;
import org.yiwang.booking.model.PlanRoute.Visit;
import org.yiwang.booking.model.PlanRoute.Why;
import org.yiwang.territory.LonLat;

/** The proposed way against every possible one where that can be tried, and against what it promises where it cannot. */
class PlanRouteTest {
    private static final LonLat START = new LonLat(121.5441, 31.2622);
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);
    private static final Vehicle LARGE = new Vehicle("沪A", 1_000_000, 1_000_000);
    private static final int CASES = 300;
    private static final int MINUTES = 5;

    private final PlanRoute route = new PlanRoute(START, EIGHT, MINUTES);

    @Test
    void of_up_to_seven_stops_the_way_is_mostly_the_shortest_and_never_longer_by_a_quarter() {
        double sum = 0;
        double best = 0;
        int shortest = 0;
        double worst = 1;
        for (int seed = 0; seed < CASES; seed++) {
            List<Call> calls = calls(new Random(seed), 3 + seed % 5);
            double found = route.metres(route.shortWay(calls));
            double least = least(calls);
            assertThat(found).isGreaterThanOrEqualTo(least - 0.01);
            worst = Math.max(worst, found / least);
            if (found - least < 0.6) shortest++;
            sum += found;
            best += least;
        }
        System.out.printf(
                "route: %d of %d are the shortest, all together %.2f %% longer, the worst %.2f %%%n",
                shortest, CASES, 100 * (sum / best - 1), 100 * (worst - 1));
        assertThat(worst).isLessThan(1.25);
        assertThat(sum / best).isLessThan(1.01);
        assertThat(shortest).isGreaterThan(CASES * 9 / 10);
    }

    @Test
    void a_proposal_holds_every_call_once_and_keeps_volume_weight_and_windows() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Call> calls = calls(random, 5 + random.nextInt(20));
            Vehicle vehicle = new Vehicle("沪A", 2_000 + random.nextInt(10_000), 200 + random.nextInt(2_000));
            Plan plan = route.propose(calls, vehicle);
            List<UUID> all =
                    new ArrayList<>(plan.visits().stream().map(Visit::booking).toList());
            all.addAll(plan.left().stream().map(Left::booking).toList());
            assertThat(all).hasSameSizeAs(calls).hasSameElementsAs(new HashSet<>(all));
            assertThat(plan.litres()).isLessThanOrEqualTo(vehicle.litres());
            assertThat(plan.kilograms()).isLessThanOrEqualTo(vehicle.kilograms());
            for (Visit visit : plan.visits()) {
                Call call = calls.stream()
                        .filter(one -> one.booking().equals(visit.booking()))
                        .findFirst()
                        .orElseThrow();
                assertThat(visit.arrives()).isBetween(call.opens(), call.closes());
            }
        }
    }

    @Test
    void what_does_not_fit_says_why_and_what_comes_after_it_may_still_fit() {
        Call sofa = call(1, EIGHT, NOON, 900, 50);
        Call rubble = call(2, EIGHT, NOON, 50, 900);
        Call chair = call(3, EIGHT, NOON, 90, 10);
        Call tight = new Call(id(4), new LonLat(121.60, 31.40), EIGHT, LocalTime.of(8, 5), 1, 1);
        Plan plan = route.propose(
                List.of(sofa, call(5, EIGHT, NOON, 200, 1), rubble, chair, tight), new Vehicle("沪A", 1_000, 500));
        assertThat(plan.visits()).extracting(Visit::booking).containsExactlyInAnyOrder(id(1), id(3));
        assertThat(plan.left())
                .containsExactly(new Left(id(5), Why.VOLUME), new Left(id(2), Why.WEIGHT), new Left(id(4), Why.WINDOW));
    }

    @Test
    void nobody_is_called_at_before_the_window_opens_and_the_earlier_window_comes_first() {
        Call late = new Call(id(1), START, LocalTime.of(13, 30), FIVE, 1, 1);
        Call early = new Call(id(2), new LonLat(121.56, 31.28), EIGHT, NOON, 1, 1);
        Plan plan = route.propose(List.of(late, early), LARGE);
        assertThat(plan.visits()).extracting(Visit::booking).containsExactly(id(2), id(1));
        assertThat(plan.visits().getLast().arrives()).isEqualTo(LocalTime.of(13, 30));
    }

    @Test
    void no_call_at_all_is_no_way() {
        Plan plan = route.propose(List.of(), LARGE);
        assertThat(plan.visits()).isEmpty();
        assertThat(plan.metres()).isZero();
    }

    /** The shortest of every order in which the windows follow one another. */
    private double least(List<Call> calls) {
        List<Call> early =
                calls.stream().filter(one -> one.closes().equals(NOON)).toList();
        List<Call> late =
                calls.stream().filter(one -> !one.closes().equals(NOON)).toList();
        double[] least = {Double.MAX_VALUE};
        orders(
                early,
                new ArrayList<>(),
                first -> orders(
                        late, new ArrayList<>(first), whole -> least[0] = Math.min(least[0], route.metres(whole))));
        return least[0];
    }

    private static void orders(List<Call> left, List<Call> before, java.util.function.Consumer<List<Call>> tried) {
        if (left.isEmpty()) tried.accept(before);
        for (Call call : left) {
            List<Call> rest = new ArrayList<>(left);
            rest.remove(call);
            before.add(call);
            orders(rest, before, tried);
            before.removeLast();
        }
    }

    private static List<Call> calls(Random random, int count) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean isEarly = random.nextBoolean();
            LonLat point = new LonLat(121.53 + random.nextDouble() * 0.03, 31.26 + random.nextDouble() * 0.025);
            calls.add(new Call(
                    id(i),
                    point,
                    isEarly ? EIGHT : LocalTime.of(13, 0),
                    isEarly ? NOON : FIVE,
                    100 + random.nextInt(1_500),
                    10 + random.nextInt(200)));
        }
        return calls;
    }

    private static Call call(int id, LocalTime opens, LocalTime closes, int litres, int kilograms) {
        return new Call(id(id), new LonLat(121.545 + id * 0.001, 31.263), opens, closes, litres, kilograms);
    }

    private static UUID id(int n) {
        return new UUID(0, n);
    }
}
