package org.yiwang.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.attachment.Attachments;
import org.yiwang.attachment.Uploader;
import org.yiwang.lists.model.DecideItem;
import org.yiwang.lists.model.Item;
import org.yiwang.lists.model.ItemEvent;
import org.yiwang.lists.model.Step;
import org.yiwang.lists.store.ItemStore;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;

/** Takes one step with an item: reads it, decides, keeps what follows, tells whom it concerns. */
@Service
public class ActOnItem {
    private final ItemStore store;
    private final GatherCases gather;
    private final Attachments attachments;
    private final TellOfItems tell;
    private final LastDays days;

    ActOnItem(ItemStore store, GatherCases gather, Attachments attachments, TellOfItems tell, LastDays days) {
        this.store = store;
        this.gather = gather;
        this.attachments = attachments;
        this.tell = tell;
        this.days = days;
    }

    /** What is handed in with a step; see {@link DecideItem.Input}. */
    public record Given(
            int version, @Nullable String note, @Nullable LocalDate day, List<UUID> photos, boolean leaves) {}

    /** The item, if this person may see it; to anyone else it does not exist. */
    public Item visible(Staff staff, UUID id) {
        return store.find(staff.tenant(), id)
                .filter(item -> ItemSight.covers(staff, item))
                .orElseThrow(() -> Refusal.notFound("lists.no-item").exception());
    }

    @Transactional
    public Item take(Staff staff, UUID id, Step step, Given given, Instant when) {
        Instant now = when.truncatedTo(ChronoUnit.MICROS);
        Item item = store.lock(staff.tenant(), id)
                .filter(found -> ItemSight.covers(staff, found))
                .orElseThrow(() -> Refusal.notFound("lists.no-item").exception());
        attachments.check(staff.tenant(), given.photos(), Uploader.of(staff));
        List<String> open = step == Step.VERIFY ? gather.open(staff, item, now) : List.of();
        ItemEvent event = new DecideItem(item, staff)
                .take(
                        step,
                        new DecideItem.Input(
                                given.version(), given.note(), given.day(), given.photos(), open, given.leaves()),
                        LocalDate.ofInstant(now, Duty.ZONE),
                        now)
                .orThrow();
        if (step.needs().contains(Step.Need.DAY)) days.worked("day", event.day(), LocalDate.ofInstant(now, Duty.ZONE));
        Item after = item.after(event);
        store.keep(staff.tenant(), after, event);
        attachments.link(staff.tenant(), given.photos(), ItemPhotoGuard.KIND, id);
        tell.taken(staff, after, event);
        return after;
    }
}
