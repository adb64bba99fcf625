package org.yiwang.demonstration.plan;

import static org.yiwang.demonstration.plan.Life.date;
import static org.yiwang.demonstration.plan.Life.input;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.ClockName;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.worktime.Limit;
import org.yiwang.worktime.Pause;

/** Whose a matter is: first contact, splitting, dispatch, returns and arbitration. */
final class Routing {
    private static final List<String> WRONG_UNITS =
            List.of("guanliban", "chengguan", "lvrong", "chengjian", "fangguan", "pinganban", "shichang", "paichusuo");
    private static final List<String> RETURN_REASONS = List.of(
            "not-our-duty",
            "not-our-duty",
            "not-our-duty",
            "outside-area",
            "other-owner",
            "municipal",
            "place-unclear",
            "not-found");
    /** What is split is split into matters of the street, whatever else packages know. */
    private static final String STREETS = "E";

    private final Life life;

    Routing(Life life) {
        this.life = life;
    }

    void contact(Staff who) {
        switch (life.birth.firstContact()) {
            case REACHED -> {}
            case TRIES -> {
                int tries = life.dice.between(1, 3);
                for (int i = 0; i < tries; i++) {
                    life.at = life.pace.office(life.at, i == 0 ? 6 : 61, i == 0 ? 60 : 120);
                    life.step("contact", who, input().reached(false).note(life.talk.say("contact-missed")));
                }
                if (tries == 3) return;
            }
            case LATE -> {
                Limit limit =
                        life.birth.category().limit(ClockName.FIRST_CONTACT).orElse(Limit.workingDays(1));
                Instant due = life.setting.calendar().add(life.birth.at(), limit);
                life.at = life.pace.office(life.at.isAfter(due) ? life.at : due, 10, 240);
            }
        }
        boolean byCentre = who.is(Role.OPERATOR) && life.birth.firstContact() == Birth.FirstContact.REACHED;
        life.at = byCentre ? life.pace.centre(life.at, 4, 50) : life.pace.office(life.at, 4, 50);
        life.talk.set("lead", life.unitName(life.lead));
        life.talk.set(
                "due",
                date(life.setting
                        .calendar()
                        .add(life.birth.at(), life.birth.category().reply())));
        life.step("contact", who, input().reached(true).note(life.talk.say("contact-reached")));
    }

    void split() {
        life.at = life.pace.centre(life.at, 2, 12);
        List<ActionInput.Part> made = new ArrayList<>();
        List<String> own = splitInto();
        for (String code : own) {
            String zh =
                    Objects.requireNonNull(life.setting.categories().get(code)).zh();
            made.add(new ActionInput.Part(
                    life.birth.spot().words() + zh,
                    life.birth.spot().words()
                            + life.talk.say(life.setting.book().about(code).seen()),
                    code));
        }
        life.step("split", life.operator(), input().parts(made).note(life.talk.say("split-note")));
        Instant start = life.at;
        Instant end = life.at;
        for (String code : own) {
            Birth part = new Birth(
                    life.birth.number() * 10 + life.parts.size() + 1_000_000,
                    life.birth.channel(),
                    Objects.requireNonNull(life.setting.categories().get(code)),
                    life.birth.spot(),
                    start);
            CaseScript script = new LifeWriter(life.setting, part, 0.5, life.talk.isSilent()).write();
            life.parts.add(script.steps());
            Instant last = script.last("close", Instant.MAX).orElse(end);
            if (last.isAfter(end)) end = last;
        }
        life.holdUntil = end;
    }

    private List<String> splitInto() {
        List<String> near = life.setting.categories().values().stream()
                .filter(c -> c.code().startsWith(STREETS)
                        && life.setting.book().categories().contains(c.code())
                        && !c.urgent()
                        && !c.code().equals(life.birth.category().code())
                        && c.kind() == Category.Kind.EVENT
                        && life.setting.book().about(c.code()).place().equals(life.about.place()))
                .map(c -> c.code())
                .toList();
        return life.dice.shuffled(near).subList(0, 2);
    }

    UnitId wrongUnit(Set<UnitId> tried) {
        List<UnitId> others = WRONG_UNITS.stream()
                .map(UnitId::new)
                .filter(unit -> !tried.contains(unit) && life.setting.cast().canHandle(unit))
                .toList();
        UnitId wrong = life.dice.pick(others);
        tried.add(wrong);
        return wrong;
    }

    void returned(UnitId wrong) {
        dispatch(wrong, List.of());
        askReturn();
        life.at = life.pace.centre(life.at, 8, 90);
        life.step("grant-return", life.operator(), input().note(life.talk.say("grant")));
    }

    private void askReturn() {
        life.at = life.pace.office(life.at, 12, 170);
        String reason = life.dice.pick(RETURN_REASONS);
        life.talk.set("better", life.unitName(life.rightUnit));
        life.step(
                "ask-return",
                life.setting.cast().handler(life.lead, life.dice),
                input().reason(reason)
                        .note(life.talk.say("return." + reason))
                        .unit(life.rightUnit.equals(life.lead) ? null : life.rightUnit));
    }

    void refused() {
        Instant from = life.at;
        askReturn();
        Instant asked = life.at;
        life.at = life.pace.centre(life.at, 8, 80);
        life.step("refuse-return", life.operator(), input().note(life.talk.say("refuse")));
        life.pauses.add(new Pause(asked, life.at));
        life.claimFrom = life.at.isAfter(from) ? life.at : from;
    }

    void arbitrated(UnitId wrong) {
        dispatch(wrong, List.of());
        askReturn();
        life.at = life.pace.centre(life.at, 5, 50);
        life.step("to-arbitration", life.operator(), input());
        life.at = life.pace.centre(life.at, 12, 220);
        life.talk.set("lead", life.unitName(life.rightUnit));
        life.lead = life.rightUnit;
        Staff chief = life.setting.cast().any(Role.DUTY_CHIEF, life.dice);
        life.step("arbitrate", chief, input().unit(life.rightUnit).note(life.talk.say("arbitrate")));
        life.beginHandling();
    }

    void dispatch(UnitId unit, List<ActionInput.Task> tasks) {
        life.at = life.pace.centre(life.at, 1, life.birth.category().urgent() ? 4 : 20);
        life.lead = unit;
        life.talk.set("lead", life.unitName(unit));
        life.beginHandling();
        life.talk.set("due", date(life.due()));
        ActionInput.Builder input = input().unit(unit).units(tasks);
        String note = life.talk.say("dispatch");
        life.step("dispatch", life.operator(), note.isEmpty() ? input : input.note(note));
    }
}
