package org.yiwang.alarms.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;

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

    public void add(Staff staff, UUID id, String alarm, Instant at, String act, String words) {
        db.sql("insert into alarms.remark (tenant, id, alarm, at, by, act, words) values (?, ?, ?, ?, ?, ?, ?)")
                .params(staff.tenant().code(), id, alarm, Timestamp.from(at), staff.name(), act, words)
                .update();
    }
}
