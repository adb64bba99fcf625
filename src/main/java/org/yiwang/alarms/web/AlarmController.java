package org.yiwang.alarms.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import org.yiwang.alarms.follow.AnswerAlarm;
import org.yiwang.alarms.store.CaseAlarmStore;
import org.yiwang.alarms.store.CaseAlarmStore.Link;
import org.yiwang.alarms.store.ConfirmedStore;
import org.yiwang.alarms.store.FindAlarms;
import org.yiwang.alarms.store.FindAlarms.Alarm;
import org.yiwang.alarms.store.FindAlarms.Cursor;
import org.yiwang.alarms.store.FindAlarms.State;
import org.yiwang.alarms.store.TellingStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;
import org.yiwang.sensing.KnownDevices;
import org.yiwang.sensing.model.Device;
import org.yiwang.territory.LonLat;

/** Alarms of devices. */
@RestController
@RequestMapping("/api/v1/alarms")
class AlarmController {
    private static final int PAGE_MAX = 200;
    private static final int WORDS_CHARACTERS_MAX = 500;
    private static final String ANSWER = "answer";

    private final FindAlarms find;
    private final HandleAlarm handle;
    private final AnswerAlarm answer;
    private final ConfirmedStore visits;
    private final RulesInForce rules;
    private final CaseAlarmStore cases;
    private final TellingStore tellings;
    private final KnownDevices devices;
    private final AlarmWords words;

    AlarmController(
            FindAlarms find,
            HandleAlarm handle,
            AnswerAlarm answer,
            ConfirmedStore visits,
            RulesInForce rules,
            CaseAlarmStore cases,
            TellingStore tellings,
            KnownDevices devices,
            AlarmWords words) {
        this.find = find;
        this.handle = handle;
        this.answer = answer;
        this.visits = visits;
        this.rules = rules;
        this.cases = cases;
        this.tellings = tellings;
        this.devices = devices;
        this.words = words;
    }

    /**
     * @param part of the device that it is about; empty where it is about the whole
     * @param verdict true or false, by the word of a person
     * @param lon where the device is, WGS-84, as lat
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
            @Nullable Double lon,
            @Nullable Double lat,
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

    /**
     * Somebody was told.
     *
     * @param target as what: committee, centre, supervisor, leader, a party of the package such as property, or a unit
     * @param name empty where there was nobody to be told
     * @param channel inbox; none where there was nobody
     */
    @SchemaName("AlarmTelling")
    record Told(int rung, String target, String name, String unit, String channel, Instant at) {}

    @SchemaName("AlarmRemark")
    record Remark(Instant at, String by, String act, String words, List<UUID> photos) {}

    /**
     * @param cause of its beginning: condition, duration, silence, too-many, flood-over
     * @param values what the device had told last when it began
     * @param asked JSON list: what was asked of the device
     * @param withheld JSON list: what was not asked of it because something forbade it
     * @param caseHow how it came to its case: opened, joined, reopened, or refused where none could be opened
     * @param visit the item of the list of problems that asks for a visit because of it and others
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
            @Nullable UUID visit,
            List<Step> steps,
            List<Told> told,
            List<Remark> remarks) {}

    /** @param photos of an answer from the place, as uploaded before */
    @SchemaName("AlarmAct")
    record Done(
            @Nullable String act,
            @Nullable String words,
            @Nullable List<UUID> photos) {}

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
        String next = page.size() < most
                ? null
                : page.getLast().raisedAt() + "," + page.getLast().id();
        return page(staff, page, next, locale);
    }

    private Page page(Staff staff, List<Alarm> page, @Nullable String next, Locale locale) {
        var counts = find.counts(staff);
        Map<String, Link> linked = cases
                .links(staff.tenant(), page.stream().map(Alarm::id).toList())
                .stream()
                .collect(Collectors.toMap(Link::alarm, Function.identity()));
        return new Page(
                page.stream()
                        .map(one -> line(staff, one, linked.get(one.id()), locale))
                        .toList(),
                next,
                counts.open(),
                counts.unseen(),
                counts.critical());
    }

    /** What goes on, the worst first and of these the latest: for walls and whoever is outside. */
    @Needs("alarms.read")
    @GetMapping("/board")
    Page board(Staff staff, @RequestParam(defaultValue = "50") int limit, Locale locale) {
        return page(staff, find.board(staff, Math.clamp(limit, 1, PAGE_MAX)), null, locale);
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
                visits.item(staff.tenant(), id).orElse(null),
                find.steps(staff, id).stream()
                        .map(step -> new Step(step.what(), step.severity(), step.at(), step.cause()))
                        .toList(),
                tellings.of(staff.tenant(), id).stream()
                        .map(one -> new Told(one.rung(), one.target(), one.name(), one.unit(), one.channel(), one.at()))
                        .toList(),
                find.remarks(staff, id).stream()
                        .map(remark ->
                                new Remark(remark.at(), remark.by(), remark.act(), remark.words(), remark.photos()))
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
        List<UUID> photos = done.photos() == null ? List.of() : done.photos();
        if (photos.stream().anyMatch(Objects::isNull))
            throw Refusal.invalid("photos", "attachment.unknown").exception();
        if (ANSWER.equals(done.act())) answer.answer(staff, id, said, photos);
        else handle.act(staff, id, act(done.act()), said);
    }

    private static Act act(@Nullable String name) {
        for (Act act : Act.values()) if (act.name().toLowerCase(Locale.ROOT).equals(name)) return act;
        throw Refusal.invalid(
                        "act",
                        "scenario.not-one-of",
                        "act",
                        String.valueOf(name),
                        "acknowledge, go, answer, comment, true, false, end")
                .exception();
    }

    private Line line(Staff staff, Alarm one, @Nullable Link link, Locale locale) {
        LonLat point =
                devices.find(staff.tenant(), one.device()).map(Device::point).orElse(null);
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
                point == null ? null : point.lon(),
                point == null ? null : point.lat(),
                one.acknowledgedAt(),
                one.acknowledgedBy(),
                one.verdict(),
                link == null ? null : link.caseId(),
                link == null ? null : link.number());
    }
}
