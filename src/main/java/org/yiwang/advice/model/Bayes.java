package org.yiwang.advice.model;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Naive Bayes over the traits of texts: multinomial, each trait counted once a text, smoothed. What it says of certainty is far too bold as it is, because traits
 * that overlap are counted as if they were independent; temperatures found on matters it was not taught put that right ({@link Certainty}).
 */
public final class Bayes {
    /** A trait that stands in fewer matters is none: names do not get in, and neither does chance. */
    public static final int MATTERS_MIN = 3;

    private static final int TRAITS_MAX = 30_000;
    private static final double SMOOTHING = 0.05;
    private static final int WORDS_SHOWN = 3;
    private static final int RIVALS = 5;

    private final List<String> categories;
    private final Map<String, Integer> traits;
    private final float[][] logs;
    private final double[] priors;
    private final double[] rarity;
    private final Certainty certainty;

    private Bayes(
            List<String> categories,
            Map<String, Integer> traits,
            float[][] logs,
            double[] priors,
            double[] rarity,
            Certainty certainty) {
        this.categories = categories;
        this.traits = traits;
        this.logs = logs;
        this.priors = priors;
        this.rarity = rarity;
        this.certainty = certainty;
    }

    /** Learns from all of these; its certainty is not scaled yet. */
    public static Bayes of(List<Example> examples) {
        Map<String, Integer> spread = new HashMap<>();
        TreeMap<String, Integer> places = new TreeMap<>();
        for (Example example : examples) {
            for (String trait : Traits.of(example.text()).keySet()) spread.merge(trait, example.weight(), Integer::sum);
            places.put(example.category(), 0);
        }
        Map<String, Integer> traits = chosen(spread);
        List<String> categories = List.copyOf(places.keySet());
        for (int i = 0; i < categories.size(); i++) places.put(categories.get(i), i);
        float[][] counts = new float[categories.size()][traits.size()];
        double[] priors = new double[categories.size()];
        // Read a second time rather than kept: what some ten thousand matters are made of does not fit beside
        // everything else.
        for (Example example : examples) {
            int category = requireNonNull(places.get(example.category()));
            int weight = example.weight();
            priors[category] += weight;
            for (String trait : Traits.of(example.text()).keySet()) {
                Integer at = traits.get(trait);
                if (at != null) counts[category][at] += weight;
            }
        }
        int all = examples.stream().mapToInt(Example::weight).sum();
        double[] rarity = new double[traits.size()];
        traits.forEach((trait, at) -> rarity[at] = Math.log((1.0 + all) / (1 + spread.getOrDefault(trait, 0))));
        return new Bayes(categories, traits, logs(counts), logs(priors), rarity, Certainty.RAW);
    }

    private static Map<String, Integer> chosen(Map<String, Integer> spread) {
        List<String> most = spread.entrySet().stream()
                .filter(one -> one.getValue() >= MATTERS_MIN)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TRAITS_MAX)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Integer> places = HashMap.newHashMap(most.size());
        for (String trait : most) places.put(trait, places.size());
        return places;
    }

    private static float[][] logs(float[][] counts) {
        for (float[] row : counts) {
            double sum = SMOOTHING * row.length;
            for (float count : row) sum += count;
            for (int at = 0; at < row.length; at++) row[at] = (float) Math.log((row[at] + SMOOTHING) / sum);
        }
        return counts;
    }

    private static double[] logs(double[] counts) {
        double sum = IntStream.range(0, counts.length)
                .mapToDouble(i -> counts[i] + 1)
                .sum();
        return IntStream.range(0, counts.length)
                .mapToDouble(i -> Math.log((counts[i] + 1) / sum))
                .toArray();
    }

    /** The same, as bold as this. */
    public Bayes at(Certainty other) {
        return new Bayes(categories, traits, logs, priors, rarity, other);
    }

    public Certainty certainty() {
        return certainty;
    }

    public int traits() {
        return traits.size();
    }

    public List<String> categories() {
        return categories;
    }

    /** The likeliest categories, at most so many; none when the text has nothing that was ever learned. */
    public List<Guess> judge(String text, int most) {
        Map<String, List<Traits.Span>> own = Traits.of(text);
        List<String> known = own.keySet().stream().filter(traits::containsKey).toList();
        if (known.isEmpty()) return List.of();
        double[] shares = shares(scores(known), certainty.at((double) known.size() / own.size()));
        List<Integer> best = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> shares[i]).reversed())
                .toList();
        List<Integer> rivals = best.subList(0, Math.min(RIVALS, best.size()));
        return best.stream()
                .limit(most)
                .map(i -> new Guess(categories.get(i), shares[i], words(text, own, known, i, rivals)))
                .toList();
    }

    /** The share of each category for a text, in the order of {@link #categories()}; empty when it has nothing that was ever learned. */
    double[] shares(String text) {
        double[] scores = scores(text);
        return scores.length == 0 ? scores : shares(scores, certainty.at(familiarity(text)));
    }

    /** What share of the text's traits was ever learned. */
    double familiarity(String text) {
        List<String> own = List.copyOf(Traits.of(text).keySet());
        return own.isEmpty()
                ? 0
                : (double) own.stream().filter(traits::containsKey).count() / own.size();
    }

    /** What stands before any temperature: logarithms, of which only the differences mean anything. */
    double[] scores(String text) {
        List<String> known =
                Traits.of(text).keySet().stream().filter(traits::containsKey).toList();
        return known.isEmpty() ? new double[0] : scores(known);
    }

    private double[] scores(List<String> known) {
        double[] scores = priors.clone();
        for (String trait : known) {
            int at = requireNonNull(traits.get(trait));
            for (int i = 0; i < scores.length; i++) scores[i] += logs[i][at];
        }
        return scores;
    }

    static double[] shares(double[] raw, double temperature) {
        double[] scores = raw.clone();
        double top = Double.NEGATIVE_INFINITY;
        for (double score : scores) top = Math.max(top, score / temperature);
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] / temperature - top);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) scores[i] /= sum;
        return scores;
    }

    /** What speaks for a category is what is likelier in it than in those that are its rivals here; neighbours in the text are shown as one. */
    private List<String> words(
            String text, Map<String, List<Traits.Span>> own, List<String> known, int category, List<Integer> rivals) {
        Map<String, Double> weights = new HashMap<>();
        for (String trait : known) {
            int at = requireNonNull(traits.get(trait));
            double others = rivals.stream()
                    .filter(other -> other != category)
                    .mapToDouble(other -> logs[other][at])
                    .average()
                    .orElse(Math.log(SMOOTHING));
            if (Traits.isWord(trait)) weights.put(trait, logs[category][at] - others);
        }
        return JoinWords.of(text, own, weights, WORDS_SHOWN);
    }

    /** How alike two texts are by the traits that both have, rare ones counting more: 0 to 1 (cosine). */
    public double likeness(String one, String other) {
        double both = 0;
        double left = 0;
        double right = 0;
        Map<String, List<Traits.Span>> theirs = Traits.of(other);
        for (String trait : Traits.of(one).keySet()) {
            double weight = square(trait);
            left += weight;
            if (theirs.containsKey(trait)) both += weight;
        }
        for (String trait : theirs.keySet()) right += square(trait);
        return left == 0 || right == 0 ? 0 : both / Math.sqrt(left * right);
    }

    private double square(String trait) {
        Integer at = traits.get(trait);
        double weight = at == null ? 0 : Traits.isWord(trait) ? rarity[at] : 0;
        return weight * weight;
    }
}
