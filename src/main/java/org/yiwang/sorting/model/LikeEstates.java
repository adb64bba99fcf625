package org.yiwang.sorting.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which estates are like those that are treated: by number of drop-off points, households, earlier correct rate and earlier alarms.
 *
 * <p>“Earlier” lies before the days that the trial compares. Chosen by those, estates would be taken that did well by chance, and fall back by themselves (Daw and
 * Hatfield, Health Services Research 53 (2018) 4138–4156).
 */
public final class LikeEstates {
    /** So many are proposed: with two treated ones, twenty-eight arrangements and more can be told apart from eight estates on. */
    public static final int PROPOSED = 8;

    private static final double UNKNOWN = 1;

    private LikeEstates() {}

    /**
     * What is known of an estate.
     *
     * @param households null where the register of buildings does not say
     * @param earlier checks before the days that are compared
     * @param alarms before these, all kinds together
     */
    public record Facts(String estate, int points, @Nullable Integer households, Share earlier, Rate alarms) {}

    /** @param distance from the treated estates' mean, in spreads of all estates; the smaller, the more alike */
    public record Like(Facts facts, double distance) {}

    /** Candidates, the most alike first; what is not known of one counts as one spread away. */
    public static List<Like> of(List<Facts> treated, List<Facts> candidates) {
        List<Facts> all = new ArrayList<>(treated);
        all.addAll(candidates);
        List<Function<Facts, @Nullable Double>> sides = List.of(
                facts -> Math.log(facts.points()),
                facts -> facts.households() == null ? null : Math.log(facts.households() + 1.0),
                facts -> facts.earlier().isKnown() ? facts.earlier().rate() : null,
                facts -> facts.alarms().isEnough() ? facts.alarms().log() : null);
        return candidates.stream()
                .map(one -> new Like(one, distance(one, treated, all, sides)))
                .sorted(Comparator.comparingDouble(Like::distance)
                        .thenComparing(like -> like.facts().estate()))
                .toList();
    }

    private static double distance(
            Facts one, List<Facts> treated, List<Facts> all, List<Function<Facts, @Nullable Double>> sides) {
        double sum = 0;
        int counted = 0;
        for (Function<Facts, @Nullable Double> side : sides) {
            List<Double> known = known(treated, side);
            double spread = spread(known(all, side));
            if (known.isEmpty() || spread == 0) continue;
            Double own = side.apply(one);
            double off = own == null ? UNKNOWN : (own - mean(known)) / spread;
            sum += off * off;
            counted++;
        }
        return counted == 0 ? 0 : Math.sqrt(sum / counted);
    }

    private static List<Double> known(List<Facts> facts, Function<Facts, @Nullable Double> side) {
        List<Double> known = new ArrayList<>();
        for (Facts one : facts) {
            Double value = side.apply(one);
            if (value != null) known.add(value);
        }
        return known.stream().sorted().toList();
    }

    private static double mean(List<Double> values) {
        double sum = 0;
        for (double value : values) sum += value;
        return sum / values.size();
    }

    private static double spread(List<Double> values) {
        if (values.size() < 2) return 0;
        double mean = mean(values);
        double sum = 0;
        for (double value : values) sum += (value - mean) * (value - mean);
        return Math.sqrt(sum / (values.size() - 1));
    }
}
