package org.yiwang.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.model.Content;
import org.yiwang.registry.model.ImportRow;
import org.yiwang.registry.model.ImportRow.Act;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.model.SheetImport;
import org.yiwang.registry.model.SheetImport.State;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.node.ObjectNode;

/** Sheets that were handed in: what they would do, and since when they have done it. */
@Component
public class ImportStore {
    private static final TypeReference<List<ImportRow.Fault>> FAULTS = new TypeReference<>() {};
    private static final TypeReference<List<ImportRow.Difference>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<TreeMap<Integer, String>> CELLS = new TypeReference<>() {};
    private static final int FETCH_ROWS = 500;

    private final JdbcClient db;
    private final RegistryJson json;
    private final SealedData sealed;

    ImportStore(JdbcClient db, RegistryJson json, SealedData sealed) {
        this.db = db;
        this.json = json;
        this.sealed = sealed;
    }

    public void add(Tenant tenant, SheetImport sheet) {
        db.sql("""
               insert into registry.import (tenant, id, register, file, state, by_id, by_name, at, heading, inserted, changed, unchanged, rejected, empty)
               values (:tenant, :id, :register, :file, :state, :byId, :byName, :at, :heading::jsonb, 0, 0, 0, 0, :empty)
               """)
                .param("tenant", tenant.code())
                .param("id", sheet.id())
                .param("register", sheet.register())
                .param("file", sheet.file())
                .param("state", sheet.state().id())
                .param("byId", sheet.byId())
                .param("byName", sheet.byName())
                .param("at", Timestamp.from(sheet.at()))
                .param("heading", json.write(sheet.heading()))
                .param("empty", sheet.counts().empty())
                .update();
    }

    /** Adds rows of a sheet; what is personal is sealed on the way. */
    public void add(Tenant tenant, Register register, SheetImport sheet, Set<Integer> personal, List<ImportRow> rows) {
        List<ObjectNode> written = rows.stream()
                .map(row -> row(tenant, register, sheet.id(), personal, row))
                .toList();
        db.sql(
                        "insert into registry.import_row select * from jsonb_populate_recordset(null::registry.import_row, :rows::jsonb)")
                .param("rows", json.write(written))
                .update();
    }

    private ObjectNode row(Tenant tenant, Register register, UUID sheet, Set<Integer> personal, ImportRow row) {
        ObjectNode written = json.tree(row);
        written.remove("number");
        written.put("tenant", tenant.code());
        written.put("import", sheet.toString());
        written.put("row", row.number());
        written.set("cells", json.tree(sealed.sealCells(sheet, row.number(), personal, row.cells())));
        Content content = row.content();
        if (content != null)
            written.set("content", json.tree(content.withData(sealed.seal(register, content.id(), content.data()))));
        return written;
    }

    /** Rejects rows that were added before, because of what came later. */
    public void reject(Tenant tenant, UUID sheet, Map<Integer, ImportRow.Fault> faults) {
        record Late(int row, List<ImportRow.Fault> faults) {}
        List<Late> late = faults.entrySet().stream()
                .map(one -> new Late(one.getKey(), List.of(one.getValue())))
                .toList();
        db.sql("""
               update registry.import_row r set act = 'reject', faults = r.faults || n.faults, changes = '[]', content = null
               from jsonb_to_recordset(:late::jsonb) as n(row integer, faults jsonb)
               where r.tenant = :tenant and r.import = :import and r.row = n.row
               """)
                .param("late", json.write(late))
                .param("tenant", tenant.code())
                .param("import", sheet)
                .update();
    }

    /** Counts the rows by what they do, once all are there. */
    public void count(Tenant tenant, UUID sheet, int empty) {
        db.sql("""
               update registry.import i set inserted = n.inserted, changed = n.changed, unchanged = n.unchanged, rejected = n.rejected,
                   empty = :empty
               from (select count(*) filter (where act = 'insert') as inserted, count(*) filter (where act = 'change') as changed,
                       count(*) filter (where act = 'same') as unchanged, count(*) filter (where act = 'reject') as rejected
                     from registry.import_row where tenant = :tenant and import = :import) n
               where i.tenant = :tenant and i.id = :import
               """)
                .param("tenant", tenant.code())
                .param("import", sheet)
                .param("empty", empty)
                .update();
    }

    public Optional<SheetImport> find(Tenant tenant, Register register, UUID id) {
        return db.sql("select * from registry.import where tenant = ? and register = ? and id = ?")
                .params(tenant.code(), register.name(), id)
                .query(this::sheet)
                .optional();
    }

    /** The same, held until the transaction ends, so that it is applied or undone once. */
    public Optional<SheetImport> lock(Tenant tenant, Register register, UUID id) {
        return db.sql("select * from registry.import where tenant = ? and register = ? and id = ? for update")
                .params(tenant.code(), register.name(), id)
                .query(this::sheet)
                .optional();
    }

    /** The latest first. */
    public List<SheetImport> latest(Tenant tenant, Register register, int limit) {
        return db.sql("select * from registry.import where tenant = ? and register = ? order by at desc limit ?")
                .params(tenant.code(), register.name(), limit)
                .query(this::sheet)
                .list();
    }

    public void mark(Tenant tenant, UUID id, State state, Instant at) {
        db.sql("""
               update registry.import set state = :state, applied_at = case when :state = 'applied' then :at else applied_at end,
                   undone_at = case when :state = 'undone' then :at else undone_at end
               where tenant = :tenant and id = :id
               """)
                .param("state", state.id())
                .param("at", Timestamp.from(at))
                .param("tenant", tenant.code())
                .param("id", id)
                .update();
    }

    public void dropRows(Tenant tenant, UUID id) {
        db.sql("delete from registry.import_row where tenant = ? and import = ?")
                .params(tenant.code(), id)
                .update();
    }

    /** Rows of an import in the order of the sheet, without what they would store. */
    public List<ImportRow> rows(
            Tenant tenant, UUID sheet, Set<Integer> personal, @Nullable Act act, int after, int limit) {
        return query(tenant, sheet, act, after, limit)
                .query((row, n) -> row(row, sheet, personal))
                .list();
    }

    /** All rows of an import, one by one. */
    @Transactional(readOnly = true)
    public void each(Tenant tenant, UUID sheet, Set<Integer> personal, Consumer<ImportRow> taker) {
        query(tenant, sheet, null, 0, Integer.MAX_VALUE)
                .withFetchSize(FETCH_ROWS)
                .query((RowCallbackHandler) row -> taker.accept(row(row, sheet, personal)));
    }

    private JdbcClient.StatementSpec query(Tenant tenant, UUID sheet, @Nullable Act act, int after, int limit) {
        return db.sql("""
               select row, act, key, entry, base, cells, faults, changes from registry.import_row
               where tenant = :tenant and import = :import and (:act::text is null or act = :act) and row > :after order by row limit :limit
               """)
                .param("tenant", tenant.code())
                .param("import", sheet)
                .param("act", act == null ? null : act.id())
                .param("after", after)
                .param("limit", limit);
    }

    private ImportRow row(ResultSet row, UUID sheet, Set<Integer> personal) throws SQLException {
        int number = row.getInt("row");
        return new ImportRow(
                number,
                Act.of(row.getString("act")),
                row.getString("key"),
                row.getObject("entry", UUID.class),
                row.getObject("base", Integer.class),
                sealed.openCells(sheet, number, personal, json.read(row.getString("cells"), CELLS)),
                json.read(row.getString("faults"), FAULTS),
                json.read(row.getString("changes"), CHANGES),
                null);
    }

    private SheetImport sheet(ResultSet row, int number) throws SQLException {
        return new SheetImport(
                row.getObject("id", UUID.class),
                row.getString("register"),
                row.getString("file"),
                State.of(row.getString("state")),
                row.getString("by_id"),
                row.getString("by_name"),
                row.getTimestamp("at").toInstant(),
                EntryRows.moment(row, "applied_at"),
                EntryRows.moment(row, "undone_at"),
                json.read(row.getString("heading"), CELLS),
                new SheetImport.Counts(
                        row.getInt("inserted"),
                        row.getInt("changed"),
                        row.getInt("unchanged"),
                        row.getInt("rejected"),
                        row.getInt("empty")));
    }
}
