package org.yiwang.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All the lives of a fleet, side by side on one time line. Not for several threads at once. */
final class Play {
    /**
     * How it is played.
     *
     * @param every how often each device is to be heard; zero leaves it as its kind has it
     * @param perHour troubles by chance, over the whole fleet
     */
    record Score(long seed, Duration every, double perHour, Faults.Shares faults, List<Trouble> planted) {}

    private record Turn(Instant at, Life life) {}

    private final Instant begin;
    private final Score score;
    private final Map<String, Life> lives = new HashMap<>();
    private final PriorityQueue<Turn> turns =
            new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparing(turn -> turn.life().serial));
    private final Deque<Trouble> planted;
    private final Mischief mischief;
    private @Nullable Trouble chance;

    Play(Fleet fleet, Instant begin, Score score) {
        this.begin = begin;
        this.score = score;
        for (Fleet.Member one : fleet.devices()) {
            Life life = Objects.requireNonNull(Fleet.KINDS.get(one.kind()))
                    .apply(new Life.Birth(one.serial(), score.seed, begin, score.every));
            lives.put(one.serial(), life);
            turns.add(new Turn(life.next(), life));
        }
        List<Trouble> foreseen = new ArrayList<>(score.planted);
        foreseen.forEach(trouble -> life(trouble.device()));
        planted = new ArrayDeque<>(foreseen);
        mischief = new Mischief(fleet, score.perHour, score.seed);
        if (!mischief.isNone()) chance = mischief.next();
    }

    /** When there is something to do again. */
    Instant next() {
        Instant turn = turns.isEmpty() ? Instant.MAX : turns.peek().at();
        Trouble trouble = trouble();
        Instant befalls = trouble == null ? Instant.MAX : begin.plus(trouble.at());
        return turn.isBefore(befalls) ? turn : befalls;
    }

    /**
     * Everything up to this moment, in order.
     *
     * @param cuts lines that go down now
     */
    void until(Instant until, Consumer<Said> listener, Consumer<Trouble> cuts) {
        while (!next().isAfter(until)) {
            Trouble trouble = trouble();
            if (trouble != null && begin.plus(trouble.at()).equals(next())) {
                forget();
                if (trouble.what().equals(Trouble.CUT)) cuts.accept(trouble);
                else
                    at(
                            begin.plus(trouble.at()),
                            life(trouble.device()),
                            listener,
                            life -> life.suffer(trouble.what(), trouble.lasts()));
                continue;
            }
            Turn turn = turns.remove();
            if (turn.at().equals(turn.life().next())) at(turn.at(), turn.life(), listener, life -> {});
        }
    }

    /** An order reaches a device. */
    void command(Instant now, String serial, JsonNode command, Consumer<Said> listener) {
        at(now, life(serial), listener, life -> life.hear(command));
    }

    private void at(Instant now, Life life, Consumer<Said> listener, Consumer<Life> act) {
        life.live(now, score.faults, listener);
        act.accept(life);
        turns.add(new Turn(life.next(), life));
    }

    private Life life(String serial) {
        Life life = lives.get(serial);
        if (life == null) throw new Unplayable("The fleet has no device " + serial);
        return life;
    }

    private @Nullable Trouble trouble() {
        return isPlanted() ? planted.peek() : chance;
    }

    /** Whether the next trouble is one that was planted. */
    private boolean isPlanted() {
        Trouble first = planted.peek();
        return first != null && (chance == null || first.at().compareTo(chance.at()) <= 0);
    }

    private void forget() {
        if (isPlanted()) planted.remove();
        else chance = mischief.next();
    }
}
