package org.yiwang.grids.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.grids.model.DutyTable;
import org.yiwang.grids.model.Finding;
import org.yiwang.grids.model.GridLeader;
import org.yiwang.grids.model.Holder;
import org.yiwang.grids.model.Line;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/** The published duty tables; none is ever changed. */
@Component
public class DutyTableStore {
    private final JdbcClient db;

    DutyTableStore(JdbcClient db) {
        this.db = db;
    }

    /** By the day from which they hold, the latest first. */
    public List<DutyTable> all(Tenant tenant) {
        return db.sql("select * from grids.duty_table where tenant = :tenant order by valid_from desc, number desc")
                .param("tenant", tenant.code())
                .query((row, n) -> table(row))
                .list();
    }

    public Optional<DutyTable> inForce(Tenant tenant, LocalDate day) {
        return db.sql("""
                      select * from grids.duty_table where tenant = :tenant and valid_from <= :day
                      order by valid_from desc, number desc limit 1
                      """)
                .param("tenant", tenant.code())
                .param("day", Date.valueOf(day))
                .query((row, n) -> table(row))
                .optional();
    }

    public List<Line> lines(Tenant tenant, int number) {
        return db.sql("select * from grids.line where tenant = :tenant and number = :number order by cell, department")
                .param("tenant", tenant.code())
                .param("number", number)
                .query((row, n) -> line(row))
                .list();
    }

    public List<Line> lines(Tenant tenant, int number, String cell) {
        return db.sql("select * from grids.line where tenant = :tenant and number = :number and cell = :cell")
                .param("tenant", tenant.code())
                .param("number", number)
                .param("cell", cell)
                .query((row, n) -> line(row))
                .list();
    }

    public List<GridLeader> leaders(Tenant tenant, int number) {
        return db.sql("select * from grids.leader where tenant = :tenant and number = :number order by area")
                .param("tenant", tenant.code())
                .param("number", number)
                .query((row, n) -> new GridLeader(
                        new UnitId(row.getString("area")),
                        new Holder(
                                row.getObject("staff", UUID.class), row.getString("name"), row.getString("name_en"))))
                .list();
    }

    public void add(Staff staff, DutyTable table, List<Line> lines, List<GridLeader> leaders) {
        db.sql("""
               insert into grids.duty_table (tenant, number, valid_from, published_at, published_by, published_by_name, note, restores)
               values (:tenant, :number, :from, :at, :by, :name, :note, :restores)
               """)
                .param("tenant", staff.tenant().code())
                .param("number", table.number())
                .param("from", Date.valueOf(table.from()))
                .param("at", Timestamp.from(table.publishedAt()))
                .param("by", staff.id())
                .param("name", table.publishedBy())
                .param("note", table.note())
                .param("restores", table.restores())
                .update();
        addLines(staff.tenant(), table.number(), lines);
        leaders.forEach(leader -> addLeader(staff.tenant(), table.number(), leader));
    }

    private void addLines(Tenant tenant, int number, List<Line> lines) {
        db.sql("""
               insert into grids.line (tenant, number, cell, department, edition, grid, share, finding, reason, decided_by)
               select :tenant, :number, l.*
               from unnest(:cell::text[], :department::text[], :edition::integer[], :grid::text[], :share::float8[], :finding::text[],
                           :reason::text[], :by::text[]) as l
               """)
                .param("tenant", tenant.code())
                .param("number", number)
                .param("cell", texts(lines, Line::cell))
                .param("department", texts(lines, Line::department))
                .param("edition", lines.stream().map(Line::edition).toArray(Integer[]::new))
                .param("grid", texts(lines, Line::grid))
                .param("share", lines.stream().map(Line::share).toArray(Double[]::new))
                .param("finding", texts(lines, line -> line.finding().id()))
                .param("reason", texts(lines, Line::reason))
                .param("by", texts(lines, Line::decidedBy))
                .update();
    }

    private void addLeader(Tenant tenant, int number, GridLeader leader) {
        db.sql("""
               insert into grids.leader (tenant, number, area, staff, name, name_en) values (:tenant, :number, :area, :staff, :name, :nameEn)
               """)
                .param("tenant", tenant.code())
                .param("number", number)
                .param("area", leader.area().value())
                .param("staff", leader.person().staff())
                .param("name", leader.person().name())
                .param("nameEn", leader.person().nameEn())
                .update();
    }

    private static @Nullable String[] texts(List<Line> lines, Function<Line, @Nullable String> column) {
        return lines.stream().map(column).toArray(String[]::new);
    }

    private static DutyTable table(ResultSet row) throws SQLException {
        return new DutyTable(
                row.getInt("number"),
                row.getDate("valid_from").toLocalDate(),
                row.getTimestamp("published_at").toInstant(),
                row.getString("published_by_name"),
                row.getString("note"),
                row.getObject("restores", Integer.class));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("cell"),
                row.getString("department"),
                row.getInt("edition"),
                row.getString("grid"),
                row.getDouble("share"),
                Finding.of(row.getString("finding")),
                row.getString("reason"),
                row.getString("decided_by"));
    }
}
