package org.yiwang.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.attachment.Attachments;
import org.yiwang.attachment.Uploader;
import org.yiwang.casework.MatterCases;
import org.yiwang.lists.model.Check;
import org.yiwang.lists.model.Check.Finding;
import org.yiwang.lists.model.Check.Verdict;
import org.yiwang.lists.model.DecideCheck;
import org.yiwang.lists.model.Item;
import org.yiwang.lists.model.Sampling;
import org.yiwang.lists.model.Task;
import org.yiwang.lists.model.TaskList;
import org.yiwang.lists.store.SpecialStore;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.worktime.WorkCalendar;

/** Keeps what was found when somebody of another unit looked at a closed case again; what failed becomes an item of the problem list of the unit that led it. */
@Service
public class RecordCheck {
    private static final String PROOF = "整改后照片，由交办方到现场核实";
    private static final int PHOTOS = 1;

    private final SpecialStore store;
    private final KeepLists lists;
    private final GiveItem give;
    private final MatterCases cases;
    private final Attachments attachments;
    private final WorkCalendar calendar;

    RecordCheck(
            SpecialStore store,
            KeepLists lists,
            GiveItem give,
            MatterCases cases,
            Attachments attachments,
            WorkCalendar calendar) {
        this.store = store;
        this.lists = lists;
        this.give = give;
        this.cases = cases;
        this.attachments = attachments;
        this.calendar = calendar;
    }

    @Transactional
    public Check record(
            Staff staff, UUID id, @Nullable Verdict verdict, @Nullable String note, List<UUID> photos, Instant when) {
        Instant now = when.truncatedTo(ChronoUnit.MICROS);
        Check check = store.lock(staff.tenant(), id)
                .orElseThrow(() -> Refusal.notFound("lists.no-check").exception());
        TaskList list = lists.one(staff, check.list());
        String words = note == null ? "" : note.strip();
        Refusal refusal = DecideCheck.refusal(staff, check, verdict, words, list.closedAt() != null);
        if (refusal != null) throw refusal.exception();
        attachments.check(staff.tenant(), photos, Uploader.of(staff));
        attachments.link(staff.tenant(), photos, CheckPhotoGuard.KIND, id);
        Verdict found = Objects.requireNonNull(verdict);
        UUID item = found == Verdict.FAILED ? mend(staff, check, words, photos, now) : null;
        Finding finding = new Finding(found, words, photos, staff.name(), staff.unit(), now, item);
        store.keep(staff.tenant(), check, finding);
        return check.found(finding);
    }

    private UUID mend(Staff staff, Check check, String words, List<UUID> photos, Instant now) {
        Sampling sampling = store.find(staff.tenant(), check.list()).orElseThrow();
        UUID one = check.drawn().id();
        MatterCases.Spot spot = cases.spots(staff.tenant(), List.of(one)).get(one);
        String title = "复查不合格 " + check.drawn().number() + (spot == null ? "" : " " + spot.title());
        Task task = new Task(
                title.substring(0, Math.min(title.length(), Task.TITLE_CHARACTERS_MAX)),
                words,
                check.drawn().unit(),
                null,
                List.of(),
                due(LocalDate.ofInstant(now, Duty.ZONE), sampling.days()),
                PROOF,
                PHOTOS);
        Item item = give.follow(staff, sampling.problems(), task, List.of(one), words, photos, now);
        attachments.link(staff.tenant(), photos, ItemPhotoGuard.KIND, item.id());
        return item.id();
    }

    /** So many days worked after today. */
    private LocalDate due(LocalDate today, int days) {
        LocalDate due = today;
        for (int day = 0; day < days; day++) due = calendar.workingDayFrom(due.plusDays(1));
        return due;
    }
}
