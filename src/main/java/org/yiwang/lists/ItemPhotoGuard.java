package org.yiwang.lists;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.attachment.AttachmentGuard;
import org.yiwang.lists.store.ItemStore;
import org.yiwang.organisation.Staff;

/** Whoever may see an item may see what was handed in with it. */
@Component
class ItemPhotoGuard implements AttachmentGuard {
    static final String KIND = "list-item";

    private final ItemStore store;

    ItemPhotoGuard(ItemStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean visible(Staff staff, UUID matter) {
        return !staff.isOutside()
                && store.find(staff.tenant(), matter)
                        .map(item -> ItemSight.covers(staff, item))
                        .orElse(false);
    }
}
