package org.yiwang.advice.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How good suggestions are, on matters that were not taught.
 *
 * @param cases how many were asked
 * @param first of these, for how many the first suggestion was right
 * @param amongThree for how many one of the first three
 * @param sure for how many the first was certain enough to be chosen beforehand
 * @param sureAndRight of those, how many were right
 * @param promised the certainty that the first suggestions claimed, on average; near the share that were right it is honest
 * @param mixedUp what was taken for what most often, at most {@value #MIXED_UP_MAX}
 */
public record Measure(
        int cases, int first, int amongThree, int sure, int sureAndRight, double promised, List<MixedUp> mixedUp) {
    /** Below this a person decides and nothing is chosen beforehand, as Woensdrecht does with the same aim. */
    public static final double SURE = 0.4;

    static final int MIXED_UP_MAX = 12;
    private static final int AMONG = 3;

    /** @param cases of {@code category} that were taken for {@code takenFor} */
    public record MixedUp(String category, String takenFor, int cases) {}

    private record Pair(String category, String takenFor) {}

    public static Measure of(Bayes bayes, List<Example> asked) {
        int first = 0;
        int among = 0;
        int sure = 0;
        int sureAndRight = 0;
        double promised = 0;
        Map<Pair, Integer> wrong = new HashMap<>();
        for (Example example : asked) {
            double[] shares = bayes.shares(example.text());
            if (shares.length == 0) continue;
            List<Integer> best = best(shares);
            List<String> categories = best.stream().map(bayes.categories()::get).toList();
            if (categories.contains(example.category())) among++;
            double certainty = shares[best.getFirst()];
            promised += certainty;
            boolean isRight = categories.getFirst().equals(example.category());
            boolean isSure = certainty >= SURE;
            if (isSure) sure++;
            if (isRight) first++;
            else wrong.merge(new Pair(example.category(), categories.getFirst()), 1, Integer::sum);
            if (isRight && isSure) sureAndRight++;
        }
        return new Measure(
                asked.size(),
                first,
                among,
                sure,
                sureAndRight,
                asked.isEmpty() ? 0 : promised / asked.size(),
                worst(wrong));
    }

    private static List<Integer> best(double[] shares) {
        return IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> shares[i]).reversed())
                .limit(AMONG)
                .toList();
    }

    /** Share of first suggestions that were right. */
    public double accuracy() {
        return cases == 0 ? 0 : (double) first / cases;
    }

    private static List<MixedUp> worst(Map<Pair, Integer> wrong) {
        return wrong.entrySet().stream()
                .map(one -> new MixedUp(one.getKey().category, one.getKey().takenFor, one.getValue()))
                .sorted(Comparator.comparingInt(MixedUp::cases)
                        .reversed()
                        .thenComparing(MixedUp::category)
                        .thenComparing(MixedUp::takenFor))
                .limit(MIXED_UP_MAX)
                .toList();
    }
}
