package org.yiwang.platform.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.platform.Tenant;

/**
 * The audit trail (GB/T 22239-2019, 8.1.4.3): every entry is chained to the one before it in its stream, so that none can be changed or taken out unseen.
 */
@Component
public class AuditTrail {
    private static final Pattern STREAM = Pattern.compile("[a-z0-9][a-z0-9.:/-]{0,99}");

    private final AuditStore store;
    private final TransactionOperations transactions;
    private final Clock clock;

    AuditTrail(AuditStore store, TransactionOperations transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Adds an entry in the caller's transaction; without one, in a transaction of its own. The stream stays locked until that transaction ends, so choose
     * narrow streams (one per account or record), and write to several always in the same order.
     *
     * @param stream ASCII name such as {@code session/7f…}
     * @param actor who acted: an account's id, or {@code system}
     * @param action what was done, such as {@code signed-in}
     * @param detail JSON values only; no personal data in the clear
     */
    public void record(Tenant tenant, String stream, String actor, String action, Map<String, ?> detail) {
        if (!STREAM.matcher(stream).matches())
            throw new IllegalArgumentException("\"%s\" is not the name of a stream: %s".formatted(stream, STREAM));
        String canonical = CanonicalJson.text(detail);
        // PostgreSQL keeps microseconds; a finer time would not hash the same when it is read back.
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        transactions.executeWithoutResult(ignored -> append(tenant, stream, at, actor, action, canonical));
    }

    private void append(Tenant tenant, String stream, Instant at, String actor, String action, String detail) {
        AuditStore.End end = store.lockEnd(tenant, stream);
        AuditEntry entry = new AuditEntry(tenant, stream, end.seq() + 1, at, actor, action, detail);
        store.append(entry, end.hash().then(entry.canonical()));
    }
}
