package org.yiwang.demonstration.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.EvidenceKind;
import org.yiwang.casework.model.Person;
import org.yiwang.demonstration.plan.CaseScript.Step;
import org.yiwang.demonstration.plan.YearPlan.Mood;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.worktime.Limit;
import org.yiwang.worktime.LimitUnit;
import org.yiwang.worktime.Pause;
import org.yiwang.worktime.WorkCalendar;

/** Writes one case's life, step by step, from what is to become of it. */
final class LifeWriter {
    private static final List<String> WRONG_UNITS =
            List.of("guanliban", "chengguan", "lvrong", "chengjian", "fangguan", "pinganban", "shichang", "paichusuo");
    private static final List<String> HELPERS =
            List.of("chengguan", "paichusuo", "fangguan", "lvrong", "shichang", "pinganban", "chengjian", "weisheng");
    private static final List<String> RETURN_REASONS = List.of(
            "not-our-duty",
            "not-our-duty",
            "not-our-duty",
            "outside-area",
            "other-owner",
            "municipal",
            "place-unclear",
            "not-found");

    private final Setting setting;
    private final Birth birth;
    private final Dice dice;
    private final Pace pace;
    private final Talk talk;
    private final TextBook.About about;
    private final boolean question;
    private final List<Step> steps = new ArrayList<>();
    private final List<List<Step>> parts = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private final List<Limit> handleLimits = new ArrayList<>();
    private final UnitId rightUnit;
    private Instant at;
    private Instant handleStart;
    private Instant claimFrom;
    private Instant firstDue;
    private @Nullable Instant holdUntil;
    private boolean firstRound = true;
    private UnitId lead;
    private Staff handler;

    /**
     * @param pace 1 = as usual, less = quicker
     * @param silent only the times are wanted, not the words
     */
    LifeWriter(Setting setting, Birth birth, double pace, boolean silent) {
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
        this.rightUnit = birth.category().lead().of(birth.spot().place());
        this.lead = rightUnit;
        this.handler = setting.cast().handler(rightUnit, dice);
    }

    CaseScript write() {
        TextBook.Name name = setting.book().name(dice);
        talk.set("name", name.surname());
        talk.set(
                "title",
                name.woman() ? dice.pick(List.of("女士", "女士", "阿姨", "小姐")) : dice.pick(List.of("先生", "先生", "师傅", "老伯")));
        talk.set("spot", birth.spot().words());
        talk.set("estate", birth.spot().estate());
        talk.set("what", about.what().isEmpty() ? birth.category().zh() : about.what());
        talk.set(
                "effect",
                talk.say("effect-" + setting.book().harm(birth.category().code())));
        talk.set("seen", talk.say(about.seen()));
        if (!about.demand().isEmpty()) talk.set("demand", talk.say(about.demand()));
        CaseScript.Caller caller = null;
        Staff actor = null;
        String description = talk.say(voice());
        switch (birth.channel()) {
            case GRID, INSPECTION ->
                actor = setting.cast().inspector(birth.spot().place(), dice);
            case DESK -> {
                actor = operator();
                caller = caller(name, description);
            }
            case HOTLINE, RESIDENT, DEVICE, OPEN311 -> caller = caller(name, description);
        }
        boolean pictured =
                birth.channel() == Channel.GRID || (birth.channel() == Channel.RESIDENT && dice.chance(0.82));
        List<Evidence> before = pictured ? List.of(photo(false, EvidenceKind.BEFORE)) : List.of();
        live(actor);
        return new CaseScript(
                birth.number(),
                birth.channel(),
                birth.category().code(),
                title(),
                description,
                birth.spot().place(),
                birth.at(),
                actor,
                caller,
                before,
                List.copyOf(steps),
                birth.into(),
                List.copyOf(parts),
                birth.fate(),
                Map.of());
    }

    private void live(@Nullable Staff inspector) {
        if (has(Outcome.MERGED)) {
            merged();
            return;
        }
        if (has(Outcome.SELF_HANDLED)) {
            selfHandled(Objects.requireNonNull(inspector));
            return;
        }
        if (has(Outcome.CHECKED)) checked(!has(Outcome.DECLINED) || dice.chance(0.4));
        if (has(Outcome.DECLINED)) declined();
        else if (has(Outcome.WITHDRAWN)) withdrawn();
        else {
            handled();
            if (has(Outcome.REOPENED)) again();
        }
    }

    private void merged() {
        at = pace.centre(at, 3, 18);
        talk.set("into", "在办案件");
        step("merge", operator(), input().note(talk.say("merge")));
    }

    private void selfHandled(Staff inspector) {
        at = at.plusSeconds(dice.between(180, 2100));
        talk.set("done", talk.say(about.done()));
        step(
                "self-handle",
                inspector,
                input().note(talk.say("handled-self")).evidence(List.of(photo(true, EvidenceKind.AFTER))));
        Staff second = setting.cast().secondLook(birth.spot().place(), inspector, dice);
        at = pace.rounds(at, 30, 900);
        pass(second);
        close();
    }

    private void checked(boolean found) {
        at = pace.centre(at, 2, 20);
        Staff inspector = setting.cast().inspector(birth.spot().place(), dice);
        step(
                "ask-check",
                operator(),
                input().staff(person(inspector), inspector.unit()).note(talk.say("ask-check")));
        at = pace.rounds(at, 15, 150);
        ActionInput.Builder answer = input().found(found).note(talk.say(found ? "check-found" : "check-none"));
        step("check", inspector, answer.evidence(List.of(photo(!found, EvidenceKind.CHECK))));
    }

    private void declined() {
        at = pace.centre(at, 5, 90);
        String reason = dice.pick(List.of("not-found", "outside-duty", "unclear", "below-standard", "repeated"));
        step("decline", operator(), input().reason(reason).answer(talk.say("declined")));
    }

    private void withdrawn() {
        at = pace.centre(at, 4, 70);
        boolean byReporter = birth.channel() == Channel.RESIDENT;
        String reason = dice.pick(List.of("reporter-wish", "by-mistake", "solved-itself"));
        step("withdraw", byReporter ? null : operator(), input().reason(reason).note(talk.say("withdraw")));
    }

    private void handled() {
        at = pace.centre(at, 2, birth.category().urgent() ? 6 : 25);
        step("accept", operator(), input());
        boolean sentBack = has(Outcome.RETURNED)
                || has(Outcome.RETURNED_TWICE)
                || has(Outcome.RETURN_REFUSED)
                || has(Outcome.ARBITRATED);
        boolean contactByCentre = birth.channel() == Channel.HOTLINE
                && birth.firstContact() == Birth.FirstContact.REACHED
                && (sentBack || dice.chance(0.55));
        if (contactByCentre) contact(operator());
        if (has(Outcome.SPLIT)) split();
        int wrong = has(Outcome.ARBITRATED) || has(Outcome.RETURNED_TWICE) ? 2 : has(Outcome.RETURNED) ? 1 : 0;
        Set<UnitId> tried = new HashSet<>(List.of(rightUnit));
        for (int i = 0; i < wrong; i++) returned(wrongUnit(tried));
        List<ActionInput.Task> tasks = has(Outcome.ASSISTED) ? tasks() : List.of();
        boolean atOnce = !tasks.isEmpty() && dice.chance(0.6) && !has(Outcome.ARBITRATED);
        if (has(Outcome.ARBITRATED)) arbitrated(wrongUnit(tried));
        else dispatch(rightUnit, atOnce ? tasks : List.of());
        if (has(Outcome.RETURN_REFUSED)) refused();
        claim();
        if (birth.channel() == Channel.HOTLINE && !contactByCentre) contact(handler);
        if (!tasks.isEmpty()) assisted(tasks, atOnce);
        if (dice.chance(0.16)) comment();
        if (birth.channel() == Channel.RESIDENT && dice.chance(0.12)) addInfo();
        if (has(Outcome.SUSPENDED)) suspended();
        if (has(Outcome.EXTENDED) || has(Outcome.EXTENSION_REFUSED)) extension();
        if (has(Outcome.LATE)) late();
        else inTime();
        feedback("handled");
        verified();
        close();
        after();
    }

    private void contact(Staff who) {
        switch (birth.firstContact()) {
            case REACHED -> {}
            case TRIES -> {
                int tries = dice.between(1, 3);
                for (int i = 0; i < tries; i++) {
                    at = pace.office(at, 6, 60);
                    step("contact", who, input().reached(false).note(talk.say("contact-missed")));
                }
                if (tries == 3) return;
            }
            case LATE -> {
                Limit limit = birth.category().limit(ClockName.FIRST_CONTACT).orElse(Limit.workingDays(1));
                Instant due = setting.calendar().add(birth.at(), limit);
                at = pace.office(at.isAfter(due) ? at : due, 10, 240);
            }
        }
        boolean byCentre = who.is(Role.OPERATOR) && birth.firstContact() == Birth.FirstContact.REACHED;
        at = byCentre ? pace.centre(at, 4, 50) : pace.office(at, 4, 50);
        talk.set("lead", unitName(lead));
        talk.set("due", date(setting.calendar().add(birth.at(), birth.category().reply())));
        step("contact", who, input().reached(true).note(talk.say("contact-reached")));
    }

    private void split() {
        at = pace.centre(at, 2, 12);
        List<ActionInput.Part> made = new ArrayList<>();
        List<String> own = splitInto();
        for (String code : own) {
            String zh = Objects.requireNonNull(setting.categories().get(code)).zh();
            made.add(new ActionInput.Part(
                    birth.spot().words() + zh,
                    birth.spot().words() + talk.say(setting.book().about(code).seen()),
                    code));
        }
        step("split", operator(), input().parts(made).note(talk.say("split-note")));
        Instant start = at;
        Instant end = at;
        for (String code : own) {
            Birth part = new Birth(
                    birth.number() * 10 + parts.size() + 1_000_000,
                    birth.channel(),
                    Objects.requireNonNull(setting.categories().get(code)),
                    birth.spot(),
                    start,
                    EnumSet.noneOf(Outcome.class),
                    null,
                    null,
                    Birth.FirstContact.REACHED);
            CaseScript life = new LifeWriter(setting, part, 0.5, talk.isSilent()).write();
            parts.add(life.steps());
            Instant last = life.last("close", Instant.MAX).orElse(end);
            if (last.isAfter(end)) end = last;
        }
        holdUntil = end;
    }

    private List<String> splitInto() {
        List<String> near = setting.categories().values().stream()
                .filter(c -> !c.urgent()
                        && !c.code().equals(birth.category().code())
                        && c.kind() == Category.Kind.EVENT
                        && setting.book().about(c.code()).place().equals(about.place()))
                .map(c -> c.code())
                .toList();
        return dice.shuffled(near).subList(0, 2);
    }

    private UnitId wrongUnit(Set<UnitId> tried) {
        List<UnitId> others = WRONG_UNITS.stream()
                .map(UnitId::new)
                .filter(unit -> !tried.contains(unit) && setting.cast().canHandle(unit))
                .toList();
        UnitId wrong = dice.pick(others);
        tried.add(wrong);
        return wrong;
    }

    private void returned(UnitId wrong) {
        dispatch(wrong, List.of());
        askReturn();
        at = pace.centre(at, 8, 90);
        step("grant-return", operator(), input().note(talk.say("grant")));
    }

    private void askReturn() {
        at = pace.office(at, 12, 170);
        String reason = dice.pick(RETURN_REASONS);
        talk.set("better", unitName(rightUnit));
        step(
                "ask-return",
                setting.cast().handler(lead, dice),
                input().reason(reason)
                        .note(talk.say("return." + reason))
                        .unit(rightUnit.equals(lead) ? null : rightUnit));
    }

    private void refused() {
        Instant from = at;
        askReturn();
        Instant asked = at;
        at = pace.centre(at, 8, 80);
        step("refuse-return", operator(), input().note(talk.say("refuse")));
        pauses.add(new Pause(asked, at));
        claimFrom = at.isAfter(from) ? at : from;
    }

    private void arbitrated(UnitId wrong) {
        dispatch(wrong, List.of());
        askReturn();
        at = pace.centre(at, 5, 50);
        step("to-arbitration", operator(), input());
        at = pace.centre(at, 12, 220);
        talk.set("lead", unitName(rightUnit));
        lead = rightUnit;
        Staff chief = setting.cast().any(Role.DUTY_CHIEF, dice);
        step("arbitrate", chief, input().unit(rightUnit).note(talk.say("arbitrate")));
        beginHandling();
    }

    private void dispatch(UnitId unit, List<ActionInput.Task> tasks) {
        at = pace.centre(at, 1, birth.category().urgent() ? 4 : 20);
        lead = unit;
        talk.set("lead", unitName(unit));
        beginHandling();
        talk.set("due", date(due()));
        ActionInput.Builder input = input().unit(unit).units(tasks);
        String note = talk.say("dispatch");
        step("dispatch", operator(), note.isEmpty() ? input : input.note(note));
    }

    /** When the handling was due at first, before any extension or pause. */
    Instant firstDue() {
        return firstDue;
    }

    private void beginHandling() {
        handleStart = at;
        claimFrom = at;
        pauses.clear();
        handleLimits.clear();
        birth.category().limit(ClockName.HANDLE).ifPresent(handleLimits::add);
        firstDue = due();
        handler = setting.cast().handler(lead, dice);
    }

    private void claim() {
        Limit limit = birth.category().limit(ClockName.CLAIM).orElse(Limit.workingHours(4));
        Instant due = setting.calendar().add(claimFrom, limit);
        boolean late = has(Outcome.CLAIM_LATE);
        at = pace.part(claimFrom, due, late ? dice.skewed(1.1, 2.2, 2) : dice.skewed(0.03, 0.9, 2.2));
        var chief = setting.cast().leadOf(lead, dice);
        if (chief.isPresent() && dice.chance(0.22))
            step(
                    "assign",
                    chief.get(),
                    input().staff(person(handler), handler.unit()).note(talk.say("assign")));
        else step("claim", handler, input());
        if (late && at.isAfter(due)) acknowledge();
    }

    private void acknowledge() {
        at = pace.office(at, 2, 40);
        step("acknowledge", handler, input().note(talk.say("ack")));
    }

    private List<ActionInput.Task> tasks() {
        List<ActionInput.Task> tasks = new ArrayList<>();
        List<String> units = new ArrayList<>(HELPERS);
        units.add(birth.spot().place().committee().value());
        int wanted = dice.chance(0.22) ? 2 : 1;
        for (String unit : dice.shuffled(units)) {
            UnitId id = new UnitId(unit);
            if (id.equals(rightUnit) || !setting.cast().canHandle(id) || tasks.size() == wanted) continue;
            boolean committee = id.equals(birth.spot().place().committee());
            tasks.add(new ActionInput.Task(id, talk.say("assist-" + (committee ? "committee" : unit))));
        }
        return tasks;
    }

    private void assisted(List<ActionInput.Task> tasks, boolean atOnce) {
        if (!atOnce) {
            at = pace.centre(at, 4, 60);
            step("add-assistant", operator(), input().units(tasks));
        }
        for (ActionInput.Task task : tasks) {
            at = pace.part(at, due(), dice.skewed(0.05, 0.35, 2));
            Staff helper = setting.cast().handler(task.unit(), dice);
            talk.set("assist", task.task());
            step("assist-done", helper, input().note(talk.say("assisted")));
        }
    }

    private void comment() {
        at = pace.part(at, due(), dice.skewed(0.04, 0.3, 2));
        step("comment", handler, input().note(talk.say("comment")));
    }

    private void addInfo() {
        at = at.plusSeconds(dice.between(600, 7200));
        step("add-info", null, input().note(talk.say("info")));
    }

    private void suspended() {
        at = pace.part(at, due(), dice.skewed(0.05, 0.3, 1.5));
        boolean wet = setting.tags(at).contains("rain") || setting.tags(at).contains("typhoon");
        String reason = wet && dice.chance(0.5)
                ? "weather"
                : dice.pick(suspensions(birth.category().code()));
        Instant from = at;
        int days = reason.equals("weather") ? dice.between(1, 3) : dice.between(4, 24);
        LocalDateTime morning =
                LocalDate.ofInstant(at, WorkCalendar.ZONE).plusDays(days).atTime(9, dice.below(60));
        Instant until =
                morning.plusDays(9).withMinute(0).atZone(WorkCalendar.ZONE).toInstant();
        step(
                "suspend",
                operator(),
                input().reason(reason).note(talk.say("suspend." + reason)).until(until));
        at = setting.calendar()
                .nextWorkingInstant(morning.atZone(WorkCalendar.ZONE).toInstant())
                .plusSeconds(dice.below(50));
        step("resume", operator(), input().note(talk.say("resumed." + reason)));
        pauses.add(new Pause(from, at));
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

    private void extension() {
        at = pace.part(at, due(), dice.skewed(0.45, 0.85, 1));
        boolean inDays = birth.category()
                        .limit(ClockName.HANDLE)
                        .orElse(Limit.workingDays(5))
                        .unit()
                == LimitUnit.WORKING_DAYS;
        Limit more = inDays ? Limit.workingDays(dice.between(2, 5)) : Limit.workingHours(dice.between(4, 8));
        String reason = dice.pick(extensions(birth.category().code()));
        step("ask-extension", handler, input().limit(more).reason(reason).note(talk.say("extend." + reason)));
        boolean granted = has(Outcome.EXTENDED);
        Instant decided = pace.centre(at, 6, 100);
        at = decided;
        step(
                granted ? "grant-extension" : "refuse-extension",
                operator(),
                input().note(talk.say(granted ? "grant-extension" : "refuse-extension")));
        if (granted) handleLimits.add(more);
    }

    /** The handling clock's due time as the engine reckons it. */
    Instant due() {
        return setting.calendar().due(handleStart, handleLimits, pauses);
    }

    private void inTime() {
        Instant due = due();
        Instant target = pace.part(at, due, dice.skewed(0.06, 0.9, 1.35) * (has(Outcome.CLAIM_LATE) ? 0.5 : 1));
        at = later(target.isAfter(due) && due.isAfter(at) ? due : target);
    }

    private Instant later(Instant target) {
        Instant held = target;
        for (Instant hold : new Instant[] {birth.heldUntil(), holdUntil}) {
            if (hold != null && hold.isAfter(held)) held = pace.office(hold, 5, 60);
        }
        return held;
    }

    private void late() {
        Instant due = due();
        boolean urged = dice.chance(0.25);
        if (urged) {
            Instant before = pace.part(at, due, dice.skewed(0.75, 0.95, 1));
            if (before.isAfter(at)) {
                at = before;
                step("urge", setting.cast().any(Role.SUPERVISOR, dice), input().note(talk.say("urge")));
            }
        }
        at = at.isAfter(due) ? at : due;
        acknowledge();
        Limit whole = birth.category().limit(ClockName.WHOLE).orElse(Limit.workingDays(15));
        boolean roomForSupervision = setting.calendar().add(birth.at(), whole).isAfter(pace.office(at, 200, 200));
        if (roomForSupervision && dice.chance(0.35)) {
            at = pace.office(at, 20, 150);
            step("supervise", setting.cast().any(Role.SUPERVISOR, dice), input().note(talk.say("supervise")));
            acknowledge();
        }
        at = later(pace.office(at, 20, birth.category().urgent() ? 90 : 1700));
    }

    private void feedback(String voice) {
        talk.setTags(tags(at));
        talk.set("done", talk.say(about.done()));
        boolean pictured = birth.category().evidence().after() > 0 || (!question && dice.chance(0.4));
        ActionInput.Builder input = input().note(talk.say(voice + suffix()));
        step("feedback", handler, pictured ? input.evidence(List.of(photo(true, EvidenceKind.AFTER))) : input);
    }

    private void verified() {
        Staff verifier = question || (birth.channel() == Channel.HOTLINE && dice.chance(0.5))
                ? operator()
                : setting.cast().verifier(birth.spot().place(), lead, handler, dice);
        if (dice.chance(0.12) && !verifier.is(Role.OPERATOR)) {
            at = pace.centre(at, 3, 40);
            step("assign-verifier", operator(), input().staff(person(verifier), verifier.unit()));
        }
        at = verifier.is(Role.OPERATOR) ? pace.centre(at, 10, 240) : pace.rounds(at, 20, 300);
        if (has(Outcome.REWORKED) && firstRound) rework(verifier);
        pass(verifier);
    }

    private void rework(Staff verifier) {
        talk.setTags(tags(at));
        ActionInput.Builder input = input().note(talk.say("fail" + suffix()));
        step("fail", verifier, question ? input : input.evidence(List.of(photo(false, EvidenceKind.CHECK))));
        Limit whole = handleLimits.getFirst();
        Instant due = setting.calendar().add(at, new Limit(Math.max(1, whole.amount() / 2), whole.unit()));
        at = pace.part(at, due, dice.skewed(0.1, 0.8, 1.4));
        feedback("reworked");
        at = verifier.is(Role.OPERATOR) ? pace.centre(at, 10, 200) : pace.rounds(at, 20, 300);
    }

    private void pass(Staff verifier) {
        boolean onSite =
                !verifier.sight().everything() && birth.category().evidence().after() > 0;
        talk.setTags(tags(at));
        ActionInput.Builder input = input().note(talk.say("pass" + suffix()));
        step("pass", verifier, onSite ? input.evidence(List.of(photo(true, EvidenceKind.CHECK))) : input);
    }

    private void close() {
        at = pace.centre(at, 3, 110);
        talk.set("lead", unitName(lead));
        step(
                "close",
                operator(),
                input().answer(talk.say(birth.channel() == Channel.GRID ? "answer-grid" : "answer" + suffix())));
    }

    private void after() {
        switch (birth.channel()) {
            case HOTLINE -> visit(mood(setting.year().channels().get(Channel.HOTLINE)));
            case RESIDENT -> rate(mood(setting.year().channels().get(Channel.RESIDENT)));
            case GRID, INSPECTION, DESK, DEVICE, OPEN311 -> {}
        }
    }

    private Mood mood(YearPlan.@Nullable ChannelPlan plan) {
        if (has(Outcome.REOPENED) && firstRound) return Mood.DISSATISFIED;
        Map<Mood, Double> weights = plan == null ? null : plan.visits() == null ? plan.ratings() : plan.visits();
        return weights == null ? Mood.UNREACHED : new Weights<>(weights).pick(dice);
    }

    private void visit(Mood mood) {
        at = pace.office(at, 200, 1500);
        ActionInput.Builder said = input().reached(mood != Mood.UNREACHED);
        step(
                "visit",
                operator(),
                switch (mood) {
                    case SATISFIED ->
                        said.solved(true).satisfaction(dice.between(4, 5)).note(talk.say("visited-good"));
                    case BASIC -> said.solved(dice.chance(0.8)).satisfaction(3).note(talk.say("visited-fair"));
                    case DISSATISFIED ->
                        said.solved(false).satisfaction(dice.between(1, 2)).note(talk.say("visited-bad"));
                    case UNREACHED -> said.note(talk.say("visited-none"));
                });
    }

    private void rate(Mood mood) {
        if (mood == Mood.UNREACHED) return;
        at = at.plusSeconds(dice.between(1800, 180_000));
        ActionInput.Builder said = input().note(talk.say("rated." + mood.id()));
        step(
                "rate",
                null,
                switch (mood) {
                    case SATISFIED -> said.satisfaction(dice.between(4, 5)).solved(true);
                    case BASIC -> said.satisfaction(3).solved(true);
                    case DISSATISFIED, UNREACHED ->
                        said.satisfaction(dice.between(1, 2)).solved(false);
                });
    }

    private void again() {
        firstRound = false;
        at = pace.centre(at, 60, 6 * 24 * 60);
        Staff who = birth.channel() == Channel.RESIDENT && dice.chance(0.6) ? null : operator();
        step(
                "reopen",
                who,
                input().reason(dice.pick(List.of("relapse", "not-solved", "unsatisfied")))
                        .note(talk.say("relapse")));
        dispatch(rightUnit, List.of());
        Instant claimDue = setting.calendar()
                .add(at, birth.category().limit(ClockName.CLAIM).orElse(Limit.workingHours(4)));
        at = pace.part(at, claimDue, dice.skewed(0.05, 0.6, 2));
        step("claim", handler, input());
        inTime();
        feedback("reworked");
        verified();
        close();
        after();
    }

    /** Questions are spoken of in words of their own. */
    private String suffix() {
        return question ? "-ask" : "";
    }

    private String voice() {
        return switch (birth.channel()) {
            case GRID, INSPECTION -> "inspector";
            case RESIDENT, OPEN311, DEVICE -> "resident";
            case DESK -> "clerk";
            case HOTLINE -> question ? "asker" : "caller";
        };
    }

    private String title() {
        return question
                ? birth.category().zh()
                : birth.spot().words() + birth.category().zh();
    }

    private CaseScript.Caller caller(TextBook.Name name, String words) {
        String shown = birth.channel() == Channel.RESIDENT && dice.chance(0.3)
                ? name.surname() + talk.known("title")
                : name.full();
        String phone = "1%d%d0000%04d".formatted(dice.between(3, 9), dice.below(10), dice.below(10_000));
        return new CaseScript.Caller(shown, phone, words);
    }

    private Evidence photo(boolean settled, EvidenceKind kind) {
        int variant = Math.floorMod(birth.number(), Album.VARIANTS);
        return setting.album().evidence(Scenes.of(birth.category().code()), settled, variant, kind);
    }

    private void step(String action, @Nullable Staff who, ActionInput.Builder input) {
        steps.add(new Step(at, action, who, input.build()));
    }

    private boolean has(Outcome outcome) {
        return birth.has(outcome);
    }

    private Staff operator() {
        return setting.cast().operator(at, dice);
    }

    private Set<String> tags(Instant when) {
        Set<String> tags = setting.tags(when);
        tags.add(birth.spot().kind().name().toLowerCase(Locale.ROOT));
        tags.add(setting.book().harm(birth.category().code()));
        tags.add(Scenes.of(birth.category().code()));
        if (birth.channel() != Channel.GRID) tags.add("reporter");
        return tags;
    }

    private static ActionInput.Builder input() {
        return new ActionInput.Builder();
    }

    private static Person person(Staff staff) {
        return new Person(staff.id(), staff.name());
    }

    private static String date(Instant when) {
        LocalDate day = LocalDate.ofInstant(when, WorkCalendar.ZONE);
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private String unitName(UnitId unit) {
        return setting.cast().nameOf(unit);
    }
}
