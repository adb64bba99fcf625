package org.yiwang.advice.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Teaches on the earlier matters and measures on the later ones, as it will be asked about what is to come; never on what it was taught. */
public final class Teach {
    private static final double TAUGHT_SHARE = 0.75;
    /** The latest of the taught matters set the temperatures and are taught afterwards. */
    private static final double SCALED_SHARE = 0.85;

    private static final List<Double> TEMPERATURES =
            List.of(1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0, 40.0);
    /** One wording in so many is held out. */
    private static final int HELD_OUT_OF = 5;
    /** A band of fewer matters takes the temperature of all. */
    private static final int BAND_MIN = 50;

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
        return new Taught(Bayes.of(inOrder).at(earlier.certainty()), measure, split);
    }

    /**
     * Taught with all of these, in the order of time, as bold as proved right on two kinds of matters that had not been taught: the latest, which mostly say what was said
     * before, and those of wordings held out, of which nothing like was taught. Familiarity tells the two apart when somebody asks.
     */
    public static Bayes scaled(List<Example> inOrder) {
        List<Asked> asked = new ArrayList<>(latest(inOrder));
        asked.addAll(newlyWorded(inOrder));
        double all = best(asked);
        List<Double> temperatures = new ArrayList<>();
        for (int band = 0; band < Certainty.BANDS; band++) {
            int own = band;
            List<Asked> within = asked.stream().filter(one -> one.band() == own).toList();
            temperatures.add(within.size() < BAND_MIN ? all : best(within));
        }
        return Bayes.of(inOrder).at(new Certainty(temperatures));
    }

    private static List<Asked> latest(List<Example> inOrder) {
        int split = (int) (inOrder.size() * SCALED_SHARE);
        Bayes part = Bayes.of(inOrder.subList(0, split));
        return inOrder.subList(split, inOrder.size()).stream()
                .map(example -> Asked.of(part, example))
                .toList();
    }

    private static List<Asked> newlyWorded(List<Example> inOrder) {
        Wordings wordings = new Wordings();
        List<Example> taught = new ArrayList<>();
        List<Example> held = new ArrayList<>();
        for (Example one : inOrder) (wordings.group(one) % HELD_OUT_OF == 0 ? held : taught).add(one);
        Bayes part = Bayes.of(taught);
        return held.stream().map(example -> Asked.of(part, example)).toList();
    }

    private static double best(List<Asked> asked) {
        return TEMPERATURES.stream()
                .min(Comparator.comparingDouble(one -> surprise(asked, one)))
                .orElse(1.0);
    }

    /** What stands before any temperature, which category was right, below 0 when it was never taught, and how familiar the words were. */
    private record Asked(List<Double> scores, int right, int band) {
        static Asked of(Bayes bayes, Example example) {
            List<Double> scores =
                    Arrays.stream(bayes.scores(example.text())).boxed().toList();
            return new Asked(
                    scores,
                    bayes.categories().indexOf(example.category()),
                    Certainty.band(bayes.familiarity(example.text())));
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
