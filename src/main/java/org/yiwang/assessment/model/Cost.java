package org.yiwang.assessment.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.yiwang.assessment.model.Score.Part;

/**
 * What one line costs its unit, in points. Of a measure it is the line's share of the weight that it did not earn; of a deduction its share of what is
 * deducted in all, which a limit may keep below the single points; of a reward what it brings, as a negative cost. All costs of a unit together are what it
 * misses of full marks, apart from what bounds add or take away.
 */
public record Cost(Line line, Fraction points) {
    private static final Comparator<Cost> DEAREST = Comparator.comparing(Cost::points)
            .reversed()
            .thenComparing(cost -> cost.line().at())
            .thenComparing(cost -> cost.line().caseId())
            .thenComparing(cost -> cost.line().measure())
            .thenComparingInt(cost -> cost.line().ref());

    /** @param lines of one unit; answered dearest first */
    public static List<Cost> of(Score score, Collection<Line> lines) {
        List<Cost> costs = new ArrayList<>();
        for (Line line : lines) costs.add(new Cost(line, share(score, line)));
        costs.sort(DEAREST);
        return costs;
    }

    private static Fraction share(Score score, Line line) {
        Part part = score.part(line.measure());
        Fraction counted = Fraction.of(part.counted());
        return score.scheme().weights().stream()
                .filter(weight -> weight.id().equals(line.measure()))
                .findFirst()
                .map(weight -> Fraction.of(weight.weight())
                        .times(Fraction.ONE.minus(Fraction.of(line.earned())))
                        .by(counted))
                .orElseGet(() -> part.points().negated().by(counted));
    }

    /** The unit's score if this line's order were left out altogether. */
    public static Score without(Scheme scheme, Collection<Line> lines, Line line) {
        return Score.of(
                scheme,
                lines.stream()
                        .filter(other -> !other.caseId().equals(line.caseId()))
                        .toList());
    }
}
