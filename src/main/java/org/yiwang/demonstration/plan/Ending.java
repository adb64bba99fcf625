package org.yiwang.demonstration.plan;

import static org.yiwang.demonstration.plan.Life.input;
import static org.yiwang.demonstration.plan.Life.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.EvidenceKind;
import org.yiwang.demonstration.plan.YearPlan.Mood;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.worktime.Limit;

/** Verification, the answer, and what the reporter says of it. */
final class Ending {
    /** By what people say on a return visit, the reason of the list {@code dissatisfied} that an operator would choose. */
    private static final Map<String, String> WHY =
            Map.of("口头答复", "answer-unclear", "不彻底", "partly-solved", "不认可", "policy");

    private final Life life;
    private final Handling handling;

    Ending(Life life, Handling handling) {
        this.life = life;
        this.handling = handling;
    }

    void verified() {
        Staff verifier = life.question || (life.birth.channel() == Channel.HOTLINE && life.dice.chance(0.5))
                ? life.operator()
                : life.setting.cast().verifier(life.birth.spot().place(), life.lead, life.handler, life.dice);
        if (life.dice.chance(0.12) && !verifier.is(Role.OPERATOR)) {
            life.at = life.pace.centre(life.at, 3, 40);
            life.step("assign-verifier", life.operator(), input().staff(person(verifier), verifier.unit()));
        }
        life.at = verifier.is(Role.OPERATOR) ? life.pace.centre(life.at, 10, 240) : life.pace.rounds(life.at, 20, 300);
        if (life.has(Outcome.REWORKED) && life.firstRound) rework(verifier);
        pass(verifier);
    }

    private void rework(Staff verifier) {
        life.talk.setTags(life.tags(life.at));
        ActionInput.Builder input = input().note(life.talk.say("fail" + life.suffix()));
        life.step(
                "fail",
                verifier,
                life.question ? input : input.evidence(List.of(life.photo(false, EvidenceKind.CHECK))));
        Limit whole = life.handleLimits.getFirst();
        Instant due = life.setting.calendar().add(life.at, new Limit(Math.max(1, whole.amount() / 2), whole.unit()));
        life.at = life.pace.part(life.at, due, life.dice.skewed(0.1, 0.8, 1.4));
        handling.feedback("reworked");
        life.at = verifier.is(Role.OPERATOR) ? life.pace.centre(life.at, 10, 200) : life.pace.rounds(life.at, 20, 300);
    }

    void pass(Staff verifier) {
        boolean onSite = !verifier.sight().everything()
                && life.birth.category().evidence().after() > 0;
        life.talk.setTags(life.tags(life.at));
        ActionInput.Builder input = input().note(life.talk.say("pass" + life.suffix()));
        life.step("pass", verifier, onSite ? input.evidence(List.of(life.photo(true, EvidenceKind.CHECK))) : input);
    }

    void close() {
        life.at = life.pace.centre(life.at, 3, 110);
        life.talk.set("lead", life.unitName(life.lead));
        life.step(
                "close",
                life.operator(),
                input().answer(life.talk.say(life.isOfficial() ? "answer-grid" : "answer" + life.suffix())));
    }

    void after() {
        switch (life.birth.channel()) {
            case HOTLINE -> visit(mood(life.setting.year().channels().get(Channel.HOTLINE)));
            case RESIDENT -> rate(mood(life.setting.year().channels().get(Channel.RESIDENT)));
            case GRID, INSPECTION, DESK, DEVICE, OPEN311 -> {}
        }
    }

    private Mood mood(YearPlan.@Nullable ChannelPlan plan) {
        if (life.has(Outcome.REOPENED) && life.firstRound) return Mood.DISSATISFIED;
        Map<Mood, Double> weights = plan == null ? null : plan.visits() == null ? plan.ratings() : plan.visits();
        return weights == null ? Mood.UNREACHED : new Weights<>(weights).pick(life.dice);
    }

    private void visit(Mood mood) {
        life.at = life.pace.office(life.at, 200, 1500);
        ActionInput.Builder said = input().reached(mood != Mood.UNREACHED);
        life.step(
                "visit",
                life.operator(),
                switch (mood) {
                    case SATISFIED ->
                        said.solved(true).satisfaction(life.dice.between(4, 5)).note(life.talk.say("visited-good"));
                    case BASIC ->
                        said.solved(life.dice.chance(0.8)).satisfaction(3).note(life.talk.say("visited-fair"));
                    case DISSATISFIED -> dissatisfied(said.solved(false).satisfaction(life.dice.between(1, 2)));
                    case UNREACHED -> said.note(life.talk.say("visited-none"));
                });
    }

    private ActionInput.Builder dissatisfied(ActionInput.Builder said) {
        String words = life.talk.say("visited-bad");
        String reason = WHY.entrySet().stream()
                .filter(why -> words.contains(why.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("not-solved");
        return said.note(words).reason(reason);
    }

    private void rate(Mood mood) {
        if (mood == Mood.UNREACHED) return;
        life.at = life.at.plusSeconds(life.dice.between(1800, 180_000));
        ActionInput.Builder said = input().note(life.talk.say("rated." + mood.id()));
        life.step(
                "rate",
                null,
                switch (mood) {
                    case SATISFIED -> said.satisfaction(life.dice.between(4, 5)).solved(true);
                    case BASIC -> said.satisfaction(3).solved(true);
                    case DISSATISFIED, UNREACHED ->
                        said.satisfaction(life.dice.between(1, 2)).solved(false);
                });
    }
}
