package org.yiwang.advice.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Teaches on the earlier matters and measures on the later ones, as it will be asked about what is to come; never on what it was taught. */
public final class Teach {
    private static final double TAUGHT_SHARE = 0.75;
    /** The latest of the taught matters set the temperature and are taught afterwards. */
    private static final double SCALED_SHARE = 0.85;

    private static final List<Double> TEMPERATURES =
            List.of(1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 12.0, 15.0);
    private static final double LEAST_SHARE = 1e-6;

    private Teach() {}

    /**
     * What came of a teaching.
     *
     * @param bayes taught with everything, the tested matters too
     * @param measure of one that was taught with the earlier matters alone
     * @param taught how many those were
     */
    public record Taught(Bayes bayes, Measure measure, int taught) {}

    /** The share taught and the rest tested, by time. */
    public static Taught of(List<Example> examples) {
        List<Example> inOrder =
                examples.stream().sorted(Comparator.comparing(Example::at)).toList();
        int split = (int) (inOrder.size() * TAUGHT_SHARE);
        Bayes earlier = scaled(inOrder.subList(0, split));
        Measure measure = Measure.of(earlier, inOrder.subList(split, inOrder.size()));
        return new Taught(Bayes.of(inOrder).at(earlier.temperature()), measure, split);
    }

    /** Taught with all of these, in the order of time, with a temperature from the latest of them. */
    public static Bayes scaled(List<Example> inOrder) {
        int split = (int) (inOrder.size() * SCALED_SHARE);
        Bayes part = Bayes.of(inOrder.subList(0, split));
        List<Example> rest = inOrder.subList(split, inOrder.size());
        List<Asked> asked =
                rest.stream().map(example -> Asked.of(part, example)).toList();
        double best = TEMPERATURES.stream()
                .min(Comparator.comparingDouble(one -> surprise(asked, one)))
                .orElse(1.0);
        return Bayes.of(inOrder).at(best);
    }

    /** What stands before any temperature, and which category was right; below 0 when it was never taught. */
    private record Asked(List<Double> scores, int right) {
        static Asked of(Bayes bayes, Example example) {
            List<Double> scores =
                    Arrays.stream(bayes.scores(example.text())).boxed().toList();
            return new Asked(scores, bayes.categories().indexOf(example.category()));
        }

        double share(double temperature) {
            if (right < 0 || scores.isEmpty()) return 0;
            double[] raw = scores.stream().mapToDouble(Double::doubleValue).toArray();
            return Bayes.shares(raw, temperature)[right];
        }
    }

    /** How surprised it is by what was right: the mean of minus the logarithm of its share. */
    private static double surprise(List<Asked> asked, double temperature) {
        return asked.stream()
                .mapToDouble(one -> -Math.log(Math.max(one.share(temperature), LEAST_SHARE)))
                .average()
                .orElse(0);
    }
}
