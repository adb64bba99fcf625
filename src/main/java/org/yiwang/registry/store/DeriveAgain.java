package org.yiwang.registry.store;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.model.Content;
import org.yiwang.registry.model.Register;
import tools.jackson.databind.node.ObjectNode;

/** Reckons anew what is kept beside an entry's data: after the past was put back, and after the register's definition has changed. No entry gets a new version. */
@Component
public class DeriveAgain {
    private static final int ROWS_PER_STATEMENT = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient db;
    private final RegistryJson json;
    private final EntryRows rows;

    DeriveAgain(JdbcClient db, RegistryJson json, EntryRows rows) {
        this.db = db;
        this.json = json;
        this.rows = rows;
    }

    /** All entries of the register. */
    public void all(Tenant tenant, Register register) {
        List<Content> some = after(tenant, register, FIRST);
        while (!some.isEmpty()) {
            write(tenant, some);
            some = after(tenant, register, some.getLast().id());
        }
    }

    void again(Tenant tenant, Register register, List<UUID> ids) {
        for (int from = 0; from < ids.size(); from += ROWS_PER_STATEMENT) {
            List<UUID> some = ids.subList(from, Math.min(ids.size(), from + ROWS_PER_STATEMENT));
            write(tenant, of(tenant, register, some));
        }
    }

    private List<Content> after(Tenant tenant, Register register, UUID id) {
        return db.sql("select " + EntryRows.COLUMNS + """
               from registry.entry e where e.tenant = :tenant and e.register = :register and e.id > :id order by e.id limit :limit
               """)
                .param("tenant", tenant.code())
                .param("register", register.name())
                .param("id", id)
                .param("limit", ROWS_PER_STATEMENT)
                .query((row, n) -> Content.of(register, rows.entry(register, row)))
                .list();
    }

    private List<Content> of(Tenant tenant, Register register, List<UUID> ids) {
        return db.sql("select " + EntryRows.COLUMNS
                        + "from registry.entry e where e.tenant = :tenant and e.id = any(:ids)")
                .param("tenant", tenant.code())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> Content.of(register, rows.entry(register, row)))
                .list();
    }

    private void write(Tenant tenant, List<Content> contents) {
        List<ObjectNode> written = contents.stream()
                .map(content -> json.tree(content).without("data"))
                .toList();
        db.sql("""
               update registry.entry e set label = n.label, asked = n.asked, missing = n.missing, refs = n.refs, marks = n.marks,
                   alike = n.alike, words = n.words, grams = n.grams
               from jsonb_populate_recordset(null::registry.entry, :rows::jsonb) n where e.tenant = :tenant and e.id = n.id
               """)
                .param("rows", json.write(written))
                .param("tenant", tenant.code())
                .update();
    }
}
