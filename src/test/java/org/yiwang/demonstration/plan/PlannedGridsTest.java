package org.yiwang.demonstration.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiwang.demonstration.plan.PlannedGrids.Drawn;
import org.yiwang.grids.intake.Ground;
import org.yiwang.grids.intake.HandedIn;
import org.yiwang.grids.model.Draft;
import org.yiwang.grids.model.Finding;
import org.yiwang.grids.model.Grid;
import org.yiwang.grids.model.MergeGrids;
import org.yiwang.grids.model.Survey;
import org.yiwang.territory.Daqiao;

class PlannedGridsTest {
    private static final Ground GROUND = new Ground(Daqiao.TERRITORY);
    private static YearPlan.Grids figures;
    private static List<Drawn> drawn;

    @BeforeAll
    static void draw() throws IOException {
        YearPlan year = DemoYear.file();
        figures = year.grids();
        drawn = PlannedGrids.of(year, Daqiao.TERRITORY, GridBook.read(DemoYear.TEXTS), DemoYear.people());
    }

    @Test
    void every_department_has_as_many_grids_as_the_file_says_each_with_a_person_of_its_own() {
        assertThat(drawn).hasSize(figures.departments().size()).allSatisfy(one -> {
            assertThat(one.first())
                    .hasSize(figures.departments().get(one.department().code()));
            assertThat(one.first()).allSatisfy(grid -> {
                assertThat(grid.holder().staff()).isNotNull();
                assertThat(grid.duties()).isNotEmpty();
            });
        });
    }

    @Test
    void what_is_drawn_would_be_taken_in_if_a_department_handed_it_in() {
        for (Drawn one : drawn) {
            assertThat(HandedIn.checked(GROUND, one.department(), one.first()).faults())
                    .as(one.department().code())
                    .isEmpty();
            one.later().ifPresent(redrawn -> assertThat(
                            HandedIn.checked(GROUND, one.department(), redrawn).faults())
                    .isEmpty());
        }
    }

    @Test
    void conflicts_and_gaps_are_as_many_as_the_file_says_and_stay_few_after_the_redrawing() {
        Draft draft = draft(false);
        assertThat(draft.open()).hasSize(figures.split());
        assertThat(draft.lines().stream().filter(line -> line.finding() == Finding.GAP))
                .hasSize(figures.gaps());
        assertThat(draft(true).open()).hasSize(figures.split() + figures.later().split());
    }

    @Test
    void some_grids_stay_within_committees_and_most_do_not() {
        Set<String> crossing = new HashSet<>();
        for (Survey survey : draft(false).surveys())
            for (Grid grid : survey.grids().values())
                if (committees(survey, grid).size() > 1)
                    crossing.add(survey.department().code());
        assertThat(crossing).contains("police", "city", "market", "fire");
        Survey peace = draft(false).surveys().get(1);
        assertThat(peace.grids().values().stream()
                        .filter(grid -> committees(peace, grid).size() == 1)
                        .count())
                .isGreaterThan(peace.grids().size() / 2);
    }

    @Test
    void the_same_seed_draws_the_same() throws IOException {
        List<Drawn> again =
                PlannedGrids.of(DemoYear.file(), Daqiao.TERRITORY, GridBook.read(DemoYear.TEXTS), DemoYear.people());
        assertThat(again.toString()).isEqualTo(drawn.toString());
    }

    private static Set<String> committees(Survey survey, Grid grid) {
        Set<String> found = new HashSet<>();
        survey.shares().forEach((cell, shares) -> shares.stream()
                .filter(share -> share.grid().equals(grid.code()))
                .forEach(share -> found.add(Daqiao.TERRITORY.cell(cell).committee())));
        return found;
    }

    private static Draft draft(boolean later) {
        List<Survey> surveys = new ArrayList<>();
        for (Drawn one : drawn) {
            List<Grid> grids = later ? one.later().orElse(one.first()) : one.first();
            surveys.add(HandedIn.laid(GROUND, one.department(), grids));
        }
        return MergeGrids.merge(List.copyOf(GROUND.cells().keySet()), surveys, Map.of());
    }
}
