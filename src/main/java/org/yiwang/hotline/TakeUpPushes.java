package org.yiwang.hotline;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.hotline.store.PushStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.audit.AuditTrail;

/** What a person decides about reports that were given up: they are sent once more, or never. Who decided goes into the audit trail. */
@Service
public class TakeUpPushes {
    private static final String STREAM = "hotline/pushes";

    private final PushStore pushes;
    private final AuditTrail audit;
    private final Clock clock;

    TakeUpPushes(PushStore pushes, AuditTrail audit, Clock clock) {
        this.pushes = pushes;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void again(Staff staff, String key) {
        if (!pushes.again(staff.tenant(), key, staff.name(), clock.instant()))
            throw Refusal.notFound("hotline.no-push").exception();
        record(staff, "sent-again", Map.of("key", key));
    }

    /** All of them; answers how many there were. */
    @Transactional
    public int all(Staff staff) {
        int sent = pushes.again(staff.tenant(), staff.name(), clock.instant());
        if (sent > 0) record(staff, "all-sent-again", Map.of("count", sent));
        return sent;
    }

    @Transactional
    public void drop(Staff staff, String key) {
        if (!pushes.drop(staff.tenant(), key))
            throw Refusal.notFound("hotline.no-push").exception();
        record(staff, "dropped", Map.of("key", key));
    }

    private void record(Staff staff, String action, Map<String, ?> detail) {
        audit.record(staff.tenant(), STREAM, staff.id().toString(), action, detail);
    }
}
