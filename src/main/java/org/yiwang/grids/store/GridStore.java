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
import org.yiwang.grids.model.Department;
import org.yiwang.grids.model.Edition;
import org.yiwang.grids.model.Grid;
import org.yiwang.grids.model.Holder;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/** Departments and the editions of their grids. */
@Component
public class GridStore {
    private final JdbcClient db;

    GridStore(JdbcClient db) {
        this.db = db;
    }

    /** Until the transaction ends, nobody else changes grids or publishes a table. */
    public void lock(Tenant tenant) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('grids/' || :tenant, 0))")
                .param("tenant", tenant.code())
                .query((row, n) -> n)
                .single();
    }

    public List<Department> departments(Tenant tenant) {
        return db.sql("select * from grids.department where tenant = :tenant order by rank, code")
                .param("tenant", tenant.code())
                .query((row, n) -> department(row))
                .list();
    }

    public void save(Tenant tenant, Department department) {
        db.sql("""
               insert into grids.department (tenant, code, rank, name, name_en, unit, duties)
               values (:tenant, :code, :rank, :name, :nameEn, :unit, :duties::jsonb)
               on conflict (tenant, code) do update
               set rank = excluded.rank, name = excluded.name, name_en = excluded.name_en, unit = excluded.unit, duties = excluded.duties
               """)
                .param("tenant", tenant.code())
                .param("code", department.code())
                .param("rank", department.rank())
                .param("name", department.name())
                .param("nameEn", department.nameEn())
                .param("unit", department.unit().value())
                .param("duties", GridsJson.duties(department.duties()))
                .update();
    }

    /** Of all departments, the latest first. */
    public List<Edition> editions(Tenant tenant) {
        return db.sql(
                        "select * from grids.edition where tenant = :tenant order by department, valid_from desc, number desc")
                .param("tenant", tenant.code())
                .query((row, n) -> edition(row))
                .list();
    }

    public Optional<Edition> edition(Tenant tenant, String department, int number) {
        return editions(tenant).stream()
                .filter(edition -> edition.department().equals(department) && edition.number() == number)
                .findFirst();
    }

    /** The edition of this department that holds on the day. */
    public Optional<Edition> inForce(Tenant tenant, String department, LocalDate day) {
        return editions(tenant).stream()
                .filter(edition -> edition.department().equals(department)
                        && !edition.from().isAfter(day))
                .findFirst();
    }

    public void add(Staff staff, Edition edition, List<Grid> grids) {
        db.sql("""
               insert into grids.edition (tenant, department, number, valid_from, taken_at, taken_by, taken_by_name, note, grids)
               values (:tenant, :department, :number, :from, :at, :by, :name, :note, :grids)
               """)
                .param("tenant", staff.tenant().code())
                .param("department", edition.department())
                .param("number", edition.number())
                .param("from", Date.valueOf(edition.from()))
                .param("at", Timestamp.from(edition.takenAt()))
                .param("by", staff.id())
                .param("name", edition.takenBy())
                .param("note", edition.note())
                .param("grids", grids.size())
                .update();
        addGrids(staff.tenant(), edition, grids);
    }

    private void addGrids(Tenant tenant, Edition edition, List<Grid> grids) {
        db.sql("""
               insert into grids.grid (tenant, department, edition, code, name, name_en, holder_staff, holder_name, holder_name_en, duties, geometry)
               select :tenant, :department, :edition, g.code, g.name, g.name_en, g.staff, g.holder, g.holder_en, g.duties::jsonb, g.geometry::jsonb
               from unnest(:code::text[], :name::text[], :nameEn::text[], :staff::uuid[], :holder::text[], :holderEn::text[], :duties::text[], :geometry::text[])
                   as g (code, name, name_en, staff, holder, holder_en, duties, geometry)
               """)
                .param("tenant", tenant.code())
                .param("department", edition.department())
                .param("edition", edition.number())
                .param("code", texts(grids, Grid::code))
                .param("name", texts(grids, Grid::name))
                .param("nameEn", texts(grids, Grid::nameEn))
                .param(
                        "staff",
                        grids.stream().map(grid -> grid.holder().staff()).toArray(UUID[]::new))
                .param("holder", texts(grids, grid -> grid.holder().name()))
                .param("holderEn", texts(grids, grid -> grid.holder().nameEn()))
                .param("duties", texts(grids, grid -> GridsJson.duties(grid.duties())))
                .param("geometry", texts(grids, grid -> GridsJson.shape(grid.shape())))
                .update();
    }

    private static @Nullable String[] texts(List<Grid> grids, Function<Grid, @Nullable String> column) {
        return grids.stream().map(column).toArray(String[]::new);
    }

    public List<Grid> grids(Tenant tenant, String department, int edition) {
        return db.sql("""
                      select code, name, name_en, holder_staff, holder_name, holder_name_en, duties::text as duties, geometry::text as geometry
                      from grids.grid where tenant = :tenant and department = :department and edition = :edition order by code
                      """)
                .param("tenant", tenant.code())
                .param("department", department)
                .param("edition", edition)
                .query((row, n) -> grid(row))
                .list();
    }

    private static Department department(ResultSet row) throws SQLException {
        return new Department(
                row.getString("code"),
                row.getInt("rank"),
                row.getString("name"),
                row.getString("name_en"),
                new UnitId(row.getString("unit")),
                GridsJson.duties(row.getString("duties")));
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(
                row.getString("department"),
                row.getInt("number"),
                row.getDate("valid_from").toLocalDate(),
                row.getTimestamp("taken_at").toInstant(),
                row.getString("taken_by_name"),
                row.getString("note"),
                row.getInt("grids"));
    }

    private static Grid grid(ResultSet row) throws SQLException {
        return new Grid(
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                new Holder(
                        row.getObject("holder_staff", UUID.class),
                        row.getString("holder_name"),
                        row.getString("holder_name_en")),
                GridsJson.duties(row.getString("duties")),
                GridsJson.shape(row.getString("geometry")));
    }
}
