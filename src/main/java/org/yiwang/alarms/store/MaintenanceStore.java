package org.yiwang.alarms.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;

/** Devices that somebody works on. */
@Component
public class MaintenanceStore {
    private final JdbcClient db;

    public MaintenanceStore(JdbcClient db) {
        this.db = db;
    }

    public Set<String> devices(Tenant tenant, Instant now) {
        return new HashSet<>(db.sql("select device from alarms.maintenance where tenant = ? and until > ?")
                .params(tenant.code(), Timestamp.from(now))
                .query(String.class)
                .list());
    }

    /** Who works on a device, until when, and why. */
    public record Work(Instant until, String by, String reason) {}

    /** Empty where nobody works on it. */
    public Optional<Work> find(Tenant tenant, String device, Instant now) {
        return db.sql("select until, by, reason from alarms.maintenance where tenant = ? and device = ? and until > ?")
                .params(tenant.code(), device, Timestamp.from(now))
                .query((row, number) -> new Work(row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3)))
                .optional();
    }

    public void begin(Tenant tenant, String device, Instant until, String by, String reason) {
        db.sql("""
               insert into alarms.maintenance (tenant, device, until, by, reason) values (?, ?, ?, ?, ?)
               on conflict (tenant, device) do update set until = excluded.until, by = excluded.by, reason = excluded.reason
               """)
                .params(tenant.code(), device, Timestamp.from(until), by, reason)
                .update();
    }

    public void end(Tenant tenant, String device) {
        db.sql("delete from alarms.maintenance where tenant = ? and device = ?")
                .params(tenant.code(), device)
                .update();
    }
}
