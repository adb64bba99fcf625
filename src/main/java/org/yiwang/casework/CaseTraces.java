package org.yiwang.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.platform.Tenant;

/**
 * What analysis needs of cases and nothing more: when, where, what, about which record, and whether the same caller. Whoever shows single cases narrows them by
 * {@link FindCases}.
 */
@Service
public class CaseTraces {
    private final JdbcClient db;

    CaseTraces(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param subject the record, as {@code register/key}
     * @param caller the same for the same telephone number, and nothing else can be learned from it
     */
    public record Trace(
            UUID id,
            String category,
            String cell,
            double lon,
            double lat,
            String address,
            Instant reportedAt,
            @Nullable String subject,
            @Nullable String subjectLabel,
            @Nullable String caller) {}

    /** Matters of their own that came in within this time, whatever their channel; declined, withdrawn, joined and split-off ones are none. */
    public List<Trace> between(Tenant tenant, Instant from, Instant to) {
        return db.sql("""
                      select c.id, c.category, c.cell, c.lon, c.lat, c.address, c.reported_at,
                          c.subject_register || '/' || c.subject_key as subject, c.subject_label,
                          (select encode(sha256(r.phone_index), 'hex') from casework.case_report r
                           where r.tenant = c.tenant and r.case_id = c.id and r.phone_index is not null order by r.at, r.id limit 1) as caller
                      from casework.cases c
                      where c.tenant = :tenant and c.reported_at >= :from and c.reported_at < :to
                          and c.stage not in ('declined', 'withdrawn', 'merged') and c.notes ->> 'parent' is null
                      order by c.reported_at, c.id
                      """)
                .param("tenant", tenant.code())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, n) -> trace(row))
                .list();
    }

    private static Trace trace(ResultSet row) throws SQLException {
        return new Trace(
                row.getObject("id", UUID.class),
                row.getString("category"),
                row.getString("cell"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getString("address"),
                row.getTimestamp("reported_at").toInstant(),
                row.getString("subject"),
                row.getString("subject_label"),
                row.getString("caller"));
    }
}
