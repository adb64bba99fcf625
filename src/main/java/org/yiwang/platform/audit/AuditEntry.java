package org.yiwang.platform.audit;

import java.time.Instant;
import java.util.Map;
import org.yiwang.platform.Tenant;

/**
 * One line of the audit trail.
 *
 * @param detail canonical JSON
 */
record AuditEntry(Tenant tenant, String stream, long seq, Instant at, String actor, String action, String detail) {

    /** What is hashed; the number is part of it, so that lines cannot change places. */
    String canonical() {
        return CanonicalJson.text(Map.of(
                "tenant", tenant.code(),
                "stream", stream,
                "seq", seq,
                "at", at.toString(),
                "actor", actor,
                "action", action,
                "detail", detail));
    }

    String chain() {
        return tenant.code() + "/" + stream;
    }
}
