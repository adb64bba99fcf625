package org.yiwang.demonstration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.CaseIntake;
import org.yiwang.casework.CaseLife;
import org.yiwang.casework.PlayCases;
import org.yiwang.casework.ReportStore;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.HandlingStep;
import org.yiwang.demonstration.plan.CaseScript;
import org.yiwang.demonstration.plan.CaseScript.Step;
import org.yiwang.demonstration.plan.PlannedYear;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;

/** Plays what came in on one day, each matter to its end or to the opening of the demonstration; steps of different cases in the order of their times. */
final class PlayDay {
    /** Planned by the limits of the category; a dispatch table may have made them shorter, and then the clocks have spoken already or it is too late to ask. */
    private static final Set<String> AS_LIMITS_ALLOW = Set.of(
            "urge", "supervise", "acknowledge", "ask-extension", "grant-extension", "refuse-extension", "take-step");

    private final PlayCases engine;
    private final Tenant tenant;
    private final PlannedYear year;
    private final Function<CaseScript, @Nullable String> tokens;
    private final Map<Integer, CaseLife> lives = new HashMap<>();
    private final List<CaseLife> all = new ArrayList<>();
    private final PriorityQueue<Turn> turns =
            new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparingInt(Turn::order));
    private int order;

    /** @param tokens the private link that the reporter of a matter is given, if any */
    PlayDay(PlayCases engine, Tenant tenant, PlannedYear year, Function<CaseScript, @Nullable String> tokens) {
        this.engine = engine;
        this.tenant = tenant;
        this.year = year;
        this.tokens = tokens;
    }

    private record Turn(Instant at, int order, Runnable play) {}

    /** A planned step that the engine does not allow: the plan is wrong. */
    static final class Impossible extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Impossible(CaseScript script, String action, Instant at, RuntimeException why) {
            super(
                    "%s (%s, no. %d): %s at %s: %s"
                            .formatted(
                                    script.title(), script.category(), script.number(), action, at, why.getMessage()),
                    why);
        }
    }

    /** Answers the lives by the number of their script; parts of split cases are among those of {@link #all}. */
    Map<Integer, CaseLife> play(List<CaseScript> scripts, Instant opening) {
        for (CaseScript script : scripts) later(script.at(), () -> open(script));
        while (!turns.isEmpty()) turns.remove().play.run();
        all.forEach(life -> life.passTo(opening));
        engine.store(tenant, all);
        return lives;
    }

    private void later(Instant at, Runnable play) {
        turns.add(new Turn(at, order++, play));
    }

    private void open(CaseScript script) {
        CaseLife life = engine.open(tenant, matter(script), opener(script), script.at());
        lives.put(script.number(), life);
        all.add(life);
        for (Step step : script.steps()) later(step.at(), () -> take(script, life, step));
    }

    private void take(CaseScript script, CaseLife life, Step step) {
        try {
            switch (step.action()) {
                case "merge" -> life.mergeInto(into(script), step.input().note(), actor(life, step), step.at());
                case "split" -> split(script, life, step);
                case "take-step" -> takeStep(script, life, step);
                case "feedback" -> {
                    while (takeStep(script, life, step)) {}
                    life.act(step.action(), step.input(), actor(life, step), step.at());
                }
                default -> life.act(step.action(), step.input(), actor(life, step), step.at());
            }
        } catch (RefusedException e) {
            if (!AS_LIMITS_ALLOW.contains(step.action())) throw new Impossible(script, step.action(), step.at(), e);
        }
    }

    /** What a package asks for next before the handling is done; answers whether there was anything. */
    private boolean takeStep(CaseScript script, CaseLife life, Step planned) {
        Optional<HandlingStep> next = life.nextStep();
        if (next.isEmpty()) return false;
        HandlingStep step = next.get();
        ActionInput input = new ActionInput.Builder()
                .step(step.id())
                .answers(year.stepAnswers(script, step, planned.at()))
                .evidence(step.photos() == 0 ? List.of() : planned.input().evidence())
                .build();
        life.act("take-step", input, actor(life, planned), planned.at());
        return true;
    }

    private void split(CaseScript script, CaseLife life, Step step) {
        List<CaseLife> parts = engine.split(life, step.input(), actor(life, step), step.at());
        all.addAll(parts);
        for (int i = 0; i < parts.size(); i++) {
            CaseLife part = parts.get(i);
            for (Step next : script.parts().get(i)) later(next.at(), () -> take(script, part, next));
        }
    }

    private CaseLife into(CaseScript script) {
        CaseLife into = lives.get(script.into());
        if (into == null) throw new IllegalStateException(script.title() + " joins a case that was not reported yet");
        return into;
    }

    private CaseIntake.Matter matter(CaseScript script) {
        CaseScript.Caller caller = script.caller();
        return new CaseIntake.Matter(
                script.channel(),
                script.category(),
                script.title(),
                script.description(),
                null,
                script.place(),
                script.before(),
                caller == null ? null : new ReportStore.Reporter(caller.name(), caller.phone(), caller.words()),
                tokens.apply(script),
                script.answers());
    }

    private static Actor opener(CaseScript script) {
        if (script.actor() != null) return Actor.staff(script.actor());
        return script.channel() == Channel.HOTLINE
                ? Actor.reporter("hotline", "12345热线")
                : Actor.reporter("resident", "居民");
    }

    private static Actor actor(CaseLife life, Step step) {
        if (step.actor() != null) return Actor.staff(step.actor());
        // A reporter's name stays with the report; steps stand in the sealed trail for good.
        return Actor.reporter(life.file().reports().getFirst().id().toString(), "报告人");
    }
}
