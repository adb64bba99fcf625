package org.yiwang.alarms.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;

/** What people say about alarms. */
@Component
public class RemarkStore {
    private final JdbcClient db;

    public RemarkStore(JdbcClient db) {
        this.db = db;
    }

    /** Whether this person is the first who has seen it. */
    public boolean acknowledge(Staff staff, String alarm, Instant at) {
        return db.sql(
                                "update alarms.alarm set acknowledged_at = ?, acknowledged_by = ? where tenant = ? and id = ? and acknowledged_at is null")
                        .params(Timestamp.from(at), staff.name(), staff.tenant().code(), alarm)
                        .update()
                > 0;
    }

    public void judge(Staff staff, String alarm, boolean right) {
        db.sql("update alarms.alarm set verdict = ? where tenant = ? and id = ?")
                .params(right ? "true" : "false", staff.tenant().code(), alarm)
                .update();
    }

    /** A person's word about an alarm. */
    public record Said(@Nullable UUID staff, String by, String act, String words) {}

    /** What was said last about whether the alarm was right. */
    public Optional<Said> judged(Tenant tenant, String alarm) {
        return db.sql("""
                      select staff, by, act, words from alarms.remark where tenant = ? and alarm = ? and act in ('true', 'false')
                      order by at desc, id desc limit 1
                      """)
                .params(tenant.code(), alarm)
                .query((row, number) ->
                        new Said(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)))
                .optional();
    }

    public void add(Staff staff, UUID id, String alarm, Instant at, String act, String words, List<UUID> photos) {
        db.sql("""
               insert into alarms.remark (tenant, id, alarm, at, staff, by, act, words, photos) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
               """)
                .params(
                        staff.tenant().code(),
                        id,
                        alarm,
                        Timestamp.from(at),
                        staff.id(),
                        staff.name(),
                        act,
                        words,
                        photos.toArray(UUID[]::new))
                .update();
    }
}
