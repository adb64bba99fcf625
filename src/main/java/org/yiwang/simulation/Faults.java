package org.yiwang.simulation;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What happens to messages on their way from any device: some come twice, late, or torn. */
final class Faults {
    private static final int LATE_SECONDS_MAX = 300;
    private static final Duration TWICE_AFTER = Duration.ofMillis(700);

    /** Shares between 0 and 1. */
    record Shares(double doubled, double late, double torn) {
        static final Shares NONE = new Shares(0, 0, 0);
    }

    private final SplittableRandom dice;

    Faults(SplittableRandom dice) {
        this.dice = dice;
    }

    void pass(Said said, Shares shares, Consumer<Said> listener, BiConsumer<Duration, Runnable> later) {
        double twice = dice.nextDouble();
        double late = dice.nextDouble();
        double torn = dice.nextDouble();
        int seconds = dice.nextInt(1, LATE_SECONDS_MAX);
        if (twice < shares.doubled) later.accept(TWICE_AFTER, () -> listener.accept(said));
        if (torn < shares.torn) listener.accept(torn(said));
        else if (late < shares.late) later.accept(Duration.ofSeconds(seconds), () -> listener.accept(said));
        else listener.accept(said);
    }

    private static Said torn(Said said) {
        return new Said(
                said.at(),
                said.by(),
                said.device(),
                said.kind(),
                said.payload().substring(0, said.payload().length() / 2),
                true);
    }
}
