package org.yiwang.organisation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.DutyShift;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/** The table of the duty roster. */
@Component
public class DutyStore {
    private static final int ROWS_PER_BATCH = 500;

    private final JdbcClient db;
    private final JdbcTemplate batches;

    public DutyStore(JdbcTemplate batches) {
        this.db = JdbcClient.create(batches);
        this.batches = batches;
    }

    /** Shifts that begin on the days from the first to the last, both included. */
    public List<DutyShift> between(Tenant tenant, LocalDate first, LocalDate last) {
        return db.sql("""
                      select d.day, d.unit, d.post, d.staff, d.from_time, d.to_time
                      from organisation.duty d join organisation.unit u on u.tenant = d.tenant and u.id = d.unit
                      where d.tenant = ? and d.day between ? and ? order by d.day, u.place, u.id, d.post, d.from_time, d.staff
                      """)
                .params(tenant.code(), first, last)
                .query((row, number) -> shift(row))
                .list();
    }

    public void clear(Tenant tenant, LocalDate first, LocalDate last) {
        db.sql("delete from organisation.duty where tenant = ? and day between ? and ?")
                .params(tenant.code(), first, last)
                .update();
    }

    public void add(Tenant tenant, List<DutyShift> shifts) {
        batches.batchUpdate("""
                insert into organisation.duty (tenant, day, unit, post, staff, from_time, to_time) values (?, ?, ?, ?, ?, ?, ?)
                """, shifts, ROWS_PER_BATCH, (statement, shift) -> {
            statement.setInt(1, tenant.code());
            statement.setObject(2, shift.day());
            statement.setString(3, shift.unit().value());
            statement.setString(4, shift.post().id());
            statement.setObject(5, shift.staff());
            statement.setObject(6, shift.from());
            statement.setObject(7, shift.to());
        });
    }

    private static DutyShift shift(ResultSet row) throws SQLException {
        return new DutyShift(
                row.getObject("day", LocalDate.class),
                new UnitId(row.getString("unit")),
                Role.of(row.getString("post")),
                row.getObject("staff", UUID.class),
                row.getObject("from_time", LocalTime.class),
                row.getObject("to_time", LocalTime.class));
    }
}
