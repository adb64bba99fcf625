package org.yiwang.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yiwang.assessment.model.AssessMonth;
import org.yiwang.assessment.model.AssessMonth.Decided;
import org.yiwang.assessment.model.Assessment;
import org.yiwang.assessment.model.Cost;
import org.yiwang.assessment.model.Fraction;
import org.yiwang.assessment.model.Line;
import org.yiwang.assessment.model.Occasion;
import org.yiwang.assessment.model.Score;
import org.yiwang.casework.model.Clock.Outcome;

/** Whatever happened: nothing is lost in a score that no order lost, and nothing is won that none won. */
class ScoreProperties {
    private final Assessment formula = Orders.hotline();

    @Property(tries = 300)
    void costs_of_all_lines_are_what_is_missing_of_full_marks_to_the_last_digit(
            @ForAll("months") List<Occasion> month) {
        List<Line> lines = new AssessMonth(formula, Decided.NOTHING, Orders.NOW).lines(month);
        Score score = Score.of(formula.scheme(), lines);
        Fraction costs = Cost.of(score, lines).stream().map(Cost::points).reduce(Fraction.ZERO, Fraction::plus);
        assertThat(costs)
                .isEqualTo(Fraction.of(formula.scheme().full())
                        .minus(score.total())
                        .plus(score.byBounds()));
    }

    @Property(tries = 300)
    void points_of_all_parts_are_the_score_before_its_bounds(@ForAll("months") List<Occasion> month) {
        List<Line> lines = new AssessMonth(formula, Decided.NOTHING, Orders.NOW).lines(month);
        Score score = Score.of(formula.scheme(), lines);
        assertThat(score.parts().stream().map(Score.Part::points).reduce(Fraction.ZERO, Fraction::plus))
                .isEqualTo(score.unbound());
        assertThat(score.total()).isBetween(Fraction.of(0), Fraction.of(102));
    }

    @Property(tries = 100)
    void the_order_in_which_things_are_read_does_not_matter(@ForAll("months") List<Occasion> month) {
        AssessMonth assess = new AssessMonth(formula, Decided.NOTHING, Orders.NOW);
        assertThat(assess.lines(month.reversed())).containsExactlyInAnyOrderElementsOf(assess.lines(month));
    }

    @Provide
    Arbitrary<List<Occasion>> months() {
        Arbitrary<Integer> number = Arbitraries.integers().between(1, 60);
        Arbitrary<Occasion> clocks = Combinators.combine(
                        number,
                        Arbitraries.of("first-contact", "whole", "handle"),
                        Arbitraries.of(Outcome.values()),
                        Arbitraries.integers().between(-40, 90))
                .as((n, kind, outcome, late) -> Orders.clock(Orders.matter(n, "c01"), kind, outcome, late));
        Arbitrary<Occasion> visits = Combinators.combine(
                        number,
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false).injectNull(0.2),
                        Arbitraries.integers().between(1, 5).injectNull(0.2))
                .as((n, reached, solved, stars) -> Orders.visit(Orders.matter(n, "c01"), reached, solved, stars));
        Arbitrary<Occasion> steps = Combinators.combine(
                        number,
                        Arbitraries.of("fail", "reopen"),
                        Arbitraries.integers().between(1, 30))
                .as((n, kind, seq) -> Orders.step(Orders.matter(n, "c01"), kind, seq));
        return Arbitraries.oneOf(clocks, visits, steps).list().ofMaxSize(120);
    }
}
