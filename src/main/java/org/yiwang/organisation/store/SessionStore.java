package org.yiwang.organisation.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;

/** The table of sessions. */
@Component
public class SessionStore {
    private final JdbcClient db;

    public SessionStore(JdbcClient db) {
        this.db = db;
    }

    /** A session that is open. */
    public record Open(UUID staff, Instant seenAt) {}

    public void add(Tenant tenant, byte[] hash, UUID staff, Instant now, Instant end) {
        db.sql("""
               insert into organisation.session (tenant, token_hash, staff, created_at, seen_at, expires_at)
               values (?, ?, ?, ?, ?, ?)
               """)
                .params(tenant.code(), hash, staff, Timestamp.from(now), Timestamp.from(now), Timestamp.from(end))
                .update();
    }

    /** @param idleSince sessions not seen since then are no longer open */
    public Optional<Open> find(Tenant tenant, byte[] hash, Instant now, Instant idleSince) {
        return db.sql("""
                      select staff, seen_at from organisation.session
                      where tenant = ? and token_hash = ? and revoked_at is null and expires_at > ? and seen_at > ?
                      """)
                .params(tenant.code(), hash, Timestamp.from(now), Timestamp.from(idleSince))
                .query((row, number) -> new Open(
                        row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
                .optional();
    }

    public void see(Tenant tenant, byte[] hash, Instant now) {
        db.sql("update organisation.session set seen_at = ? where tenant = ? and token_hash = ?")
                .params(Timestamp.from(now), tenant.code(), hash)
                .update();
    }

    /** Whose session it was, if it was open. */
    public Optional<UUID> revoke(Tenant tenant, byte[] hash, Instant now) {
        return db.sql("""
                      update organisation.session set revoked_at = ?
                      where tenant = ? and token_hash = ? and revoked_at is null returning staff
                      """)
                .params(Timestamp.from(now), tenant.code(), hash)
                .query(UUID.class)
                .optional();
    }

    /** Ends the person's open sessions but the newest {@code kept}. */
    public void revokeAll(Tenant tenant, UUID staff, int kept, Instant now) {
        db.sql("""
               update organisation.session set revoked_at = ?
               where tenant = ? and token_hash in (
                   select token_hash from organisation.session
                   where tenant = ? and staff = ? and revoked_at is null and expires_at > ?
                   order by created_at desc offset ?)
               """)
                .params(Timestamp.from(now), tenant.code(), tenant.code(), staff, Timestamp.from(now), kept)
                .update();
    }

    public int forget(Instant endedBefore) {
        return db.sql("delete from organisation.session where expires_at < ?")
                .param(Timestamp.from(endedBefore))
                .update();
    }
}
