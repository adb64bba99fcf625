package org.yiwang.demonstration.plan;

import static org.yiwang.demonstration.plan.Life.input;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.EvidenceKind;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.worktime.Limit;

/** Writes one case's life, step by step, from what is to become of it. */
final class LifeWriter {
    private final Life life;
    private final Handling handling;
    private final Ending ending;
    private final Routing routing;
    private final Reception reception;

    /**
     * @param pace 1 = as usual, less = quicker
     * @param silent only the times are wanted, not the words
     */
    LifeWriter(Setting setting, Birth birth, double pace, boolean silent) {
        this.life = new Life(setting, birth, pace, silent);
        this.handling = new Handling(life);
        this.ending = new Ending(life, handling);
        this.routing = new Routing(life);
        this.reception = new Reception(life, ending);
    }

    CaseScript write() {
        TextBook.Name name = life.setting.book().name(life.dice);
        life.talk.set("name", name.surname());
        life.talk.set(
                "title",
                name.woman()
                        ? life.dice.pick(List.of("女士", "女士", "阿姨", "小姐"))
                        : life.dice.pick(List.of("先生", "先生", "师傅", "老伯")));
        life.talk.set("spot", life.birth.spot().words());
        life.talk.set("estate", life.birth.spot().estate());
        life.birth.words().forEach(life.talk::set);
        life.talk.set(
                "what", life.about.what().isEmpty() ? life.birth.category().zh() : life.about.what());
        life.talk.set(
                "effect",
                life.talk.say("effect-"
                        + life.setting.book().harm(life.birth.category().code())));
        boolean counted =
                life.birth.words().containsKey("said") && !life.about.counted().isEmpty();
        life.talk.set("seen", life.talk.say(counted ? life.about.counted() : life.about.seen()));
        if (!life.about.demand().isEmpty()) life.talk.set("demand", life.talk.say(life.about.demand()));
        CaseScript.Caller caller = null;
        Staff actor = null;
        String description = life.talk.say(voice());
        switch (life.birth.channel()) {
            case GRID, INSPECTION ->
                actor = life.setting.cast().inspector(life.birth.spot().place(), life.dice);
            case DESK -> {
                actor = life.operator();
                caller = caller(name, description);
            }
            case HOTLINE, RESIDENT, DEVICE, OPEN311 -> caller = caller(name, description);
        }
        boolean pictured = life.isOfficial() || (life.birth.channel() == Channel.RESIDENT && life.dice.chance(0.82));
        List<Evidence> before = pictured ? List.of(life.photo(false, EvidenceKind.BEFORE)) : List.of();
        live(actor);
        return new CaseScript(
                life.birth.number(),
                life.birth.channel(),
                life.birth.category().code(),
                title(),
                description,
                life.birth.spot().place(),
                life.birth.at(),
                actor,
                caller,
                before,
                life.inOrder(),
                life.birth.into(),
                List.copyOf(life.parts),
                life.birth.fate(),
                Map.of());
    }

    private void live(@Nullable Staff inspector) {
        if (life.has(Outcome.MERGED)) {
            reception.merged();
            return;
        }
        if (life.has(Outcome.SELF_HANDLED)) {
            reception.selfHandled(Objects.requireNonNull(inspector));
            return;
        }
        if (life.has(Outcome.CHECKED)) reception.checked(!life.has(Outcome.DECLINED) || life.dice.chance(0.4));
        if (life.has(Outcome.DECLINED)) reception.declined();
        else if (life.has(Outcome.WITHDRAWN)) reception.withdrawn();
        else {
            handled();
            if (life.has(Outcome.REOPENED)) again();
        }
    }

    private void handled() {
        life.at = life.pace.centre(life.at, 2, life.birth.category().urgent() ? 6 : 25);
        life.step("accept", life.operator(), input());
        boolean sentBack = life.has(Outcome.RETURNED)
                || life.has(Outcome.RETURNED_TWICE)
                || life.has(Outcome.RETURN_REFUSED)
                || life.has(Outcome.ARBITRATED);
        boolean contactByCentre = life.birth.channel() == Channel.HOTLINE
                && life.birth.firstContact() == Birth.FirstContact.REACHED
                && (sentBack || life.dice.chance(0.55));
        if (contactByCentre) routing.contact(life.operator());
        if (life.has(Outcome.SPLIT)) routing.split();
        int wrong = life.has(Outcome.ARBITRATED) || life.has(Outcome.RETURNED_TWICE)
                ? 2
                : life.has(Outcome.RETURNED) ? 1 : 0;
        Set<UnitId> tried = new HashSet<>(List.of(life.rightUnit));
        for (int i = 0; i < wrong; i++) routing.returned(routing.wrongUnit(tried));
        List<ActionInput.Task> tasks = handling.tasks();
        boolean byTable = !life.birth.assist().isEmpty();
        boolean atOnce = !tasks.isEmpty() && (byTable || life.dice.chance(0.6)) && !life.has(Outcome.ARBITRATED);
        if (life.has(Outcome.ARBITRATED)) routing.arbitrated(routing.wrongUnit(tried));
        else routing.dispatch(life.rightUnit, atOnce ? tasks : List.of());
        if (life.has(Outcome.RETURN_REFUSED)) routing.refused();
        handling.claim();
        if (life.birth.channel() == Channel.HOTLINE && !contactByCentre) routing.contact(life.handler);
        if (!tasks.isEmpty()) handling.assisted(tasks, atOnce);
        if (life.dice.chance(0.16)) handling.comment();
        if (life.birth.channel() == Channel.RESIDENT && life.dice.chance(0.12)) handling.addInfo();
        if (life.has(Outcome.SUSPENDED)) handling.suspended();
        if (life.has(Outcome.EXTENDED) || life.has(Outcome.EXTENSION_REFUSED)) handling.extension();
        if (life.has(Outcome.LATE)) handling.late();
        else handling.inTime();
        handling.packageSteps();
        handling.feedback("handled");
        ending.verified();
        ending.close();
        ending.after();
    }

    private void again() {
        life.firstRound = false;
        life.at = life.pace.centre(life.at, 60, 6 * 24 * 60);
        Staff who = life.birth.channel() == Channel.RESIDENT && life.dice.chance(0.6) ? null : life.operator();
        life.step(
                "reopen",
                who,
                input().reason(life.dice.pick(List.of("relapse", "not-solved", "unsatisfied")))
                        .note(life.talk.say("relapse")));
        routing.dispatch(life.rightUnit, List.of());
        Instant claimDue = life.setting
                .calendar()
                .add(life.at, life.birth.category().limit(ClockName.CLAIM).orElse(Limit.workingHours(4)));
        life.at = life.pace.part(life.at, claimDue, life.dice.skewed(0.05, 0.6, 2));
        life.step("claim", life.handler, input());
        handling.inTime();
        handling.feedback("reworked");
        ending.verified();
        ending.close();
        ending.after();
    }

    /** When the handling was due life.at first, before any extension or pause. */
    Instant firstDue() {
        return life.firstDue;
    }

    /** The handling clock's due time as the engine reckons it. */
    Instant due() {
        return life.due();
    }

    private String voice() {
        return switch (life.birth.channel()) {
            case GRID, INSPECTION -> "inspector";
            case RESIDENT, OPEN311, DEVICE -> "resident";
            case DESK -> "clerk";
            case HOTLINE -> life.question ? "asker" : "caller";
        };
    }

    private String title() {
        return life.question
                ? life.birth.category().zh()
                : life.birth.spot().words() + life.birth.category().zh();
    }

    private CaseScript.Caller caller(TextBook.Name name, String words) {
        String shown = life.birth.channel() == Channel.RESIDENT && life.dice.chance(0.3)
                ? name.surname() + life.talk.known("title")
                : name.full();
        String phone = "1%d%d0000%04d".formatted(life.dice.between(3, 9), life.dice.below(10), life.dice.below(10_000));
        return new CaseScript.Caller(shown, phone, words);
    }
}
