package org.yiwang.alarms.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.alarms.store.FindAlarms.Alarm;
import org.yiwang.platform.Tenant;

/** Confirmed alarms by the building or household that they are counted for. */
@Component
public class ConfirmedStore {
    private final JdbcClient db;

    public ConfirmedStore(JdbcClient db) {
        this.db = db;
    }

    /** Counts it; whoever counts another one of the same place waits until this is stored. */
    public void add(Tenant tenant, Alarm alarm, String place) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("alarm-visit/" + tenant.code() + "/" + alarm.kind() + "/" + alarm.rule() + "/" + place)
                .query((row, number) -> true)
                .single();
        db.sql("""
               insert into alarms.confirmed (tenant, alarm, kind, rule, place, raised_at) values (?, ?, ?, ?, ?, ?) on conflict do nothing
               """)
                .params(tenant.code(), alarm.id(), alarm.kind(), alarm.rule(), place, Timestamp.from(alarm.raisedAt()))
                .update();
    }

    /** It was no true alarm after all; one that has led to a visit stays its evidence. */
    public void remove(Tenant tenant, String alarm) {
        db.sql("delete from alarms.confirmed where tenant = ? and alarm = ? and item is null")
                .params(tenant.code(), alarm)
                .update();
    }

    /** Those of the place that have led to no visit yet, the latest first. */
    public List<String> since(Tenant tenant, Alarm like, String place, Instant since) {
        return db.sql("""
                      select alarm from alarms.confirmed
                      where tenant = ? and kind = ? and rule = ? and place = ? and raised_at > ? and item is null
                      order by raised_at desc, alarm limit 100
                      """)
                .params(tenant.code(), like.kind(), like.rule(), place, Timestamp.from(since))
                .query((row, number) -> row.getString(1))
                .list();
    }

    public void ledTo(Tenant tenant, List<String> alarms, UUID item) {
        db.sql("update alarms.confirmed set item = :item where tenant = :tenant and alarm = any(:alarms)")
                .param("item", item)
                .param("tenant", tenant.code())
                .param("alarms", alarms.toArray(String[]::new))
                .update();
    }

    /** The item of a list that the alarm has led to. */
    public Optional<UUID> item(Tenant tenant, String alarm) {
        return db.sql("select item from alarms.confirmed where tenant = ? and alarm = ? and item is not null")
                .params(tenant.code(), alarm)
                .query(UUID.class)
                .optional();
    }
}
