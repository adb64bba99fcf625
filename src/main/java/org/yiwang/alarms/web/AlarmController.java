package org.yiwang.alarms.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
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
import org.yiwang.alarms.follow.AnswerAlarm;
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
    private static final String ANSWER = "answer";

    private final FindAlarms find;
    private final HandleAlarm handle;
    private final AnswerAlarm answer;
    private final AlarmViews views;

    AlarmController(FindAlarms find, HandleAlarm handle, AnswerAlarm answer, AlarmViews views) {
        this.find = find;
        this.handle = handle;
        this.answer = answer;
        this.views = views;
    }

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
    AlarmViews.Page page(
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
        return views.page(staff, page, next, locale);
    }

    /** What goes on, the worst first and of these the latest: for walls and whoever is outside. */
    @Needs("alarms.read")
    @GetMapping("/board")
    AlarmViews.Page board(Staff staff, @RequestParam(defaultValue = "50") int limit, Locale locale) {
        return views.page(staff, find.board(staff, Math.clamp(limit, 1, PAGE_MAX)), null, locale);
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
    AlarmViews.Detail one(Staff staff, @PathVariable String id, Locale locale) {
        Alarm alarm = find.find(staff, id)
                .orElseThrow(() -> Refusal.notFound("alarms.not-found").exception());
        return views.detail(staff, alarm, locale);
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
}
