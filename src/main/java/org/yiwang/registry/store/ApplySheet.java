package org.yiwang.registry.store;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.model.Deed;
import org.yiwang.registry.model.Deed.Act;
import org.yiwang.registry.model.Register;

/** Puts the rows of a sheet in force and takes them back, all at once: within the database, whatever their number. Belongs in a transaction. */
@Component
public class ApplySheet {
    private final JdbcClient db;
    private final DeriveAgain derive;

    ApplySheet(JdbcClient db, DeriveAgain derive) {
        this.db = db;
        this.derive = derive;
    }

    /** Keys that were changed or taken by somebody else since the sheet was compared with them; locks the entries that are left. */
    public List<String> overtaken(Tenant tenant, UUID sheet, int limit) {
        db.sql("""
               with held as (
                   select e.id from registry.entry e join registry.import_row r on r.tenant = e.tenant and r.entry = e.id
                   where r.tenant = :tenant and r.import = :import and r.act in ('change', 'same') order by e.id for update of e)
               select count(*) from held
               """)
                .param("tenant", tenant.code())
                .param("import", sheet)
                .query(Integer.class)
                .single();
        return db.sql("""
               select r.key from registry.import_row r join registry.import i on i.tenant = r.tenant and i.id = r.import
                   left join registry.entry e on e.tenant = r.tenant and e.register = i.register and e.key = r.key
               where r.tenant = :tenant and r.import = :import
                   and (r.act = 'insert' and e.id is not null or r.act in ('change', 'same') and e.version is distinct from r.base)
               order by r.row limit :limit
               """)
                .param("tenant", tenant.code())
                .param("import", sheet)
                .param("limit", limit)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Adds and changes entries. With {@code confirming}, those that stay as they are count as confirmed. */
    public void apply(Tenant tenant, UUID sheet, boolean confirming, Deed deed) {
        insert(tenant, sheet, deed);
        change(tenant, sheet, deed);
        if (confirming) confirm(tenant, sheet, deed);
        keep(tenant, "insert", Act.INSERT, deed);
        keep(tenant, "change", Act.CHANGE, deed);
        if (confirming) keep(tenant, "same", Act.CONFIRM, deed);
    }

    private void insert(Tenant tenant, UUID sheet, Deed deed) {
        db.sql("""
               insert into registry.entry
               select e.* from registry.import_row r cross join lateral jsonb_populate_record(null::registry.entry, r.content
                   || jsonb_build_object('tenant', r.tenant, 'version', 1, 'confirmed_at', :at::timestamptz, 'created_at', :at::timestamptz,
                        'changed_at', :at::timestamptz)) e
               where r.tenant = :tenant and r.import = :import and r.act = 'insert'
               """)
                .param("tenant", tenant.code())
                .param("import", sheet)
                .param("at", Timestamp.from(deed.at()))
                .update();
    }

    private void change(Tenant tenant, UUID sheet, Deed deed) {
        db.sql("""
               update registry.entry e set key = n.key, label = n.label, data = n.data, lon = n.lon, lat = n.lat, shape = n.shape,
                   cell = n.cell, committee = n.committee, area = n.area, asked = n.asked, missing = n.missing, refs = n.refs,
                   marks = n.marks, alike = n.alike, words = n.words, grams = n.grams, version = e.version + 1,
                   confirmed_at = :at, changed_at = :at
               from registry.import_row r cross join lateral jsonb_populate_record(null::registry.entry, r.content) n
               where r.tenant = :tenant and r.import = :import and r.act = 'change' and e.tenant = r.tenant and e.id = r.entry
               """)
                .param("tenant", tenant.code())
                .param("import", sheet)
                .param("at", Timestamp.from(deed.at()))
                .update();
    }

    private void confirm(Tenant tenant, UUID sheet, Deed deed) {
        db.sql("""
               update registry.entry e set version = e.version + 1, confirmed_at = :at, changed_at = :at from registry.import_row r
               where r.tenant = :tenant and r.import = :import and r.act = 'same' and e.tenant = r.tenant and e.id = r.entry
               """)
                .param("tenant", tenant.code())
                .param("import", sheet)
                .param("at", Timestamp.from(deed.at()))
                .update();
    }

    /** The deed is that of the sheet. */
    private void keep(Tenant tenant, String rows, Act act, Deed deed) {
        db.sql(ChangeStore.KEEP + """
               join registry.import_row r on r.tenant = e.tenant and r.entry = e.id
               where r.tenant = :tenant and r.import = :import and r.act = :rows
               """)
                .params(ChangeStore.parameters(tenant, act, deed))
                .param("rows", rows)
                .update();
    }

    /** What the import made of entries and somebody has changed, deleted or named since; the labels of the first few. */
    public List<String> changedSince(Tenant tenant, UUID sheet, int limit) {
        return db.sql("select c.label" + TOUCHED + "and not (" + UNTOUCHED + ") order by c.key limit :limit")
                .param("tenant", tenant.code())
                .param("import", sheet)
                .param("limit", limit)
                .query((row, n) -> row.getString(1))
                .list();
    }

    public int countChangedSince(Tenant tenant, UUID sheet) {
        return db.sql("select count(*)" + TOUCHED + "and not (" + UNTOUCHED + ")")
                .param("tenant", tenant.code())
                .param("import", sheet)
                .query(Integer.class)
                .single();
    }

    /** The versions that the import made; e is what has become of them. */
    private static final String TOUCHED = """
             from registry.change c left join registry.entry e on e.tenant = c.tenant and e.id = c.entry
            where c.tenant = :tenant and c.import = :import and c.source = 'import'
            """;

    /**
     * What other entries name is looked up at once for all rows: asked row by row, the database would go through the register for each of them as long as its
     * statistics do not know yet how much has come in.
     */
    private static final String UNTOUCHED = """
            e.version = c.version and (c.act <> 'insert' or c.register || ':' || c.key not in (
                select n.ref from registry.entry o cross join lateral unnest(o.refs) as n(ref)
                where o.tenant = :tenant and o.refs <> '{}' and o.id not in (
                    select x.entry from registry.change x where x.tenant = :tenant and x.import = :import and x.act = 'insert')))
            """;

    /** Takes back what nobody has touched since: new entries go, changed ones become what they were. Answers how many. */
    public int undo(Tenant tenant, Register register, UUID sheet, Deed deed) {
        List<UUID> added = untouched(tenant, sheet, "c.act = 'insert'");
        List<UUID> changed = untouched(tenant, sheet, "c.act <> 'insert'");
        putBack(tenant, changed, deed);
        derive.again(tenant, register, changed);
        remove(tenant, added, deed);
        return added.size() + changed.size();
    }

    private List<UUID> untouched(Tenant tenant, UUID sheet, String which) {
        return db.sql(
                        "select c.entry from registry.change c join registry.entry e on e.tenant = c.tenant and e.id = c.entry "
                                + "where c.tenant = :tenant and c.import = :import and c.source = 'import' and " + which
                                + " and "
                                + UNTOUCHED + " order by c.entry for update of e")
                .param("tenant", tenant.code())
                .param("import", sheet)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private void putBack(Tenant tenant, List<UUID> ids, Deed deed) {
        db.sql("""
               update registry.entry e set key = b.key, label = b.label, data = b.data, lon = b.lon, lat = b.lat, shape = b.shape,
                   cell = b.cell, committee = b.committee, area = b.area, version = e.version + 1, confirmed_at = b.confirmed_at,
                   changed_at = :at
               from registry.change b
               where e.tenant = :tenant and e.id = any(:ids) and b.tenant = e.tenant and b.entry = e.id and b.version = e.version - 1
               """)
                .param("tenant", tenant.code())
                .param("ids", ids.toArray(UUID[]::new))
                .param("at", Timestamp.from(deed.at()))
                .update();
        keep(tenant, ids, Act.CHANGE, deed);
    }

    private void remove(Tenant tenant, List<UUID> ids, Deed deed) {
        db.sql("update registry.entry set version = version + 1 where tenant = :tenant and id = any(:ids)")
                .param("tenant", tenant.code())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
        keep(tenant, ids, Act.DELETE, deed);
        db.sql("delete from registry.entry where tenant = :tenant and id = any(:ids)")
                .param("tenant", tenant.code())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    private void keep(Tenant tenant, List<UUID> ids, Act act, Deed deed) {
        db.sql(ChangeStore.KEEP + "where e.tenant = :tenant and e.id = any(:ids)")
                .params(ChangeStore.parameters(tenant, act, deed))
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }
}
