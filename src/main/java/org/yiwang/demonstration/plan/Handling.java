package org.yiwang.demonstration.plan;

import static org.yiwang.demonstration.plan.Life.input;
import static org.yiwang.demonstration.plan.Life.person;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.EvidenceKind;
import org.yiwang.casework.model.HandlingStep;
import org.yiwang.casework.model.Procedure;
import org.yiwang.demonstration.plan.CaseScript.Step;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.worktime.Limit;
import org.yiwang.worktime.LimitUnit;
import org.yiwang.worktime.Pause;
import org.yiwang.worktime.WorkCalendar;

/** What happens while a unit has a matter in hand. */
final class Handling {
    private static final List<String> HELPERS =
            List.of("chengguan", "paichusuo", "fangguan", "lvrong", "shichang", "pinganban", "chengjian", "weisheng");
    /** The last step is taken a little before the handling is reported done. */
    private static final double STEPS_SHARE = 0.97;

    private final Life life;

    Handling(Life life) {
        this.life = life;
    }

    void claim() {
        Limit limit = life.birth.category().limit(ClockName.CLAIM).orElse(Limit.workingHours(4));
        Instant due = life.setting.calendar().add(life.claimFrom, limit);
        boolean late = life.has(Outcome.CLAIM_LATE);
        life.at = life.pace.part(
                life.claimFrom, due, late ? life.dice.skewed(1.1, 2.2, 2) : life.dice.skewed(0.03, 0.9, 2.2));
        var chief = life.setting.cast().leadOf(life.lead, life.dice);
        if (chief.isPresent() && life.dice.chance(0.22))
            life.step(
                    "assign",
                    chief.get(),
                    input().staff(person(life.handler), life.handler.unit()).note(life.talk.say("assign")));
        else life.step("claim", life.handler, input());
        life.claimedAt = life.at;
        if (late && life.at.isAfter(due)) acknowledge();
    }

    private void acknowledge() {
        life.at = life.pace.office(life.at, 2, 40);
        life.step("acknowledge", life.handler, input().note(life.talk.say("ack")));
    }

    /** Whom the dispatch table sends along; otherwise whoever can help, where somebody has to. */
    List<ActionInput.Task> tasks() {
        if (!life.birth.assist().isEmpty())
            return life.birth.assist().stream()
                    .filter(unit ->
                            !unit.equals(life.rightUnit) && life.setting.cast().canHandle(unit))
                    .map(unit -> new ActionInput.Task(unit, life.talk.say("assist-" + unit)))
                    .toList();
        if (!life.has(Outcome.ASSISTED)) return List.of();
        List<ActionInput.Task> tasks = new ArrayList<>();
        List<String> units = new ArrayList<>(HELPERS);
        units.add(life.birth.spot().place().committee().value());
        int wanted = life.dice.chance(0.22) ? 2 : 1;
        for (String unit : life.dice.shuffled(units)) {
            UnitId id = new UnitId(unit);
            if (id.equals(life.rightUnit) || !life.setting.cast().canHandle(id) || tasks.size() == wanted) continue;
            boolean committee = id.equals(life.birth.spot().place().committee());
            tasks.add(new ActionInput.Task(id, life.talk.say("assist-" + (committee ? "committee" : unit))));
        }
        return tasks;
    }

    void assisted(List<ActionInput.Task> tasks, boolean atOnce) {
        if (!atOnce) {
            life.at = life.pace.centre(life.at, 4, 60);
            life.step("add-assistant", life.operator(), input().units(tasks));
        }
        for (ActionInput.Task task : tasks) {
            life.at = life.pace.part(life.at, life.due(), life.dice.skewed(0.05, 0.35, 2));
            Staff helper = life.setting.cast().handler(task.unit(), life.dice);
            life.talk.set("assist", task.task());
            life.step("assist-done", helper, input().note(life.talk.say("assisted")));
        }
    }

    void comment() {
        life.at = life.pace.part(life.at, life.due(), life.dice.skewed(0.04, 0.3, 2));
        life.step("comment", life.handler, input().note(life.talk.say("comment")));
    }

    void addInfo() {
        life.at = life.at.plusSeconds(life.dice.between(600, 7200));
        life.step("add-info", null, input().note(life.talk.say("info")));
    }

    void suspended() {
        life.at = life.pace.part(life.at, life.due(), life.dice.skewed(0.05, 0.3, 1.5));
        boolean wet = life.setting.tags(life.at).contains("rain")
                || life.setting.tags(life.at).contains("typhoon");
        String reason = wet && life.dice.chance(0.5)
                ? "weather"
                : life.dice.pick(suspensions(life.birth.category().code()));
        Instant from = life.at;
        int days = reason.equals("weather") ? life.dice.between(1, 3) : life.dice.between(4, 24);
        LocalDateTime morning =
                LocalDate.ofInstant(life.at, WorkCalendar.ZONE).plusDays(days).atTime(9, life.dice.below(60));
        Instant until =
                morning.plusDays(9).withMinute(0).atZone(WorkCalendar.ZONE).toInstant();
        life.step(
                "suspend",
                life.operator(),
                input().reason(reason).note(life.talk.say("suspend." + reason)).until(until));
        life.at = life.setting
                .calendar()
                .nextWorkingInstant(morning.atZone(WorkCalendar.ZONE).toInstant())
                .plusSeconds(life.dice.below(50));
        life.step("resume", life.operator(), input().note(life.talk.say("resumed." + reason)));
        life.pauses.add(new Pause(from, life.at));
    }

    private static List<String> suspensions(String category) {
        return switch (category.substring(0, 1)) {
            case "B" -> List.of("other-party", "programme", "funds", "other-party");
            case "E" -> List.of("permit", "permit", "other-party", "programme");
            default ->
                category.startsWith("H01") || category.startsWith("H08")
                        ? List.of("funds", "owners", "programme", "funds")
                        : category.startsWith("H02") ? List.of("permit", "other-party") : List.of("other-party");
        };
    }

    private static List<String> extensions(String category) {
        return switch (category.substring(0, 1)) {
            case "B" -> List.of("material", "works", "complex");
            case "E" -> List.of("complex", "access", "works");
            default -> List.of("complex", "reporter", "access", "mediation");
        };
    }

    void extension() {
        life.at = life.pace.part(life.at, life.due(), life.dice.skewed(0.45, 0.85, 1));
        boolean inDays = life.birth
                        .category()
                        .limit(ClockName.HANDLE)
                        .orElse(Limit.workingDays(5))
                        .unit()
                == LimitUnit.WORKING_DAYS;
        Limit more = inDays ? Limit.workingDays(life.dice.between(2, 5)) : Limit.workingHours(life.dice.between(4, 8));
        String reason = life.dice.pick(extensions(life.birth.category().code()));
        life.step(
                "ask-extension",
                life.handler,
                input().limit(more).reason(reason).note(life.talk.say("extend." + reason)));
        boolean granted = life.has(Outcome.EXTENDED);
        Instant decided = life.pace.centre(life.at, 6, 100);
        life.at = decided;
        life.step(
                granted ? "grant-extension" : "refuse-extension",
                life.operator(),
                input().note(life.talk.say(granted ? "grant-extension" : "refuse-extension")));
        if (granted) life.handleLimits.add(more);
    }

    void inTime() {
        Instant due = life.due();
        Instant target = life.pace.part(
                life.at, due, life.dice.skewed(0.06, 0.9, 1.35) * (life.has(Outcome.CLAIM_LATE) ? 0.5 : 1));
        life.at = later(target.isAfter(due) && due.isAfter(life.at) ? due : target);
    }

    private Instant later(Instant target) {
        Instant held = target;
        for (Instant hold : new Instant[] {life.birth.heldUntil(), life.holdUntil}) {
            if (hold != null && hold.isAfter(held)) held = life.pace.office(hold, 5, 60);
        }
        return held;
    }

    void late() {
        Instant due = life.due();
        boolean urged = life.dice.chance(0.25);
        if (urged) {
            Instant before = life.pace.part(life.at, due, life.dice.skewed(0.75, 0.95, 1));
            if (before.isAfter(life.at)) {
                life.at = before;
                life.step(
                        "urge",
                        life.setting.cast().any(Role.SUPERVISOR, life.dice),
                        input().note(life.talk.say("urge")));
            }
        }
        life.at = life.at.isAfter(due) ? life.at : due;
        acknowledge();
        Limit whole = life.birth.category().limit(ClockName.WHOLE).orElse(Limit.workingDays(15));
        boolean roomForSupervision =
                life.setting.calendar().add(life.birth.at(), whole).isAfter(life.pace.office(life.at, 200, 200));
        if (roomForSupervision && life.dice.chance(0.35)) {
            life.at = life.pace.office(life.at, 20, 150);
            life.step(
                    "supervise",
                    life.setting.cast().any(Role.SUPERVISOR, life.dice),
                    input().note(life.talk.say("supervise")));
            acknowledge();
        }
        life.at = later(life.pace.office(life.at, 20, life.birth.category().urgent() ? 90 : 1700));
    }

    /** The steps that a package asks for, spread over the handling as far as each may take; which of them are needed shows in the case itself. */
    void packageSteps() {
        List<HandlingStep> steps = life.setting
                .procedures()
                .getOrDefault(life.birth.category().code(), Procedure.NONE)
                .steps();
        Pace even = new Pace(
                life.setting.calendar(),
                new Dice(life.setting.year().seed(), "package steps", life.birth.number()),
                1,
                life.birth.category().urgent());
        double all = steps.stream().mapToDouble(Handling::length).sum();
        double gone = 0;
        for (HandlingStep step : steps) {
            gone += length(step);
            Instant at = even.part(life.claimedAt, life.at, STEPS_SHARE * gone / all);
            if (at.isBefore(life.at))
                life.steps.add(new Step(
                        at,
                        "take-step",
                        life.handler,
                        input().evidence(List.of(life.photo(true, EvidenceKind.AFTER)))
                                .build()));
        }
    }

    private static double length(HandlingStep step) {
        Limit within = step.within();
        if (within == null) return 1;
        return switch (within.unit()) {
            case WORKING_DAYS, DAYS -> within.amount() * 8;
            case WORKING_HOURS, HOURS -> within.amount();
            case WORKING_MINUTES, MINUTES -> within.amount() / 60.0;
        };
    }

    void feedback(String voice) {
        life.talk.setTags(life.tags(life.at));
        life.talk.set("done", life.talk.say(life.about.done()));
        boolean pictured = life.birth.category().evidence().after() > 0 || (!life.question && life.dice.chance(0.4));
        ActionInput.Builder input = input().note(life.talk.say(voice + life.suffix()));
        life.step(
                "feedback",
                life.handler,
                pictured ? input.evidence(List.of(life.photo(true, EvidenceKind.AFTER))) : input);
    }
}
