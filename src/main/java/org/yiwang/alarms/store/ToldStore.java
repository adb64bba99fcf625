package org.yiwang.alarms.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.model.Note;

/** What the log was told of rules and devices. */
@Component
public class ToldStore {
    private final JdbcClient db;

    public ToldStore(JdbcClient db) {
        this.db = db;
    }

    /** @param entry as the engine writes it */
    public record Told(String family, Note entry) {}

    /** One node tells at a time; others wait until it has. */
    public void lock(Tenant tenant) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('alarms told ' || ?, 0))::text")
                .params(tenant.code())
                .query(String.class)
                .list();
    }

    /** By what it is about. */
    public Map<String, Told> all(Tenant tenant) {
        Map<String, Told> all = new LinkedHashMap<>();
        db.sql("select about, family, entry from alarms.told where tenant = ? order by about")
                .params(tenant.code())
                .query(row -> {
                    all.put(row.getString("about"), new Told(row.getString("family"), new Note(row.getBytes("entry"))));
                });
        return all;
    }

    public void keep(Tenant tenant, String about, Told told) {
        db.sql("""
               insert into alarms.told (tenant, about, family, entry) values (?, ?, ?, ?)
               on conflict (tenant, about) do update set family = excluded.family, entry = excluded.entry
               """)
                .params(tenant.code(), about, told.family(), told.entry().words())
                .update();
    }

    public void forget(Tenant tenant, String about) {
        db.sql("delete from alarms.told where tenant = ? and about = ?")
                .params(tenant.code(), about)
                .update();
    }
}
