package org.yiwang.grids.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class MergeGridsTest {
    private static final Map<String, Geometry> CELLS = Plains.cells(2);
    private static final Duty STALLS = new Duty("跨门营业", "Trading beyond the door", List.of("E0501"));
    private static final Duty STREET = new Duty("街面秩序", "Street order", List.of("E05"));

    @Test
    void the_largest_share_wins_and_a_fifth_elsewhere_makes_a_conflict() {
        assertThat(propose(0.79, 0.21)).isEqualTo(Finding.SPLIT);
        assertThat(propose(0.81, 0.19)).isEqualTo(Finding.CLEAR);
        assertThat(propose(0.505, 0.495)).isEqualTo(Finding.TIE);
        assertThat(propose(0.04)).isEqualTo(Finding.GAP);
        assertThat(propose()).isEqualTo(Finding.GAP);
    }

    @Test
    void ground_that_nobody_has_counts_like_another_s() {
        assertThat(propose(0.75)).isEqualTo(Finding.SPLIT);
        assertThat(propose(0.85)).isEqualTo(Finding.CLEAR);
    }

    @Test
    void a_decision_stands_until_what_it_was_about_has_changed() {
        Line line = line(split(1.5));
        Ruling ruling = Rulings.of(line, "b", split(1.5).propose("0100"));
        assertThat(merge(split(1.5), ruling).lines().get(2))
                .extracting(Line::grid, Line::decidedBy, Line::isOpen)
                .containsExactly("b", "严惠芳", false);
        assertThat(merge(split(1.3), ruling).lines().get(2))
                .extracting(Line::grid, Line::decidedBy, Line::isOpen)
                .containsExactly("b", null, true);
        assertThat(merge(split(2.0), ruling).lines().get(2))
                .extracting(Line::grid, Line::finding)
                .containsExactly("a", Finding.CLEAR);
    }

    @Test
    void a_redrawn_grid_names_the_cells_that_go_elsewhere_and_nothing_else() {
        Survey before = split(1);
        Draft after = MergeGrids.merge(codes(), List.of(split(2)), Map.of());
        List<Touch> touches = Touch.between(
                MergeGrids.merge(codes(), List.of(before), Map.of()).lines(), Map.of("city", before), after);
        assertThat(touches).extracting(Touch::cell).containsExactly("0100", "0101");
        assertThat(touches).allSatisfy(touch -> {
            assertThat(touch.before().holder().name()).isEqualTo("乙");
            assertThat(touch.after().holder().name()).isEqualTo("甲");
        });
    }

    @Test
    void before_and_after_count_grids_people_and_what_nobody_or_several_held() {
        Survey city = Plains.survey(
                Plains.department("city", 1),
                CELLS,
                List.of(
                        Plains.grid("a", "甲", List.of(STREET), Plains.box(0, 0, 1.4, 2)),
                        Plains.grid("b", "乙", List.of(STREET), Plains.box(1.4, 0, 2, 2))));
        Survey market = Plains.survey(
                Plains.department("market", 2),
                CELLS,
                List.of(Plains.grid("m", "丙", List.of(STALLS), Plains.box(0, 0, 2, 1))));
        Draft draft = MergeGrids.merge(codes(), List.of(city, market), Map.of());
        Comparison compared = new CompareDuties(draft.surveys(), draft.lines()).by(any -> CompareDuties.ALL, 2);
        Comparison.Place all = compared.places().getFirst();
        assertThat(all.cells()).isEqualTo(4);
        assertThat(all.before()).isEqualTo(new Side(2, 3, 8, 3, 2, 2));
        assertThat(all.after()).isEqualTo(new Side(1, 4, 6, 3, 2, 0));
        assertThat(compared.unheld())
                .extracting(Comparison.Unheld::cell, Comparison.Unheld::department)
                .containsExactly(tuple("0001", "market"), tuple("0101", "market"));
        assertThat(compared.twice()).singleElement().satisfies(twice -> {
            assertThat(twice.leads()).isEqualTo("market");
            assertThat(twice.cells()).isEqualTo(2);
        });
        assertThat(compared.heavy()).isEmpty();
        assertThat(new CompareDuties(draft.surveys(), draft.lines())
                        .by(any -> CompareDuties.ALL, 1)
                        .heavy())
                .extracting(load -> load.holder().name())
                .contains("甲");
    }

    @Test
    void the_longer_the_beginning_of_a_code_the_closer_is_the_duty() {
        assertThat(STALLS.closeness("E0501")).isEqualTo(5);
        assertThat(STREET.closeness("E0501")).isEqualTo(3);
        assertThat(STALLS.closeness("E0502")).isEqualTo(Duty.NOT);
        assertThat(STALLS.meets(STREET)).isTrue();
        assertThat(STALLS.meets(new Duty("夜间巡查", null, List.of()))).isFalse();
    }

    private static Finding propose(double... shares) {
        List<Share> all = new ArrayList<>();
        for (double share : shares) all.add(new Share("c", "g" + all.size(), share));
        return ProposeHolders.propose("c", all).finding();
    }

    /** Two grids that meet at this meridian. */
    private static Survey split(double meridian) {
        List<Grid> grids = new ArrayList<>();
        grids.add(Plains.grid("a", "甲", List.of(STREET), Plains.box(0, 0, meridian, 2)));
        grids.add(Plains.grid("b", "乙", List.of(STREET), Plains.box(meridian, 0, 2.5, 2)));
        return Plains.survey(Plains.department("city", 1), CELLS, grids);
    }

    private static Line line(Survey survey) {
        return MergeGrids.merge(codes(), List.of(survey), Map.of()).lines().get(2);
    }

    private static Draft merge(Survey survey, Ruling ruling) {
        return MergeGrids.merge(codes(), List.of(survey), Map.of(MergeGrids.key("city", "0100"), ruling));
    }

    private static List<String> codes() {
        return List.copyOf(CELLS.keySet());
    }
}
