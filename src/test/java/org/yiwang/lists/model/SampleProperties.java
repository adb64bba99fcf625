package org.yiwang.lists.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.yiwang.lists.model.ShareChecks.Shared;
import org.yiwang.organisation.UnitId;

/** Whatever was closed and whatever the seed: a draw is fair, can be repeated, and nobody looks at the own unit's work. */
class SampleProperties {
    private static final List<String> UNITS = List.of("c01", "c07", "chengguan", "fangguan", "lvrong");

    @Property(tries = 200)
    void a_case_is_drawn_once_at_most_and_of_each_unit_as_many_as_the_rule_says(
            @ForAll("closed") List<Candidate> closed,
            @ForAll("rules") SampleRule rule,
            @ForAll @StringLength(16) String seed) {
        List<Candidate> drawn = DrawSample.draw(seed, rule, closed);
        assertThat(new HashSet<>(drawn)).hasSameSizeAs(drawn);
        assertThat(closed).containsAll(drawn);
        Map<UnitId, Long> there = byUnit(closed);
        there.forEach((unit, count) -> assertThat(byUnit(drawn).getOrDefault(unit, 0L))
                .isEqualTo((long) rule.size(count.intValue()))
                .isLessThanOrEqualTo(count)
                .isGreaterThanOrEqualTo(Math.min(count, rule.perUnit())));
    }

    @Property(tries = 100)
    void the_same_seed_draws_the_same_cases_in_whatever_order_they_are_read(
            @ForAll("closed") List<Candidate> closed, @ForAll("rules") SampleRule rule, @ForAll Random random) {
        List<Candidate> shuffled = new ArrayList<>(closed);
        Collections.shuffle(shuffled, random);
        assertThat(DrawSample.draw("7f3a", rule, shuffled)).isEqualTo(DrawSample.draw("7f3a", rule, closed));
    }

    @Property(tries = 200)
    void no_unit_looks_at_its_own_cases_and_the_work_is_spread_as_far_as_that_allows(
            @ForAll("closed") List<Candidate> closed, @ForAll("rules") SampleRule rule) {
        List<Candidate> drawn = DrawSample.draw("7f3a", rule, closed);
        Set<UnitId> checkers = UNITS.stream().map(UnitId::new).collect(Collectors.toSet());
        List<Shared> shared = ShareChecks.among(checkers, drawn).orElseThrow();
        assertThat(shared).hasSameSizeAs(drawn).allMatch(one -> !one.checker()
                .equals(one.drawn().unit()));
        assertThat(shared.stream().map(Shared::drawn)).containsExactlyElementsOf(drawn);
    }

    @Property(tries = 50)
    void one_unit_alone_cannot_look_at_what_it_led(@ForAll("closed") List<Candidate> closed) {
        Set<UnitId> alone = Set.of(closed.getFirst().unit());
        Optional<List<Shared>> shared = ShareChecks.among(alone, DrawSample.draw("7f3a", new SampleRule(1, 0), closed));
        assertThat(shared).isEmpty();
    }

    /** Each of 40 cases would be drawn 250 times in 1,000 draws of 10; five standard deviations are 69. */
    @Property(tries = 1)
    void every_case_is_drawn_equally_often_over_many_seeds() {
        List<Candidate> closed = new ArrayList<>();
        for (int i = 0; i < 40; i++) closed.add(candidate("DQ20211008-H-%04d".formatted(i), "c01"));
        Map<String, Long> times = IntStream.range(0, 1_000)
                .boxed()
                .flatMap(seed -> DrawSample.draw("seed" + seed, new SampleRule(10, 0), closed).stream())
                .collect(Collectors.groupingBy(Candidate::number, Collectors.counting()));
        assertThat(times).hasSize(40);
        assertThat(times.values()).allSatisfy(count -> assertThat(count).isBetween(181L, 319L));
    }

    /** The interval's promise, on made-up quarters of three units that differ in size and in how often they fail. */
    @Property(tries = 4)
    void the_interval_holds_the_true_share_in_95_of_100_draws(@ForAll @IntRange(min = 1, max = 30) int percent) {
        Random random = new Random(percent);
        List<Candidate> closed = new ArrayList<>();
        Set<UUID> bad = new HashSet<>();
        int[] sizes = {400, 120, 60};
        for (int unit = 0; unit < sizes.length; unit++)
            for (int i = 0; i < sizes[unit]; i++) {
                Candidate one = candidate("n" + unit + "-" + i, UNITS.get(unit));
                closed.add(one);
                if (random.nextInt(100) < percent + unit * 10) bad.add(one.id());
            }
        double truth = (double) bad.size() / closed.size();
        int held = 0;
        int draws = 200;
        for (int i = 0; i < draws; i++) {
            List<Candidate> drawn = DrawSample.draw("s" + i, new SampleRule(20, 10), closed);
            FailedShare share = FailedShare.of(parts(closed, drawn, bad));
            if (share.low() <= truth && truth <= share.high()) held++;
        }
        assertThat(held).isGreaterThanOrEqualTo(draws * 92 / 100);
    }

    private static List<FailedShare.Part> parts(List<Candidate> closed, List<Candidate> drawn, Set<UUID> bad) {
        Map<UnitId, List<Candidate>> byUnit = drawn.stream().collect(Collectors.groupingBy(Candidate::unit));
        return byUnit.entrySet().stream()
                .map(entry -> new FailedShare.Part(
                        byUnit(closed).getOrDefault(entry.getKey(), 0L).intValue(),
                        entry.getValue().size(),
                        (int) entry.getValue().stream()
                                .filter(one -> bad.contains(one.id()))
                                .count()))
                .toList();
    }

    private static Map<UnitId, Long> byUnit(List<Candidate> cases) {
        return cases.stream().collect(Collectors.groupingBy(Candidate::unit, Collectors.counting()));
    }

    private static Candidate candidate(String number, String unit) {
        return new Candidate(
                UUID.nameUUIDFromBytes(number.getBytes(UTF_8)), number, "H0101", new UnitId("c01"), new UnitId(unit));
    }

    @Provide
    Arbitrary<List<Candidate>> closed() {
        return Combinators.combine(Arbitraries.integers().between(1, 9_999), Arbitraries.of(UNITS))
                .as((number, unit) -> candidate("DQ20211008-H-%04d".formatted(number), unit))
                .list()
                .uniqueElements(Candidate::number)
                .ofMinSize(1)
                .ofMaxSize(150);
    }

    @Provide
    Arbitrary<SampleRule> rules() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.integers().between(0, 100))
                .as(SampleRule::new);
    }
}
