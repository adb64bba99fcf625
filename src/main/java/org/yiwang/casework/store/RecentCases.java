package org.yiwang.casework.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.platform.Tenant;

/**
 * The cases that this node has read or written last, so that the next step need not read again. Another node may have been faster: whatever is decided on
 * such a case holds only once it could be stored behind the step it was decided on, and a refusal has to be decided again on the case as it is stored.
 */
@Component
public class RecentCases {
    static final int CASES_MAX = 4_096;

    private final Map<UUID, StoredCase> cases = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, StoredCase> eldest) {
            return size() > CASES_MAX;
        }
    };

    /** Nothing within a transaction, whose failed statement could not be followed by a second try. */
    Optional<StoredCase> find(Tenant tenant, UUID id) {
        if (isInTransaction()) return Optional.empty();
        synchronized (cases) {
            return Optional.ofNullable(cases.get(id))
                    .filter(c -> c.file().tenant().equals(tenant));
        }
    }

    /** What a transaction has written may still be taken back, so that it is not kept. */
    void keep(StoredCase stored) {
        if (isInTransaction()) return;
        synchronized (cases) {
            cases.merge(stored.file().id(), stored, RecentCases::later);
        }
    }

    private static StoredCase later(StoredCase one, StoredCase other) {
        return one.file().seq() > other.file().seq() ? one : other;
    }

    private static boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }
}
