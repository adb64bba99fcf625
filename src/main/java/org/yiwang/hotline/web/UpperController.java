package org.yiwang.hotline.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.hotline.Hotline;
import org.yiwang.hotline.TakeAgain;
import org.yiwang.hotline.TakeUpPushes;
import org.yiwang.hotline.store.FindOrders;
import org.yiwang.hotline.store.MessageStore;
import org.yiwang.hotline.store.NightStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;
import org.yiwang.worktime.WorkCalendar;

/** How the two platforms get on with each other: what is on its way, what was given up, what could not be taken in, and the nights' comparisons. */
@RestController
@RequestMapping("/api/v1/hotline/upper")
class UpperController {
    private static final int NOTE_CHARACTERS_MAX = 200;
    private static final int DAYS_MAX = 60;

    /**
     * @param linked whether an upper platform is named
     * @param seq of the last message that was taken in
     * @param trouble why it did not answer the last time
     * @param counts of all pushes that have not arrived; {@code pushes} has the first of them
     */
    @SchemaName("HotlineUpperState")
    record UpperState(
            boolean linked,
            long seq,
            @Nullable Instant askedAt,
            @Nullable String trouble,
            FindOrders.PushCounts counts,
            List<FindOrders.OpenPush> pushes,
            List<MessageStore.Faulty> messages) {}

    @SchemaName("HotlineNightList")
    record NightList(List<NightStore.Night> items) {}

    @SchemaName("HotlineDifferenceList")
    record DifferenceList(List<NightStore.Found> items) {}

    /** @param again sends it once more; otherwise it is dropped for good */
    @SchemaName("HotlinePushSettled")
    record Settled(@Nullable String key, @Nullable Boolean again) {}

    @SchemaName("HotlinePushesSentAgain")
    record SentAgain(int count) {}

    @SchemaName("HotlineDifferenceSettled")
    record Explained(@Nullable String no, @Nullable String note) {}

    private final Hotline hotline;
    private final FindOrders find;
    private final MessageStore messages;
    private final NightStore nights;
    private final TakeAgain again;
    private final TakeUpPushes takeUp;
    private final Clock clock;

    UpperController(
            Hotline hotline,
            FindOrders find,
            MessageStore messages,
            NightStore nights,
            TakeAgain again,
            TakeUpPushes takeUp,
            Clock clock) {
        this.hotline = hotline;
        this.find = find;
        this.messages = messages;
        this.nights = nights;
        this.again = again;
        this.takeUp = takeUp;
        this.clock = clock;
    }

    @Needs("hotline.read")
    @GetMapping
    UpperState state(Staff staff) {
        MessageStore.Standing standing = messages.standing(staff.tenant());
        return new UpperState(
                hotline.isLinked(),
                standing.seq(),
                standing.askedAt(),
                standing.trouble(),
                find.counts(staff.tenant()),
                find.pushes(staff.tenant()),
                messages.faulty(staff.tenant()));
    }

    @Needs("hotline.manage")
    @PostMapping("/pushes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(Staff staff, @RequestBody Settled settled) {
        if (settled.key() == null)
            throw Refusal.invalid("key", "case.field-missing", "key").exception();
        if (settled.again() == null)
            throw Refusal.invalid("again", "case.field-missing", "again").exception();
        if (settled.again()) takeUp.again(staff, settled.key());
        else takeUp.drop(staff, settled.key());
    }

    /** Sends all that were given up once more. */
    @Needs("hotline.manage")
    @PostMapping("/pushes/again")
    SentAgain sendAgain(Staff staff) {
        return new SentAgain(takeUp.all(staff));
    }

    @Needs("hotline.manage")
    @PostMapping("/messages/{seq}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeAgain(Staff staff, @PathVariable long seq) {
        again.take(staff.tenant(), seq);
    }

    @Needs("hotline.read")
    @GetMapping("/nights")
    NightList nights(Staff staff) {
        return new NightList(nights.all(staff.tenant()));
    }

    @Needs("hotline.read")
    @GetMapping("/nights/{day}")
    DifferenceList night(Staff staff, @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
        return new DifferenceList(nights.found(staff.tenant(), within(day)));
    }

    /** Compares a day now. */
    @Needs("hotline.manage")
    @PostMapping("/nights/{day}")
    DifferenceList compare(Staff staff, @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
        hotline.compare(within(day));
        return new DifferenceList(nights.found(staff.tenant(), day));
    }

    @Needs("hotline.manage")
    @PostMapping("/nights/{day}/differences")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void explain(
            Staff staff,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @RequestBody Explained explained) {
        if (explained.no() == null)
            throw Refusal.invalid("no", "case.field-missing", "no").exception();
        String note = explained.note();
        if (note == null || note.isBlank())
            throw Refusal.invalid("note", "case.field-missing", "note").exception();
        OrderController.bounded("note", note.length(), 1, NOTE_CHARACTERS_MAX);
        if (!nights.settle(staff.tenant(), within(day), explained.no(), staff.name(), note.strip(), clock.instant()))
            throw Refusal.notFound("hotline.no-difference").exception();
    }

    private LocalDate within(LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        if (day.isAfter(today) || day.isBefore(today.minusDays(DAYS_MAX)))
            throw Refusal.invalid("day", "hotline.too-far", day.toString()).exception();
        return day;
    }
}
