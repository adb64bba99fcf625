package org.yiwang.grids.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.grids.model.MergeGrids;
import org.yiwang.grids.model.Ruling;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;

/** Decisions whom a cell falls to; none is ever changed. */
@Component
public class RulingStore {
    private final JdbcClient db;

    RulingStore(JdbcClient db) {
        this.db = db;
    }

    public void add(Staff staff, UUID id, Ruling ruling) {
        db.sql("""
               insert into grids.ruling (tenant, id, cell, department, grid, reason, seen, ruled_by, ruled_by_name, ruled_at)
               values (:tenant, :id, :cell, :department, :grid, :reason, :seen::jsonb, :by, :name, :at)
               """)
                .param("tenant", staff.tenant().code())
                .param("id", id)
                .param("cell", ruling.cell())
                .param("department", ruling.department())
                .param("grid", ruling.grid())
                .param("reason", ruling.reason())
                .param("seen", GridsJson.shares(ruling.seen()))
                .param("by", staff.id())
                .param("name", ruling.by())
                .param("at", Timestamp.from(ruling.at()))
                .update();
    }

    /** The latest of each department and cell, by {@link MergeGrids#key}. */
    public Map<String, Ruling> latest(Tenant tenant) {
        Map<String, Ruling> latest = new HashMap<>();
        db.sql("""
               select distinct on (department, cell) *, seen::text as shares from grids.ruling
               where tenant = :tenant order by department, cell, ruled_at desc, id desc
               """)
                .param("tenant", tenant.code())
                .query((row, n) -> ruling(row))
                .list()
                .forEach(ruling -> latest.put(MergeGrids.key(ruling.department(), ruling.cell()), ruling));
        return latest;
    }

    /** All that was ever decided about this cell, the latest first. */
    public List<Ruling> of(Tenant tenant, String cell) {
        return db.sql("""
                      select *, seen::text as shares from grids.ruling
                      where tenant = :tenant and cell = :cell order by ruled_at desc, id desc
                      """)
                .param("tenant", tenant.code())
                .param("cell", cell)
                .query((row, n) -> ruling(row))
                .list();
    }

    private static Ruling ruling(ResultSet row) throws SQLException {
        return new Ruling(
                row.getString("cell"),
                row.getString("department"),
                row.getString("grid"),
                row.getString("reason"),
                GridsJson.shares(row.getString("shares")),
                row.getString("ruled_by_name"),
                row.getTimestamp("ruled_at").toInstant());
    }
}
