package org.yiwang.organisation.usecase;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.yiwang.platform.audit.AuditTrail;

/** Ends a session. */
@Service
public class SignOut {
    private final Sessions sessions;
    private final AuditTrail audit;

    SignOut(Sessions sessions, AuditTrail audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    /** @param token whatever the cookie held; one that opens nothing is of no account */
    public void signOut(String token) {
        sessions.close(token).ifPresent(closed -> {
            String id = closed.staff().toString();
            audit.record(closed.tenant(), "account/" + id, id, "signed-out", Map.of());
        });
    }
}
