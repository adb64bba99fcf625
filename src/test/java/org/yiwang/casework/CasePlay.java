package org.yiwang.casework;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.Answer;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.CaseHistory;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Clock;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.Decide;
import org.yiwang.casework.model.Effect;
import org.yiwang.casework.model.NewCase;
import org.yiwang.casework.model.Urgency;
import org.yiwang.platform.Decision;

/** Plays one case without a database; after every step the present must equal what the events give. */
final class CasePlay {
    private final CaseWorld world;
    private final List<CaseEvent> events = new ArrayList<>();
    private @org.jspecify.annotations.Nullable CaseFile file;

    CasePlay(long seed) {
        world = new CaseWorld(seed);
    }

    CaseWorld world() {
        return world;
    }

    CaseFile file() {
        return requireNonNull(file);
    }

    CasePlay reported(String category, Channel channel, String at) {
        return reported(category, channel, at, List.of());
    }

    /** About a shop that had {@code earlier} such cases before. */
    CasePlay aboutShop(String industry, int earlier, String at) {
        return reported(
                new NewCase(
                        Channel.GRID,
                        ShopCase.CODE,
                        "店外经营",
                        "水果摊摆到人行道上",
                        Urgency.NORMAL,
                        CaseWorld.PLACE,
                        List.of(),
                        List.of(),
                        null,
                        List.of(new Answer("premises", List.of("S-7"))),
                        ShopCase.shop(industry),
                        ShopCase.repeats(earlier)),
                at);
    }

    CasePlay reported(String category, Channel channel, String at, List<Answer> answers) {
        return reported(
                new NewCase(
                        channel,
                        category,
                        "店外经营",
                        "水果摊摆到人行道上",
                        Urgency.NORMAL,
                        CaseWorld.PLACE,
                        channel == Channel.GRID ? List.of() : List.of(world.id()),
                        List.of(),
                        null,
                        answers),
                at);
    }

    private CasePlay reported(NewCase fresh, String at) {
        events.clear();
        CaseEvent event = world.decide.report(fresh, CaseWorld.INSPECTOR, CaseWorld.at(at));
        events.add(event);
        file = CaseHistory.open(world.id(), CaseWorld.TENANT, event, world.reckoning);
        return this;
    }

    Effect opened() {
        return events.getFirst().effects().getFirst();
    }

    CasePlay does(Actor actor, String action, ActionInput input, String at) {
        return does(actor, action, input, CaseWorld.at(at));
    }

    CasePlay does(Actor actor, String action, ActionInput input, Instant at) {
        CaseEvent event = world.decide.act(file(), action, input, actor, at, 0).orThrow();
        events.add(event);
        file = CaseHistory.apply(file(), event, world.reckoning);
        CaseFile folded = CaseHistory.fold(file.id(), CaseWorld.TENANT, events, world.reckoning);
        if (!folded.equals(file)) throw new AssertionError("row and events differ:\n" + file + "\n" + folded);
        return this;
    }

    CasePlay undoes(Actor actor, String at) {
        CaseEvent event =
                world.decide.undo(file(), events, actor, CaseWorld.at(at)).orThrow();
        events.add(event);
        file = CaseHistory.fold(file().id(), CaseWorld.TENANT, events, world.reckoning);
        return this;
    }

    /** Lets the ladder fire, each rung at its own time. */
    void clockRunsUntil(String at) {
        Instant end = CaseWorld.at(at);
        for (; ; ) {
            Instant next = file().clocks().stream()
                    .map(Clock::fireAt)
                    .filter(fire -> fire != null && !fire.isAfter(end))
                    .min(Instant::compareTo)
                    .orElse(null);
            if (next == null) return;
            does(Actor.CLOCK, "fire", ActionInput.NONE, next);
        }
    }

    String refusal(Actor actor, String action, ActionInput input, String at) {
        return code(world.decide.act(file(), action, input, actor, CaseWorld.at(at), 0));
    }

    String undoRefusal(Actor actor, String at) {
        return code(world.decide.undo(file(), events, actor, CaseWorld.at(at)));
    }

    Clock.Outcome outcome(ClockName clock) {
        return file().clock(clock).orElseThrow().outcome();
    }

    List<String> offers(Actor actor, String at) {
        return world.decide.offers(file(), actor, CaseWorld.at(at), 0).stream()
                .map(Decide.Offer::action)
                .toList();
    }

    private static String code(Decision<CaseEvent> decision) {
        return switch (decision) {
            case Decision.Granted<CaseEvent> granted -> "granted";
            case Decision.Refused<CaseEvent>(var refusal) -> refusal.code();
        };
    }
}
