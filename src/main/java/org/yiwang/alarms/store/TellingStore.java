package org.yiwang.alarms.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.platform.Tenant;

/** Of which alarms people are still to be told, and who was told. */
@Component
public class TellingStore {
    private final JdbcClient db;

    public TellingStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * An alarm that people are still to be told of.
     *
     * @param began when it began to be as bad as it is, by the product's clock
     * @param rung that comes next, from 0
     */
    public record Watched(String alarm, Severity severity, Instant began, int rung) {}

    /**
     * Somebody was told.
     *
     * @param target as what
     * @param name empty where there was nobody
     */
    public record Telling(
            Severity severity,
            int rung,
            String target,
            UUID staff,
            String name,
            String unit,
            String channel,
            Instant at) {}

    /** From now on the alarm is watched at this severity; false where it is already. */
    public boolean watch(Tenant tenant, String alarm, Severity severity, Instant now, Instant due) {
        return db.sql("""
                      insert into alarms.watch (tenant, alarm, severity, began_at, rung, due_at)
                      values (:tenant, :alarm, :severity, :now, 0, :due)
                      on conflict (tenant, alarm) do update set severity = :severity, began_at = :now, rung = 0, due_at = :due
                      where alarms.watch.severity <> :severity
                      """)
                        .param("tenant", tenant.code())
                        .param("alarm", alarm)
                        .param("severity", severity.name())
                        .param("now", Timestamp.from(now))
                        .param("due", Timestamp.from(due))
                        .update()
                > 0;
    }

    /** What is due, the longest first; nobody else takes it meanwhile. */
    public List<Watched> due(Tenant tenant, Instant now, int limit) {
        return db.sql("""
                      select alarm, severity, began_at, rung from alarms.watch where tenant = ? and due_at <= ?
                      order by due_at, alarm limit ? for update skip locked
                      """)
                .params(tenant.code(), Timestamp.from(now), limit)
                .query((row, number) -> new Watched(
                        row.getString(1),
                        Severity.valueOf(row.getString(2)),
                        row.getTimestamp(3).toInstant(),
                        row.getInt(4)))
                .list();
    }

    public void next(Tenant tenant, String alarm, int rung, Instant due) {
        db.sql("update alarms.watch set rung = ?, due_at = ? where tenant = ? and alarm = ?")
                .params(rung, Timestamp.from(due), tenant.code(), alarm)
                .update();
    }

    public void end(Tenant tenant, String alarm) {
        db.sql("delete from alarms.watch where tenant = ? and alarm = ?")
                .params(tenant.code(), alarm)
                .update();
    }

    public void add(Tenant tenant, String alarm, Telling one) {
        db.sql("""
               insert into alarms.telling (tenant, alarm, severity, rung, target, staff, name, unit, channel, at)
               values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
               """)
                .params(
                        tenant.code(),
                        alarm,
                        one.severity().name(),
                        one.rung(),
                        one.target(),
                        one.staff(),
                        one.name(),
                        one.unit(),
                        one.channel(),
                        Timestamp.from(one.at()))
                .update();
    }

    /** The earliest first. */
    public List<Telling> of(Tenant tenant, String alarm) {
        return db.sql(
                        "select * from alarms.telling where tenant = ? and alarm = ? order by at, rung, target, name limit 200")
                .params(tenant.code(), alarm)
                .query((row, number) -> new Telling(
                        Severity.valueOf(row.getString("severity")),
                        row.getInt("rung"),
                        row.getString("target"),
                        row.getObject("staff", UUID.class),
                        row.getString("name"),
                        row.getString("unit"),
                        row.getString("channel"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
