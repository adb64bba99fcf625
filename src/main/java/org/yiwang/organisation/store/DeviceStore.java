package org.yiwang.organisation.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;

/** The table of browsers in which people have signed in before; several people may share one. */
@Component
public class DeviceStore {
    private final JdbcClient db;

    public DeviceStore(JdbcClient db) {
        this.db = db;
    }

    /** Whether the owner of this login has signed in with this token since then. */
    public boolean knows(Tenant tenant, byte[] hash, String login, Instant since) {
        return db.sql("""
                      select exists (
                          select 1 from organisation.device d join organisation.staff s on s.tenant = d.tenant and s.id = d.staff
                          where d.tenant = ? and d.token_hash = ? and s.login = ? and d.seen_at > ?)
                      """)
                .params(tenant.code(), hash, login, Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    /** Whether anybody has signed in with this token since then. */
    public boolean knows(Tenant tenant, byte[] hash, Instant since) {
        return db.sql("""
                      select exists (
                          select 1 from organisation.device where tenant = ? and token_hash = ? and seen_at > ?)
                      """)
                .params(tenant.code(), hash, Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    public void remember(Tenant tenant, byte[] hash, UUID staff, Instant now) {
        db.sql("""
               insert into organisation.device (tenant, token_hash, staff, seen_at) values (?, ?, ?, ?)
               on conflict (tenant, token_hash, staff) do update set seen_at = excluded.seen_at
               """).params(tenant.code(), hash, staff, Timestamp.from(now)).update();
    }

    /** No browser is known for the person any more. */
    public void forget(Tenant tenant, UUID staff) {
        db.sql("delete from organisation.device where tenant = ? and staff = ?")
                .params(tenant.code(), staff)
                .update();
    }

    public int forget(Instant seenBefore) {
        return db.sql("delete from organisation.device where seen_at < ?")
                .param(Timestamp.from(seenBefore))
                .update();
    }
}
