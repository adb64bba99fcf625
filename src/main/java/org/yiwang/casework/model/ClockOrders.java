package org.yiwang.casework.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiwang.worktime.Limit;

/** What a row of the table does to clocks, as effects. */
final class ClockOrders {
    static final Set<String> VERBS = Set.of("stop", "abandon", "pause", "resume", "start", "restart", "rework");
    private static final String ALL = "all";

    private ClockOrders() {}

    static List<Effect> of(Call call) {
        List<Effect> effects = new ArrayList<>();
        Transition row = call.row();
        for (ClockName clock : open(call, "stop")) effects.add(new Effect.ClockStopped(clock));
        for (ClockName clock : open(call, "abandon")) effects.add(new Effect.ClockAbandoned(clock));
        for (ClockName clock : open(call, "pause")) effects.add(new Effect.ClockPaused(clock, reason(call)));
        for (ClockName clock : open(call, "resume")) effects.add(new Effect.ClockResumed(clock));
        for (ClockName clock : open(call, "restart")) effects.add(new Effect.ClockAbandoned(clock));
        for (String verb : List.of("restart", "start")) {
            for (String name : row.clocks(verb)) start(call, ClockName.of(name)).ifPresent(effects::add);
        }
        for (String name : row.clocks("rework"))
            rework(call, ClockName.of(name)).ifPresent(effects::add);
        return effects;
    }

    /** The clock that the name stands for; refuses names that are none. */
    static void names(String name) {
        if (!name.equals(ALL)) ClockName.of(name);
    }

    static Optional<Effect> start(Call call, ClockName clock) {
        return call.limit(clock).map(limit -> new Effect.ClockStarted(clock, limit));
    }

    private static Optional<Effect> rework(Call call, ClockName clock) {
        return call.limit(clock).map(limit -> new Effect.ClockStarted(clock, share(limit, call)));
    }

    private static Limit share(Limit limit, Call call) {
        return new Limit(Math.max(1, limit.amount() * call.bounds().reworkShare() / 100), limit.unit());
    }

    private static String reason(Call call) {
        return call.input().reason() == null
                ? call.row().action()
                : call.input().reason();
    }

    private static List<ClockName> open(Call call, String verb) {
        List<String> names = call.row().clocks(verb);
        return call.file().clocks().stream()
                .filter(clock -> clock.isOpen()
                        && (names.contains(ALL) || names.contains(clock.name().id())))
                .map(Clock::name)
                .toList();
    }
}
