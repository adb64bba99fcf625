package org.yiwang.hotline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.hotline.model.UpperOrder;
import org.yiwang.hotline.sheet.JudgeOrder.Judged;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.personal.PersonalData;
import org.yiwang.registry.model.ImportRow;
import org.yiwang.registry.model.ImportRow.Act;
import org.yiwang.registry.model.SheetImport;
import org.yiwang.registry.model.SheetImport.State;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sheets of orders that were handed in: what their rows would do, and whether they have done it. */
@Component
public class SheetStore {
    private static final String REGISTER = "orders";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final TypeReference<List<ImportRow.Fault>> FAULTS = new TypeReference<>() {};
    private static final TypeReference<List<ImportRow.Difference>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<TreeMap<Integer, String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TITLES = new TypeReference<>() {};

    private final JdbcClient sql;
    private final PersonalData personal;
    private final JsonMapper json;

    SheetStore(JdbcClient sql, PersonalData personal, JsonMapper json) {
        this.sql = sql;
        this.personal = personal;
        this.json = json;
    }

    /** @param leftOut titles of columns that are not read */
    public record Handed(SheetImport sheet, List<String> leftOut) {}

    /** A row that has something to do. */
    public record ToDo(int row, Act act, UpperOrder order, List<ImportRow.Difference> changes) {}

    public void add(Tenant tenant, SheetImport sheet, List<String> leftOut) {
        sql.sql("""
                insert into hotline.sheet (tenant, id, file, state, by_id, by_name, at, heading, left_out, empty)
                values (:tenant, :id, :file, :state, :byId, :byName, :at, :heading::jsonb, :leftOut::jsonb, :empty)
                """)
                .param("tenant", tenant.code())
                .param("id", sheet.id())
                .param("file", sheet.file())
                .param("state", sheet.state().id())
                .param("byId", sheet.byId())
                .param("byName", sheet.byName())
                .param("at", Timestamp.from(sheet.at()))
                .param("heading", json.writeValueAsString(sheet.heading()))
                .param("leftOut", json.writeValueAsString(leftOut))
                .param("empty", sheet.counts().empty())
                .update();
    }

    public void add(Tenant tenant, UUID sheet, Judged judged) {
        ImportRow row = judged.row();
        UpperOrder order = judged.order();
        sql.sql("""
                insert into hotline.sheet_row (tenant, sheet, row, act, order_no, cells, sealed, faults, changes)
                values (:tenant, :sheet, :row, :act, :no, :cells, :order, :faults::jsonb, :changes::jsonb)
                """)
                .param("tenant", tenant.code())
                .param("sheet", sheet)
                .param("row", row.number())
                .param("act", row.act().id())
                .param("no", row.key())
                .param(
                        "cells",
                        personal.seal(json.writeValueAsString(row.cells()), place(sheet, row.number(), "cells")))
                .param(
                        "order",
                        order == null
                                ? null
                                : personal.seal(json.writeValueAsString(order), place(sheet, row.number(), "order")))
                .param("faults", json.writeValueAsString(row.faults()))
                .param("changes", json.writeValueAsString(row.changes()))
                .update();
    }

    /** Counts the rows by what they do. */
    public void count(Tenant tenant, UUID sheet) {
        sql.sql("""
                update hotline.sheet s set inserted = n.inserted, changed = n.changed, unchanged = n.unchanged, rejected = n.rejected
                from (select count(*) filter (where act = 'insert') as inserted, count(*) filter (where act = 'change') as changed,
                        count(*) filter (where act = 'same') as unchanged, count(*) filter (where act = 'reject') as rejected
                      from hotline.sheet_row where tenant = :tenant and sheet = :sheet) n
                where s.tenant = :tenant and s.id = :sheet
                """).param("tenant", tenant.code()).param("sheet", sheet).update();
    }

    public Optional<Handed> find(Tenant tenant, UUID id) {
        return sql.sql("select * from hotline.sheet where tenant = :tenant and id = :id")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> handed(row))
                .optional();
    }

    /** The latest first. */
    public List<Handed> latest(Tenant tenant, int limit) {
        return sql.sql("select * from hotline.sheet where tenant = :tenant order by at desc, id limit :limit")
                .param("tenant", tenant.code())
                .param("limit", limit)
                .query((row, n) -> handed(row))
                .list();
    }

    /** In the order of the sheet. Without cells, which only the marked sheet needs. */
    public List<ImportRow> rows(Tenant tenant, UUID sheet, @Nullable Act act, int after, int limit) {
        return sql.sql("""
                select row, act, order_no, null as cells, faults, changes from hotline.sheet_row
                where tenant = :tenant and sheet = :sheet and (:act::text is null or act = :act) and row > :after order by row limit :limit
                """)
                .param("tenant", tenant.code())
                .param("sheet", sheet)
                .param("act", act == null ? null : act.id())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> row(row, sheet))
                .list();
    }

    /** The rejected rows with what stands in their cells. */
    public List<ImportRow> rejected(Tenant tenant, UUID sheet) {
        return sql.sql("""
                select row, act, order_no, cells, faults, changes from hotline.sheet_row
                where tenant = :tenant and sheet = :sheet and act = 'reject' order by row
                """)
                .param("tenant", tenant.code())
                .param("sheet", sheet)
                .query((row, n) -> row(row, sheet))
                .list();
    }

    /** The next row that has something to do, held until the transaction ends; somebody else who applies the same sheet gets another one. */
    public Optional<ToDo> next(Tenant tenant, UUID sheet) {
        return sql.sql("""
                select r.row, r.act, r.sealed, r.changes from hotline.sheet_row r join hotline.sheet s on s.tenant = r.tenant and s.id = r.sheet
                where r.tenant = :tenant and r.sheet = :sheet and s.state = 'pending' and r.done_at is null and r.act in ('insert', 'change')
                order by r.row limit 1 for update of r skip locked
                """)
                .param("tenant", tenant.code())
                .param("sheet", sheet)
                .query((row, n) -> toDo(row, sheet))
                .optional();
    }

    private ToDo toDo(ResultSet row, UUID sheet) throws SQLException {
        int number = row.getInt("row");
        String order = Objects.requireNonNull(personal.open(row.getString("sealed"), place(sheet, number, "order")));
        return new ToDo(
                number,
                Act.of(row.getString("act")),
                json.readValue(order, UpperOrder.class),
                json.readValue(row.getString("changes"), CHANGES));
    }

    /** @param act what it did in the end: an order may have come over the interface since */
    public void done(Tenant tenant, UUID sheet, int row, Act act, Instant now) {
        sql.sql("""
                update hotline.sheet_row set act = :act, done_at = :now, sealed = null, cells = null
                where tenant = :tenant and sheet = :sheet and row = :row
                """)
                .param("tenant", tenant.code())
                .param("sheet", sheet)
                .param("row", row)
                .param("act", act.id())
                .param("now", Timestamp.from(now))
                .update();
    }

    public void reject(Tenant tenant, UUID sheet, int row, ImportRow.Fault fault) {
        sql.sql("""
                update hotline.sheet_row set act = 'reject', faults = faults || :fault::jsonb, changes = '[]', sealed = null
                where tenant = :tenant and sheet = :sheet and row = :row
                """)
                .param("tenant", tenant.code())
                .param("sheet", sheet)
                .param("row", row)
                .param("fault", json.writeValueAsString(List.of(fault)))
                .update();
    }

    /** Closes a sheet that waits; whether it did. What its callers said of themselves goes, but for rows that somebody has to put right. */
    public boolean close(Tenant tenant, UUID sheet, State state, Instant now) {
        int closed = sql.sql("""
                update hotline.sheet s set state = :state, applied_at = case when :state = 'applied' then :now else applied_at end
                where s.tenant = :tenant and s.id = :sheet and s.state = 'pending' and (:state <> 'applied' or not exists (
                    select from hotline.sheet_row r where r.tenant = s.tenant and r.sheet = s.id and r.done_at is null
                    and r.act in ('insert', 'change')))
                """)
                .param("tenant", tenant.code())
                .param("sheet", sheet)
                .param("state", state.id())
                .param("now", Timestamp.from(now))
                .update();
        if (closed == 0) return false;
        sql.sql("""
                update hotline.sheet_row set sealed = null, cells = null
                where tenant = :tenant and sheet = :sheet and (act <> 'reject' or :state <> 'applied')
                """)
                .param("tenant", tenant.code())
                .param("sheet", sheet)
                .param("state", state.id())
                .update();
        return true;
    }

    /** Rows that nobody has put right for a month say nothing of their callers any more. */
    public void forget(Tenant tenant, Instant now) {
        sql.sql("""
                update hotline.sheet_row r set sealed = null, cells = null from hotline.sheet s
                where r.tenant = :tenant and s.tenant = r.tenant and s.id = r.sheet and s.state <> 'pending' and s.at < :before
                and r.cells is not null
                """)
                .param("tenant", tenant.code())
                .param("before", Timestamp.from(now.minus(KEPT)))
                .update();
    }

    private ImportRow row(ResultSet row, UUID sheet) throws SQLException {
        int number = row.getInt("row");
        String cells = personal.open(row.getString("cells"), place(sheet, number, "cells"));
        return new ImportRow(
                number,
                Act.of(row.getString("act")),
                row.getString("order_no"),
                null,
                null,
                cells == null ? new TreeMap<>() : json.readValue(cells, CELLS),
                json.readValue(row.getString("faults"), FAULTS),
                json.readValue(row.getString("changes"), CHANGES),
                null);
    }

    private Handed handed(ResultSet row) throws SQLException {
        Timestamp applied = row.getTimestamp("applied_at");
        SheetImport sheet = new SheetImport(
                row.getObject("id", UUID.class),
                REGISTER,
                row.getString("file"),
                State.of(row.getString("state")),
                row.getString("by_id"),
                row.getString("by_name"),
                row.getTimestamp("at").toInstant(),
                applied == null ? null : applied.toInstant(),
                null,
                json.readValue(row.getString("heading"), CELLS),
                new SheetImport.Counts(
                        row.getInt("inserted"),
                        row.getInt("changed"),
                        row.getInt("unchanged"),
                        row.getInt("rejected"),
                        row.getInt("empty")));
        return new Handed(sheet, json.readValue(row.getString("left_out"), TITLES));
    }

    private static String place(UUID sheet, int row, String what) {
        return "hotline/sheet/" + sheet + "/" + row + "/" + what;
    }
}
