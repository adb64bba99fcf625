package org.yiwang.assessment.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.assessment.model.Scheme.Extra;
import org.yiwang.assessment.model.Scheme.Weight;

/**
 * What a unit comes to: Σ weight × rate − deductions + rewards, within the scheme's bounds. A measure with nothing to count is worth full marks: nobody loses
 * points for orders that were not there.
 *
 * @param parts one for each measure and extra of the scheme, in its order
 * @param unbound before the bounds
 */
public record Score(Scheme scheme, List<Part> parts, Fraction unbound) {

    /**
     * @param counted occasions
     * @param earned of a measure, what they earned together; of extras as many as counted
     * @param points of a measure earned, of extras taken away (negative) or added
     */
    public record Part(String id, int counted, BigDecimal earned, Fraction points) {
        /** Earned of what counted; null where nothing did. */
        public @Nullable Fraction rate() {
            return counted == 0 ? null : Fraction.of(earned).by(Fraction.of(counted));
        }
    }

    /** @param lines of one unit */
    public static Score of(Scheme scheme, Collection<Line> lines) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (Line line : lines) sums.merge(line.measure(), new Sum(1, line.earned()), Sum::plus);
        List<Part> parts = new ArrayList<>();
        for (Weight weight : scheme.weights()) parts.add(part(weight, sums.getOrDefault(weight.id(), Sum.NONE)));
        for (Extra extra : scheme.extras()) parts.add(part(extra, sums.getOrDefault(extra.id(), Sum.NONE)));
        Fraction total = parts.stream().map(Part::points).reduce(Fraction.ZERO, Fraction::plus);
        return new Score(scheme, List.copyOf(parts), total);
    }

    private record Sum(int counted, BigDecimal earned) {
        static final Sum NONE = new Sum(0, BigDecimal.ZERO);

        Sum plus(Sum other) {
            return new Sum(counted + other.counted, earned.add(other.earned));
        }
    }

    private static Part part(Weight weight, Sum sum) {
        Fraction share =
                sum.counted == 0 ? Fraction.ONE : Fraction.of(sum.earned).by(Fraction.of(sum.counted));
        return new Part(
                weight.id(),
                sum.counted,
                sum.earned,
                Fraction.of(weight.weight()).times(share));
    }

    private static Part part(Extra extra, Sum sum) {
        Fraction points =
                Fraction.of(extra.points()).times(Fraction.of(sum.counted)).atMost(Fraction.of(extra.most()));
        return new Part(extra.id(), sum.counted, sum.earned, extra.reward() ? points : points.negated());
    }

    public Fraction total() {
        return unbound.atLeast(Fraction.of(scheme.least())).atMost(Fraction.of(scheme.most()));
    }

    /** As it is published. */
    public BigDecimal shown() {
        return total().rounded(scheme.decimals());
    }

    /** What the bounds added (or, negative, took away). */
    public Fraction byBounds() {
        return total().minus(unbound);
    }

    public Part part(String id) {
        return parts.stream().filter(part -> part.id().equals(id)).findFirst().orElseThrow();
    }
}
