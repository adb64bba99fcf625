package org.yiwang.lists;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.lists.model.Item;
import org.yiwang.lists.model.ItemState;
import org.yiwang.lists.store.ItemStore;
import org.yiwang.lists.store.ItemStore.Cursor;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Refusal;

/** Items narrowed to what the person may see, page by page. */
@Service
public class FindItems {
    public static final int PAGE_MAX = 200;

    private final ItemStore store;

    FindItems(ItemStore store) {
        this.store = store;
    }

    /** What is looked for; absent parts do not narrow. */
    public record Wanted(
            @Nullable UUID list,
            @Nullable String unit,
            List<ItemState> states,
            boolean late,
            @Nullable UUID gathers) {}

    /** @param next where the next page begins; null on the last */
    public record Page(List<Item> items, @Nullable String next) {}

    public Page page(Staff staff, Wanted wanted, @Nullable String cursor, int limit, Instant now) {
        if (limit < 1 || limit > PAGE_MAX)
            throw Refusal.invalid("limit", "request.wrong-value", "limit").exception();
        ItemStore.Filter filter = new ItemStore.Filter(
                ItemSight.unit(staff),
                wanted.list(),
                wanted.unit() == null ? null : new UnitId(wanted.unit()),
                wanted.states(),
                wanted.late(),
                wanted.gathers());
        List<Item> found = store.page(
                staff.tenant(),
                filter,
                LocalDate.ofInstant(now, Duty.ZONE),
                cursor == null ? null : place(cursor),
                limit + 1);
        boolean isMore = found.size() > limit;
        List<Item> items = isMore ? found.subList(0, limit) : found;
        return new Page(items, isMore ? cursor(items.getLast()) : null);
    }

    private static String cursor(Item last) {
        String place = (last.endedAt() != null) + "/" + last.task().due() + "/" + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(US_ASCII));
    }

    private static Cursor place(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), US_ASCII).split("/", 3);
            return new Cursor(Boolean.parseBoolean(parts[0]), LocalDate.parse(parts[1]), UUID.fromString(parts[2]));
        } catch (RuntimeException e) {
            throw Refusal.invalid("cursor", "request.wrong-value", "cursor").exception();
        }
    }
}
