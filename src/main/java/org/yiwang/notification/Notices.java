package org.yiwang.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.feed.Outbox;

/** Sends notices, and keeps the badge of unread ones true on every open screen. */
@Component
public class Notices {
    static final String TOPIC = "notice";
    static final String RECIPIENT = "staff";

    private final NoticeStore store;
    private final Outbox outbox;
    private final Ids ids;
    private final TransactionOperations transactions;

    Notices(NoticeStore store, Outbox outbox, Ids ids, TransactionOperations transactions) {
        this.store = store;
        this.outbox = outbox;
        this.ids = ids;
        this.transactions = transactions;
    }

    /** Puts the notice into the inbox of each, in the caller's transaction: it is sent if and only if what it tells of is committed. */
    public void send(Tenant tenant, Collection<UUID> recipients, Notice notice) {
        transactions.executeWithoutResult(ignored -> {
            // In one order, so that two senders with the same recipients cannot wait for each other.
            for (UUID recipient : new TreeSet<>(recipients)) send(tenant, recipient, notice);
        });
    }

    void read(Staff staff, UUID id, Instant now) {
        transactions.executeWithoutResult(ignored -> {
            boolean fresh = store.read(staff, id, now)
                    .orElseThrow(() -> Refusal.notFound("notice.not-found").exception());
            if (fresh) tell(staff.tenant(), staff.id(), id, now);
        });
    }

    void readAll(Staff staff, Instant now) {
        transactions.executeWithoutResult(ignored -> {
            if (store.readAll(staff, now) > 0) tell(staff.tenant(), staff.id(), staff.id(), now);
        });
    }

    private void send(Tenant tenant, UUID recipient, Notice notice) {
        UUID id = ids.next();
        if (store.add(tenant, id, recipient, notice)) tell(tenant, recipient, id, notice.at());
    }

    private void tell(Tenant tenant, UUID recipient, UUID notice, Instant at) {
        outbox.publish(tenant, TOPIC, notice, Map.of("id", notice, RECIPIENT, recipient), at);
    }
}
