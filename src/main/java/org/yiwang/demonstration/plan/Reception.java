package org.yiwang.demonstration.plan;

import static org.yiwang.demonstration.plan.Life.input;
import static org.yiwang.demonstration.plan.Life.person;

import java.util.List;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.EvidenceKind;
import org.yiwang.organisation.Staff;

/** What the centre makes of a matter before anybody has to handle it. */
final class Reception {
    private final Life life;
    private final Ending ending;

    Reception(Life life, Ending ending) {
        this.life = life;
        this.ending = ending;
    }

    void merged() {
        life.at = life.pace.centre(life.at, 3, 18);
        life.talk.set("into", "在办案件");
        life.step("merge", life.operator(), input().note(life.talk.say("merge")));
    }

    void selfHandled(Staff inspector) {
        life.at = life.at.plusSeconds(life.dice.between(180, 2100));
        life.talk.set("done", life.talk.say(life.about.done()));
        life.step(
                "self-handle",
                inspector,
                input().note(life.talk.say("handled-self")).evidence(List.of(life.photo(true, EvidenceKind.AFTER))));
        Staff second = life.setting.cast().secondLook(life.birth.spot().place(), inspector, life.dice);
        life.at = life.pace.rounds(life.at, 30, 900);
        ending.pass(second);
        ending.close();
    }

    void checked(boolean found) {
        life.at = life.pace.centre(life.at, 2, 20);
        Staff inspector = life.setting.cast().inspector(life.birth.spot().place(), life.dice);
        life.step(
                "ask-check",
                life.operator(),
                input().staff(person(inspector), inspector.unit()).note(life.talk.say("ask-check")));
        life.at = life.pace.rounds(life.at, 15, 150);
        ActionInput.Builder answer = input().found(found).note(life.talk.say(found ? "check-found" : "check-none"));
        life.step("check", inspector, answer.evidence(List.of(life.photo(!found, EvidenceKind.CHECK))));
    }

    void declined() {
        life.at = life.pace.centre(life.at, 5, 90);
        String reason = life.dice.pick(List.of("not-found", "outside-duty", "unclear", "below-standard", "repeated"));
        life.step("decline", life.operator(), input().reason(reason).answer(life.talk.say("declined")));
    }

    void withdrawn() {
        life.at = life.pace.centre(life.at, 4, 70);
        boolean byReporter = life.birth.channel() == Channel.RESIDENT;
        String reason = life.dice.pick(List.of("reporter-wish", "by-mistake", "solved-itself"));
        life.step(
                "withdraw",
                byReporter ? null : life.operator(),
                input().reason(reason).note(life.talk.say("withdraw")));
    }
}
