package org.yiwang.demonstration.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.EvidenceKind;
import org.yiwang.casework.model.Person;
import org.yiwang.demonstration.plan.CaseScript.Step;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.worktime.Limit;
import org.yiwang.worktime.Pause;
import org.yiwang.worktime.WorkCalendar;

/**
 * One case's life in the making: who has it, when it is, what was said, and the steps so far. Its parts, {@link Reception} to {@link Ending}, write it on together.
 */
final class Life {
    final Setting setting;
    final Birth birth;
    final Dice dice;
    final Pace pace;
    final Talk talk;
    final TextBook.About about;
    final boolean question;
    final List<Step> steps = new ArrayList<>();
    final List<List<Step>> parts = new ArrayList<>();
    final List<Pause> pauses = new ArrayList<>();
    final List<Limit> handleLimits = new ArrayList<>();
    final UnitId rightUnit;
    Instant at;
    Instant handleStart;
    Instant claimFrom;
    Instant firstDue;
    Instant claimedAt;

    @Nullable
    Instant holdUntil;

    boolean firstRound = true;
    UnitId lead;
    Staff handler;

    /**
     * @param pace 1 = as usual, less = quicker
     * @param silent only the times are wanted, not the words
     */
    Life(Setting setting, Birth birth, double pace, boolean silent) {
        this.setting = setting;
        this.birth = birth;
        this.dice = new Dice(setting.year().seed(), "life", birth.number());
        this.pace = new Pace(setting.calendar(), dice, pace, birth.category().urgent());
        this.about = setting.book().about(birth.category().code());
        this.question = setting.isQuestion(birth.category().code());
        this.talk = new Talk(
                setting.book(), new Dice(setting.year().seed(), "words", birth.number()), tags(birth.at()), silent);
        this.at = birth.at();
        this.handleStart = at;
        this.claimFrom = at;
        this.firstDue = at;
        this.claimedAt = at;
        this.rightUnit = birth.category().lead().of(birth.spot().place());
        this.lead = rightUnit;
        this.handler = setting.cast().handler(rightUnit, dice);
    }

    /** Whether staff on their rounds brought it, so that nobody waits for an answer. */
    boolean isOfficial() {
        return birth.channel() == Channel.GRID || birth.channel() == Channel.INSPECTION;
    }

    /** The handling clock's due time as the engine reckons it. */
    Instant due() {
        return setting.calendar().due(handleStart, handleLimits, pauses);
    }

    void beginHandling() {
        handleStart = at;
        claimFrom = at;
        pauses.clear();
        handleLimits.clear();
        birth.category().limit(ClockName.HANDLE).ifPresent(handleLimits::add);
        firstDue = due();
        handler = setting.cast().handler(lead, dice);
    }

    /** Questions are spoken of in words of their own. */
    String suffix() {
        return question ? "-ask" : "";
    }

    void step(String action, @Nullable Staff who, ActionInput.Builder input) {
        steps.add(new Step(at, action, who, input.build()));
    }

    /** Steps that a package asks for are put in between once it is known how long the handling takes. */
    List<Step> inOrder() {
        return steps.stream().sorted(Comparator.comparing(Step::at)).toList();
    }

    boolean has(Outcome outcome) {
        return birth.has(outcome);
    }

    Staff operator() {
        return setting.cast().operator(at, dice);
    }

    Set<String> tags(Instant when) {
        Set<String> tags = setting.tags(when);
        tags.add(birth.spot().kind().name().toLowerCase(Locale.ROOT));
        tags.add(setting.book().harm(birth.category().code()));
        tags.add(Scenes.of(birth.category().code()));
        if (!isOfficial()) tags.add("reporter");
        return tags;
    }

    Evidence photo(boolean settled, EvidenceKind kind) {
        int variant = Math.floorMod(birth.number(), Album.VARIANTS);
        return setting.album().evidence(Scenes.of(birth.category().code()), settled, variant, kind);
    }

    String unitName(UnitId unit) {
        return setting.cast().nameOf(unit);
    }

    static ActionInput.Builder input() {
        return new ActionInput.Builder();
    }

    static Person person(Staff staff) {
        return new Person(staff.id(), staff.name());
    }

    static String date(Instant when) {
        LocalDate day = LocalDate.ofInstant(when, WorkCalendar.ZONE);
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
