package org.yiwang.alarms.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.alarms.HandleAlarm;
import org.yiwang.alarms.HandleAlarm.Act;
import org.yiwang.alarms.RulesInForce;
import org.yiwang.alarms.store.CaseAlarmStore;
import org.yiwang.alarms.store.CaseAlarmStore.Link;
import org.yiwang.alarms.store.FindAlarms;
import org.yiwang.alarms.store.FindAlarms.Alarm;
import org.yiwang.alarms.store.FindAlarms.Cursor;
import org.yiwang.alarms.store.FindAlarms.State;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;

/** Alarms of devices. */
@RestController
@RequestMapping("/api/v1/alarms")
class AlarmController {
    private static final int PAGE_MAX = 200;
    private static final int WORDS_CHARACTERS_MAX = 500;

    private final FindAlarms find;
    private final HandleAlarm handle;
    private final RulesInForce rules;
    private final CaseAlarmStore cases;
    private final AlarmWords words;

    AlarmController(
            FindAlarms find, HandleAlarm handle, RulesInForce rules, CaseAlarmStore cases, AlarmWords words) {
        this.find = find;
        this.handle = handle;
        this.rules = rules;
        this.cases = cases;
        this.words = words;
    }

    /**
     * @param part of the device that it is about; empty where it is about the whole
     * @param verdict true or false, by the word of a person
     * @param caseId the case that it became or joined
     */
    @SchemaName("AlarmLine")
    record Line(
            String id,
            String device,
            String label,
            String name,
            String part,
            String severity,
            String worst,
            Instant raisedAt,
            @Nullable Instant clearedAt,
            @Nullable String cell,
            @Nullable String committee,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Nullable String verdict,
            @JsonProperty("case") @Nullable UUID caseId,
            @Nullable String caseNumber) {}

    /** @param next where the next page begins; null at the end */
    @SchemaName("AlarmPage")
    record Page(List<Line> items, @Nullable String next, long open, long unseen, long critical) {}

    @SchemaName("AlarmStep")
    record Step(String what, String severity, Instant at, String cause) {}

    @SchemaName("AlarmRemark")
    record Remark(Instant at, String by, String act, String words) {}

    /**
     * @param cause of its beginning: condition, duration, silence, too-many, flood-over
     * @param values what the device had told last when it began
     * @param asked JSON list: what was asked of the device
     * @param withheld JSON list: what was not asked of it because something forbade it
     * @param caseHow how it came to its case: opened, joined, reopened, or refused where none could be opened
     * @param caseRefusal why none could be opened, in words
     */
    @SchemaName("AlarmDetail")
    record Detail(
            Line alarm,
            String cause,
            List<AlarmWords.Told> values,
            String asked,
            String withheld,
            @Nullable String caseHow,
            @Nullable String caseRefusal,
            List<Step> steps,
            List<Remark> remarks) {}

    @SchemaName("AlarmAct")
    record Done(@Nullable String act, @Nullable String words) {}

    /**
     * @param state open, unseen or all
     * @param ofCase only those of this case
     * @param after as the page before says
     */
    @Needs("alarms.read")
    @GetMapping
    Page page(
            Staff staff,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam @Nullable String device,
            @RequestParam(name = "case") @Nullable UUID ofCase,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        int most = Math.clamp(limit, 1, PAGE_MAX);
        List<Alarm> page = find.page(staff, state(state), device, ofCase, after == null ? null : cursor(after), most);
        var counts = find.counts(staff);
        String next = page.size() < most
                ? null
                : page.getLast().raisedAt() + "," + page.getLast().id();
        Map<String, Link> linked =
                cases.links(staff.tenant(), page.stream().map(Alarm::id).toList()).stream()
                        .collect(Collectors.toMap(Link::alarm, Function.identity()));
        return new Page(
                page.stream().map(one -> line(staff, one, linked.get(one.id()), locale)).toList(),
                next,
                counts.open(),
                counts.unseen(),
                counts.critical());
    }

    private static State state(String state) {
        return switch (state) {
            case "open" -> State.OPEN;
            case "unseen" -> State.UNSEEN;
            case "all" -> State.ALL;
            default ->
                throw Refusal.invalid("state", "scenario.not-one-of", "state", state, "open, unseen, all")
                        .exception();
        };
    }

    private static Cursor cursor(String after) {
        String[] parts = after.split(",", 2);
        try {
            if (parts.length == 2) return new Cursor(Instant.parse(parts[0]), parts[1]);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("after", "alarms.bad-mark").exception();
        }
        throw Refusal.invalid("after", "alarms.bad-mark").exception();
    }

    @Needs("alarms.read")
    @GetMapping("/{id}")
    Detail one(Staff staff, @PathVariable String id, Locale locale) {
        Alarm alarm = find.find(staff, id)
                .orElseThrow(() -> Refusal.notFound("alarms.not-found").exception());
        Link link = cases.of(staff.tenant(), id).orElse(null);
        return new Detail(
                line(staff, alarm, link, locale),
                alarm.cause(),
                words.values(staff.tenant(), alarm, locale),
                alarm.asked(),
                alarm.withheld(),
                link == null ? null : link.how(),
                link == null ? null : words.refusal(link.why(), locale),
                find.steps(staff, id).stream()
                        .map(step -> new Step(step.what(), step.severity(), step.at(), step.cause()))
                        .toList(),
                find.remarks(staff, id).stream()
                        .map(remark -> new Remark(remark.at(), remark.by(), remark.act(), remark.words()))
                        .toList());
    }

    @Needs("alarms.handle")
    @PostMapping("/{id}/acts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void act(Staff staff, @PathVariable String id, @RequestBody Done done) {
        String said = done.words() == null ? "" : done.words();
        if (said.length() > WORDS_CHARACTERS_MAX)
            throw Refusal.invalid("words", "scenario.text-too-long", "words", WORDS_CHARACTERS_MAX)
                    .exception();
        handle.act(staff, id, act(done.act()), said);
    }

    private static Act act(@Nullable String name) {
        for (Act act : Act.values()) if (act.name().toLowerCase(Locale.ROOT).equals(name)) return act;
        throw Refusal.invalid(
                        "act",
                        "scenario.not-one-of",
                        "act",
                        String.valueOf(name),
                        "acknowledge, comment, true, false, end")
                .exception();
    }

    private Line line(Staff staff, Alarm one, @Nullable Link link, Locale locale) {
        return new Line(
                one.id(),
                one.device(),
                one.label(),
                rules.name(staff.tenant(), one.kind(), one.rule()).in(locale.getLanguage()),
                words.part(staff.tenant(), one, locale),
                one.severity(),
                one.worst(),
                one.raisedAt(),
                one.clearedAt(),
                one.cell(),
                one.committee(),
                one.acknowledgedAt(),
                one.acknowledgedBy(),
                one.verdict(),
                link == null ? null : link.caseId(),
                link == null ? null : link.number());
    }
}
