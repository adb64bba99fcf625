package org.yiwang.demonstration.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that repeats itself: the same seed, purpose and number give the same throws. */
final class Dice {
    private static final long STRIDE = 0x9E37_79B9_7F4A_7C15L;
    private final SplittableRandom random;

    Dice(long seed, String purpose, long number) {
        this.random = new SplittableRandom((seed * 31 + purpose.hashCode()) * STRIDE + number * STRIDE);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    double share() {
        return random.nextDouble();
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Between the two, the nearer to {@code from} the likelier, with greater power more so. */
    double skewed(double from, double to, double power) {
        return from + (to - from) * Math.pow(random.nextDouble(), power);
    }

    <T> List<T> shuffled(Collection<T> some) {
        List<T> list = new ArrayList<>(some);
        for (int i = list.size() - 1; i > 0; i--) Collections.swap(list, i, random.nextInt(i + 1));
        return list;
    }
}
