package org.yiwang.registry.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.model.Content;
import org.yiwang.registry.model.Deed;
import org.yiwang.registry.model.Deed.Act;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.Register;
import tools.jackson.databind.node.ObjectNode;

/** The present of the entries, each change with its line in the history. Every write belongs in a transaction. */
@Component
public class EntryStore {
    private final JdbcClient db;
    private final RegistryJson json;
    private final SealedData sealed;
    private final EntryRows rows;

    EntryStore(JdbcClient db, RegistryJson json, SealedData sealed, EntryRows rows) {
        this.db = db;
        this.json = json;
        this.sealed = sealed;
        this.rows = rows;
    }

    public Optional<Entry> find(Tenant tenant, Register register, UUID id) {
        return db.sql("select " + EntryRows.COLUMNS
                        + "from registry.entry e where e.tenant = ? and e.id = ? and e.register = ?")
                .params(tenant.code(), id, register.name())
                .query((row, n) -> rows.entry(register, row))
                .optional();
    }

    public Map<String, Entry> byKeys(Tenant tenant, Register register, Collection<String> keys) {
        if (keys.isEmpty()) return Map.of();
        return db
                .sql(
                        "select " + EntryRows.COLUMNS
                                + "from registry.entry e where e.tenant = :tenant and e.register = :register and e.key = any(:keys)")
                .param("tenant", tenant.code())
                .param("register", register.name())
                .param("keys", keys.toArray(String[]::new))
                .query((row, n) -> rows.entry(register, row))
                .list()
                .stream()
                .collect(Collectors.toMap(Entry::key, Function.identity()));
    }

    /** Every entry that has not ended, by key. */
    public List<Entry> living(Tenant tenant, Register register) {
        return db.sql(
                        "select " + EntryRows.COLUMNS
                                + "from registry.entry e where e.tenant = ? and e.register = ? and e.retired_at is null order by e.key")
                .params(tenant.code(), register.name())
                .query((row, n) -> rows.entry(register, row))
                .list();
    }

    /** Those of the keys that the register has. */
    public Set<String> known(Tenant tenant, String register, Collection<String> keys) {
        if (keys.isEmpty()) return Set.of();
        return db.sql(
                        "select key from registry.entry where tenant = :tenant and register = :register and key = any(:keys)")
                .param("tenant", tenant.code())
                .param("register", register)
                .param("keys", keys.toArray(String[]::new))
                .query((row, n) -> row.getString(1))
                .set();
    }

    /** Those of the register's living entries that the person reaches, held until the transaction ends. */
    public List<UUID> reached(Staff staff, Register register, Collection<UUID> ids) {
        return db.sql(
                        "select e.id from registry.entry e where e.tenant = :tenant and e.register = :register and e.retired_at is null"
                                + " and e.id = any(:ids) and " + EntrySight.CONDITION + " order by e.id for update")
                .params(EntrySight.parameters(staff, register))
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when a key is taken */
    public void insert(Tenant tenant, Register register, Collection<Content> contents, Deed deed) {
        if (contents.isEmpty()) return;
        List<ObjectNode> entries = contents.stream()
                .map(content -> row(tenant, register, content, 1, deed.at()))
                .toList();
        db.sql("insert into registry.entry select * from jsonb_populate_recordset(null::registry.entry, :rows::jsonb)")
                .param("rows", json.write(entries))
                .update();
        keep(tenant, contents.stream().map(Content::id).toList(), Act.INSERT, deed);
    }

    /** False when somebody was quicker: the entry no longer has the version that was changed. */
    public boolean change(Tenant tenant, Register register, Content content, int from, Deed deed) {
        int changed = db.sql("""
               update registry.entry e set key = n.key, label = n.label, data = n.data, lon = n.lon, lat = n.lat, shape = n.shape,
                   cell = n.cell, committee = n.committee, area = n.area, asked = n.asked, missing = n.missing, refs = n.refs,
                   marks = n.marks, alike = n.alike, words = n.words, grams = n.grams, version = n.version,
                   confirmed_at = n.confirmed_at, changed_at = n.changed_at
               from jsonb_populate_record(null::registry.entry, :row::jsonb) n
               where e.tenant = n.tenant and e.id = n.id and e.version = :from
               """)
                .param("row", json.write(row(tenant, register, content, from + 1, deed.at())))
                .param("from", from)
                .update();
        if (changed == 1) keep(tenant, List.of(content.id()), Act.CHANGE, deed);
        return changed == 1;
    }

    /** Says that these entries are right as they are. Answers how many. */
    public int confirm(Tenant tenant, Collection<UUID> ids, Deed deed) {
        int confirmed = db.sql("""
               update registry.entry set version = version + 1, confirmed_at = :at, changed_at = :at
               where tenant = :tenant and id = any(:ids) and retired_at is null
               """)
                .param("tenant", tenant.code())
                .param("ids", ids.toArray(UUID[]::new))
                .param("at", Timestamp.from(deed.at()))
                .update();
        keep(tenant, ids, Act.CONFIRM, deed);
        return confirmed;
    }

    /** Ends an entry or, with null, takes it up again. False when somebody was quicker. */
    public boolean retire(Tenant tenant, UUID id, int from, @Nullable Instant at, Deed deed) {
        int changed = db.sql("""
               update registry.entry set version = version + 1, retired_at = :retired, changed_at = :at
               where tenant = :tenant and id = :id and version = :from
               """)
                .param("retired", at == null ? null : Timestamp.from(at))
                .param("at", Timestamp.from(deed.at()))
                .param("tenant", tenant.code())
                .param("id", id)
                .param("from", from)
                .update();
        if (changed == 1) keep(tenant, List.of(id), at == null ? Act.RESTORE : Act.RETIRE, deed);
        return changed == 1;
    }

    /** The entry is no longer there; its history is. */
    public void delete(Tenant tenant, UUID id, Deed deed) {
        db.sql("update registry.entry set version = version + 1 where tenant = ? and id = ?")
                .params(tenant.code(), id)
                .update();
        keep(tenant, List.of(id), Act.DELETE, deed);
        db.sql("delete from registry.entry where tenant = ? and id = ?")
                .params(tenant.code(), id)
                .update();
    }

    /** Writes the entries' present versions into the history. */
    void keep(Tenant tenant, Collection<UUID> ids, Act act, Deed deed) {
        db.sql(ChangeStore.KEEP + "where e.tenant = :tenant and e.id = any(:ids)")
                .params(ChangeStore.parameters(tenant, act, deed))
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    private ObjectNode row(Tenant tenant, Register register, Content content, int version, Instant at) {
        ObjectNode row = json.tree(content.withData(sealed.seal(register, content.id(), content.data())));
        row.put("tenant", tenant.code());
        row.put("version", version);
        for (String moment : List.of("confirmed_at", "created_at", "changed_at")) row.put(moment, at.toString());
        return row;
    }
}
