package org.yiwang.registry.usecase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.registry.model.Deed;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.store.EntrySight;
import org.yiwang.registry.store.EntryStore;

/** Says of entries that they are right as they stand. */
@Service
public class ConfirmEntries {
    public static final int AT_ONCE_MAX = 500;

    private final EntryStore entries;

    public ConfirmEntries(EntryStore entries) {
        this.entries = entries;
    }

    /** Of these the ones within the person's reach that are not retired. Answers how many. */
    @Transactional
    public int confirm(Staff staff, Register register, List<UUID> ids, Instant now) {
        EntrySight.requireWrite(staff, register);
        if (ids.size() > AT_ONCE_MAX)
            throw Refusal.invalid("ids", "registry.too-many-at-once", AT_ONCE_MAX)
                    .exception();
        List<UUID> reached = entries.reached(staff, register, ids);
        return entries.confirm(staff.tenant(), reached, Deed.byHand(staff, now));
    }
}
