package org.yiwang.assessment.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.assessment.model.Reference;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;

/** Figures of peers and of the year before: entered anew, never changed. */
@Component
public class ReferenceStore {
    private final JdbcClient db;
    private final JdbcTemplate rows;

    ReferenceStore(JdbcClient db, JdbcTemplate rows) {
        this.db = db;
        this.rows = rows;
    }

    public void add(Staff staff, String packageId, String name, Collection<Reference> references) {
        rows.batchUpdate(
                """
                insert into assessment.reference (tenant, id, package, name, month, peer, peer_en, measure, value, source, by_name, entered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                references.stream()
                        .map(one -> new Object[] {
                            staff.tenant().code(),
                            one.id(),
                            packageId,
                            name,
                            Date.valueOf(one.month().atDay(1)),
                            one.peer(),
                            one.peerEn(),
                            one.measure(),
                            one.value(),
                            one.source(),
                            one.by(),
                            Timestamp.from(one.at())
                        })
                        .toList());
    }

    /** Everything that was ever entered for these months, the latest entry first. */
    public List<Reference> between(Tenant tenant, String packageId, String name, YearMonth from, YearMonth to) {
        return db.sql("""
                      select *, row_number() over (partition by month, coalesce(peer, ''), measure order by entered_at desc, id desc) > 1 as replaced
                      from assessment.reference
                      where tenant = :tenant and package = :package and name = :name and month between :from and :to
                      order by month desc, peer nulls first, measure, entered_at desc, id desc limit 5000
                      """)
                .param("tenant", tenant.code())
                .param("package", packageId)
                .param("name", name)
                .param("from", Date.valueOf(from.atDay(1)))
                .param("to", Date.valueOf(to.atDay(1)))
                .query((row, n) -> reference(row))
                .list();
    }

    private static Reference reference(ResultSet row) throws SQLException {
        return new Reference(
                row.getObject("id", UUID.class),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("peer"),
                row.getString("peer_en"),
                row.getString("measure"),
                row.getBigDecimal("value"),
                row.getString("source"),
                row.getString("by_name"),
                row.getTimestamp("entered_at").toInstant(),
                row.getBoolean("replaced"));
    }
}
