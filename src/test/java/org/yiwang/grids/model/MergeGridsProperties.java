package org.yiwang.grids.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.locationtech.jts.geom.Geometry;

class MergeGridsProperties {
    private static final double EPSILON = 1e-9;

    @Property(tries = 150)
    void the_shares_of_a_cell_are_never_more_than_the_cell(
            @ForAll @IntRange(min = 1, max = 6) int side, @ForAll @IntRange(max = 14) int cuts, @ForAll long seed) {
        new ShareOut(Plains.cells(side))
                .of(Plains.divided(side, cuts, seed))
                .values()
                .forEach(shares -> {
                    assertThat(shares.stream().mapToDouble(Share::share).sum()).isLessThanOrEqualTo(1 + EPSILON);
                    assertThat(shares)
                            .allSatisfy(share -> assertThat(share.share()).isBetween(ShareOut.SLIVER, 1.0))
                            .isSortedAccordingTo((a, b) -> Double.compare(b.share(), a.share()));
                });
    }

    @Property(tries = 100)
    void every_cell_ends_with_one_line_for_each_department_and_with_a_grid_that_is_there(
            @ForAll @IntRange(min = 1, max = 5) int side, @ForAll @IntRange(max = 10) int cuts, @ForAll long seed) {
        Draft draft = draft(side, cuts, seed, Map.of());
        Set<String> seen = new HashSet<>();
        assertThat(draft.lines()).hasSize(side * side * draft.surveys().size()).allSatisfy(line -> {
            assertThat(seen.add(MergeGrids.key(line.department(), line.cell()))).isTrue();
            assertThat(line.grid() == null).isEqualTo(line.finding() == Finding.GAP);
            if (line.grid() != null)
                assertThat(survey(draft, line.department()).grids()).containsKey(line.grid());
        });
    }

    @Property(tries = 100)
    void nobody_has_a_larger_share_than_whoever_it_falls_to(
            @ForAll @IntRange(min = 1, max = 5) int side, @ForAll @IntRange(max = 10) int cuts, @ForAll long seed) {
        Draft draft = draft(side, cuts, seed, Map.of());
        for (Line line : draft.lines())
            assertThat(survey(draft, line.department()).shares().getOrDefault(line.cell(), List.of()))
                    .allSatisfy(share -> assertThat(share.share())
                            .isLessThanOrEqualTo(
                                    line.grid() == null ? ProposeHolders.TOUCHED : line.share() + EPSILON));
    }

    @Property(tries = 60)
    void in_whatever_order_grids_are_handed_in_the_table_is_the_same(
            @ForAll @IntRange(min = 1, max = 5) int side, @ForAll @IntRange(max = 10) int cuts, @ForAll long seed) {
        Map<String, Geometry> cells = Plains.cells(side);
        List<Grid> grids = Plains.divided(side, cuts, seed);
        List<Grid> shuffled = new ArrayList<>(grids);
        Collections.shuffle(shuffled, new Random(seed));
        Department one = Plains.department("one", 1);
        List<String> codes = List.copyOf(cells.keySet());
        Draft first = MergeGrids.merge(codes, List.of(Plains.survey(one, cells, grids)), Map.of());
        Draft second = MergeGrids.merge(codes, List.of(Plains.survey(one, cells, shuffled)), Map.of());
        assertThat(second.lines()).isEqualTo(first.lines());
        assertThat(second.tag()).isEqualTo(first.tag());
    }

    @Property(tries = 60)
    void once_every_conflict_is_decided_nothing_is_open_and_all_else_stays(
            @ForAll @IntRange(min = 1, max = 5) int side, @ForAll @IntRange(max = 10) int cuts, @ForAll long seed) {
        Draft before = draft(side, cuts, seed, Map.of());
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Ruling> rulings = new HashMap<>();
        for (Line line : before.open()) {
            Proposal proposal = survey(before, line.department()).propose(line.cell());
            List<Share> shares = proposal.shares();
            rulings.put(
                    MergeGrids.key(line.department(), line.cell()),
                    Rulings.of(line, shares.get(random.nextInt(shares.size())).grid(), proposal));
        }
        Draft after = draft(side, cuts, seed, rulings);
        assertThat(after.open()).isEmpty();
        IntStream.range(0, before.lines().size())
                .filter(i -> !before.lines().get(i).isOpen())
                .forEach(i -> assertThat(after.lines().get(i))
                        .isEqualTo(before.lines().get(i)));
    }

    @Property(tries = 60)
    void the_same_table_touches_nothing_but_what_is_still_open(
            @ForAll @IntRange(min = 1, max = 5) int side, @ForAll @IntRange(max = 10) int cuts, @ForAll long seed) {
        Draft draft = draft(side, cuts, seed, Map.of());
        Map<String, Survey> past = new HashMap<>();
        draft.surveys().forEach(survey -> past.put(survey.department().code(), survey));
        assertThat(Touch.between(draft.lines(), past, draft))
                .hasSameSizeAs(draft.open())
                .allMatch(Touch::open);
    }

    private static Draft draft(int side, int cuts, long seed, Map<String, Ruling> rulings) {
        Map<String, Geometry> cells = Plains.cells(side);
        List<Survey> surveys = List.of(
                Plains.survey(Plains.department("one", 1), cells, Plains.divided(side, cuts, seed)),
                Plains.survey(Plains.department("two", 2), cells, Plains.divided(side, cuts, seed + 1)));
        return MergeGrids.merge(List.copyOf(cells.keySet()), surveys, rulings);
    }

    private static Survey survey(Draft draft, String department) {
        return draft.surveys().stream()
                .filter(survey -> survey.department().code().equals(department))
                .findFirst()
                .orElseThrow();
    }
}
