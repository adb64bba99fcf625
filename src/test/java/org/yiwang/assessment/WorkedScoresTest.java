package org.yiwang.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.assessment.Orders.clock;
import static org.yiwang.assessment.Orders.matter;
import static org.yiwang.assessment.Orders.step;
import static org.yiwang.assessment.Orders.visit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiwang.assessment.model.AssessMonth;
import org.yiwang.assessment.model.AssessMonth.Decided;
import org.yiwang.assessment.model.Assessment;
import org.yiwang.assessment.model.Board;
import org.yiwang.assessment.model.CompareEditions;
import org.yiwang.assessment.model.CompareEditions.Why;
import org.yiwang.assessment.model.Cost;
import org.yiwang.assessment.model.Digest;
import org.yiwang.assessment.model.Fraction;
import org.yiwang.assessment.model.Line;
import org.yiwang.assessment.model.Occasion;
import org.yiwang.assessment.model.Occasion.Matter;
import org.yiwang.assessment.model.RankUnits;
import org.yiwang.assessment.model.Score;
import org.yiwang.casework.model.Clock.Outcome;

/** The bundled formula over orders whose score can be reckoned by hand. */
class WorkedScoresTest {
    private final Assessment formula = Orders.hotline();
    private final Matter first = matter(1, "c01");
    private final Matter second = matter(2, "c01");
    private final Matter third = matter(3, "c02");

    /** Contacts 2 of 3, closings 1 of 2, solved 1 of 2, satisfaction (1 + 0.8) of 2; one long overdue, two reworks, one five-star visit. */
    private List<Occasion> march() {
        return new ArrayList<>(List.of(
                clock(first, "first-contact", Outcome.MET, -2),
                clock(second, "first-contact", Outcome.MISSED, 3),
                clock(third, "first-contact", Outcome.MET, -1),
                clock(first, "whole", Outcome.MET, -5),
                clock(second, "whole", Outcome.RUNNING, 0),
                clock(third, "whole", Outcome.PAUSED, 0),
                visit(first, true, true, 5),
                visit(second, true, false, 3),
                visit(third, false, null, null),
                clock(first, "handle", Outcome.MISSED, 20),
                clock(second, "handle", Outcome.MISSED, 30),
                step(second, "fail", 7),
                step(second, "fail", 9)));
    }

    private List<Line> lines(Decided decided) {
        return new AssessMonth(formula, decided, Orders.NOW).lines(march());
    }

    @Test
    void the_score_is_what_a_clerk_reckons_with_a_pencil() {
        Score score = Score.of(formula.scheme(), lines(Decided.NOTHING));
        // 20 × 2/3 + 30 × 1/2 + 25 × 1/2 + 25 × 1.8/2 − 0.2 − 2 × 0.1 + 0.02 = 13.3333… + 15 + 12.5 + 22.5 − 0.38
        assertThat(score.shown()).isEqualTo(new BigDecimal("62.95"));
        assertThat(score.part("first-contact").points())
                .isEqualTo(Fraction.of(40).by(Fraction.of(3)));
        assertThat(score.part("overdue").counted()).as("24 hours are forgiven").isEqualTo(1);
    }

    @Test
    void a_clock_that_still_runs_is_late_once_its_time_is_over_and_a_paused_one_never_is() {
        assertThat(lines(Decided.NOTHING))
                .filteredOn(line -> line.measure().equals("on-time"))
                .extracting(line ->
                        line.number().substring(13) + " " + line.earned().intValue())
                .containsExactly("0001 1", "0002 0");
    }

    @Test
    void what_the_orders_cost_is_what_the_unit_misses_of_full_marks() {
        List<Line> lines = lines(Decided.NOTHING);
        Score score = Score.of(formula.scheme(), lines);
        List<Cost> costs = Cost.of(score, lines);
        assertThat(costs.getFirst().line().measure()).isEqualTo("on-time");
        assertThat(costs.getFirst().points()).isEqualTo(Fraction.of(15));
        assertThat(costs.stream().map(Cost::points).reduce(Fraction.ZERO, Fraction::plus))
                .isEqualTo(Fraction.of(formula.scheme().full()).minus(score.unbound()));
    }

    @Test
    void without_the_second_order_the_rest_is_reckoned_anew() {
        List<Line> lines = lines(Decided.NOTHING);
        Line of = lines.stream()
                .filter(line -> line.caseId().equals(second.id()))
                .findFirst()
                .orElseThrow();
        // 20 + 30 + 25 + 25 + 0.02
        assertThat(Cost.without(formula.scheme(), lines, of).shown()).isEqualTo(new BigDecimal("100.02"));
        assertThat(Score.of(formula.scheme(), lines(new Decided(Set.of(second.id()), Map.of())))
                        .shown())
                .isEqualTo(new BigDecimal("100.02"));
    }

    @Test
    void a_unit_without_orders_in_a_measure_loses_nothing_there() {
        assertThat(Score.of(formula.scheme(), List.of()).shown()).isEqualTo(new BigDecimal("100.00"));
    }

    @Test
    void rewards_stop_at_their_limit_and_the_score_at_its_bound() {
        List<Occasion> praised = new ArrayList<>();
        for (int i = 1; i <= 300; i++) praised.add(visit(matter(i, "c01"), true, true, 5));
        List<Line> lines = new AssessMonth(formula, Decided.NOTHING, Orders.NOW).lines(praised);
        Score score = Score.of(formula.scheme(), lines);
        assertThat(score.shown()).isEqualTo(new BigDecimal("102.00"));
        assertThat(score.part("praise").points()).isEqualTo(Fraction.of(2));
    }

    @Test
    void the_difference_names_the_order_that_was_left_out_and_the_line_that_was_appealed() {
        Line.Key late = new Line.Key("first-contact", second.id(), 1);
        Decided decided = new Decided(Set.of(third.id()), Map.of(late, "录音为证"));
        List<CompareEditions.Change> changes =
                CompareEditions.of(lines(Decided.NOTHING), lines(decided), decided, true);
        assertThat(changes)
                .extracting(change -> change.number().substring(13) + " " + change.measure() + " " + change.why())
                .containsExactly("0002 first-contact " + Why.APPEAL, "0003 first-contact " + Why.LEFT_OUT);
        assertThat(CompareEditions.units(changes, Board.COMMITTEE)).containsExactly("c01", "c02");
        assertThat(Score.of(formula.scheme(), lines(decided))
                        .part("first-contact")
                        .points())
                .isEqualTo(Fraction.of(20));
    }

    @Test
    void a_deduction_that_an_appeal_lifted_is_gone() {
        Decided decided = new Decided(Set.of(), Map.of(new Line.Key("rework", second.id(), 7), "核查有误"));
        Score score = Score.of(formula.scheme(), lines(decided));
        assertThat(score.part("rework").counted()).isEqualTo(1);
        assertThat(CompareEditions.of(lines(Decided.NOTHING), lines(decided), decided, true))
                .extracting(CompareEditions.Change::why)
                .containsExactly(Why.APPEAL);
    }

    @Test
    void what_happened_late_or_under_another_formula_is_called_so() {
        List<Occasion> later = march();
        later.set(4, clock(second, "whole", Outcome.MET, -1));
        List<Line> after = new AssessMonth(formula, Decided.NOTHING, Orders.NOW).lines(later);
        assertThat(CompareEditions.of(lines(Decided.NOTHING), after, Decided.NOTHING, true))
                .extracting(CompareEditions.Change::why)
                .containsExactly(Why.LATE_EVENT);
        assertThat(CompareEditions.of(lines(Decided.NOTHING), after, Decided.NOTHING, false))
                .extracting(CompareEditions.Change::why)
                .containsExactly(Why.FORMULA);
    }

    @Test
    void the_digest_changes_with_what_counts_and_with_nothing_else() {
        String one = digest(march(), Decided.NOTHING);
        List<Occasion> turned = march().reversed();
        assertThat(digest(turned, Decided.NOTHING)).isEqualTo(one);
        assertThat(digest(march(), new Decided(Set.of(matter(99, "c01").id()), Map.of())))
                .as("an order of another month was left out")
                .isEqualTo(one);
        assertThat(digest(march(), new Decided(Set.of(first.id()), Map.of()))).isNotEqualTo(one);
    }

    private String digest(List<Occasion> occasions, Decided decided) {
        return Digest.of(formula, decided, occasions, Orders.NOW).hex();
    }

    @Test
    void equal_scores_share_a_rank_and_few_orders_have_none() {
        List<Occasion> orders = new ArrayList<>();
        for (int i = 1; i <= 4; i++) orders.add(clock(matter(i, "c01"), "whole", Outcome.MET, -1));
        for (int i = 11; i <= 14; i++) orders.add(clock(matter(i, "c02"), "whole", Outcome.MET, -1));
        for (int i = 21; i <= 24; i++) orders.add(clock(matter(i, "c03"), "whole", Outcome.MISSED, 2));
        orders.add(clock(matter(31, "c04"), "whole", Outcome.MET, -1));
        List<Line> lines = new AssessMonth(formula, Decided.NOTHING, Orders.NOW).lines(orders);
        assertThat(RankUnits.of(formula.scheme(), lines))
                .filteredOn(one -> one.board() == Board.COMMITTEE)
                .extracting(one -> one.unit() + " " + one.rank())
                .containsExactlyInAnyOrder("c01 1", "c02 1", "c03 3", "c04 null");
    }

    @Test
    void cases_of_other_channels_do_not_count() {
        Matter grid = new Matter(first.id(), "G", "某事", "grid", "E0501", "normal", "c01", 1, 0, 0, 0, 0, 0);
        assertThat(new AssessMonth(formula, Decided.NOTHING, Orders.NOW)
                        .lines(List.of(clock(grid, "whole", Outcome.MET, -1))))
                .isEmpty();
    }
}
