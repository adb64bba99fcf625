package org.yiwang.alarms;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.platform.Tenant;

/** From when to when alarms stood, for other modules that count them. */
@Service
public class AlarmSpans {
    /** Beyond this nobody counts in memory. */
    public static final int SPANS_MAX = 100_000;

    private final JdbcClient db;

    AlarmSpans(JdbcClient db) {
        this.db = db;
    }

    /** @param clearedAt null while it stands */
    public record Span(
            String device,
            String rule,
            Instant raisedAt,
            @Nullable Instant clearedAt) {}

    /** Of these devices and rules those that stood at any time between the two moments; what a person has called false is left out. */
    public List<Span> of(
            Tenant tenant, Collection<String> devices, Collection<String> rules, Instant from, Instant to) {
        return db.sql("""
                      select device, rule, raised_at, cleared_at from alarms.alarm
                      where tenant = :tenant and device = any(:devices) and rule = any(:rules)
                          and raised_at < :to and (cleared_at is null or cleared_at > :from) and verdict is distinct from 'false'
                      order by raised_at, id limit :limit
                      """)
                .param("tenant", tenant.code())
                .param("devices", devices.toArray(String[]::new))
                .param("rules", rules.toArray(String[]::new))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("limit", SPANS_MAX)
                .query((row, n) -> {
                    Timestamp cleared = row.getTimestamp("cleared_at");
                    return new Span(
                            row.getString("device"),
                            row.getString("rule"),
                            row.getTimestamp("raised_at").toInstant(),
                            cleared == null ? null : cleared.toInstant());
                })
                .list();
    }
}
