package org.yiwang.demonstration.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A choice among things of unequal weight. */
final class Weights<T> {
    private final List<T> things = new ArrayList<>();
    private final List<Double> sums = new ArrayList<>();
    private double total;

    Weights(Map<T, Double> weights) {
        weights.forEach((thing, weight) -> {
            if (weight > 0) {
                total += weight;
                things.add(thing);
                sums.add(total);
            }
        });
    }

    T pick(Dice dice) {
        double at = dice.share() * total;
        int low = 0;
        int high = things.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums.get(middle) > at) high = middle;
            else low = middle + 1;
        }
        return things.get(low);
    }

    /** Whole numbers in proportion to the weights that add up to the total: largest remainder first. */
    static int[] apportion(int total, double[] weights) {
        double sum =
                IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
        int[] counts = new int[weights.length];
        double[] rest = new double[weights.length];
        int given = 0;
        for (int i = 0; i < weights.length; i++) {
            double exact = sum == 0 ? 0 : total * weights[i] / sum;
            counts[i] = (int) exact;
            rest[i] = exact - counts[i];
            given += counts[i];
        }
        List<Integer> order = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -rest[i]))
                .toList();
        for (int i = 0; i < total - given; i++) counts[order.get(i % order.size())]++;
        return counts;
    }
}
