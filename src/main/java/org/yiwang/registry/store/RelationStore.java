package org.yiwang.registry.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.model.Content;

/** Which entries name which, in both directions. */
@Component
public class RelationStore {
    /** The other end of a relation. */
    public record Other(UUID id, String register, String key, String label, boolean retired) {}

    private final JdbcClient db;

    RelationStore(JdbcClient db) {
        this.db = db;
    }

    /** Entries that name this one, by register and key. */
    public List<Other> namedBy(Tenant tenant, String register, String key, int limit) {
        return db.sql("""
               select id, register, key, label, retired_at is not null as retired from registry.entry
               where tenant = :tenant and refs @> array[:ref]::text[] order by register, key limit :limit
               """)
                .param("tenant", tenant.code())
                .param("ref", Content.ref(register, key))
                .param("limit", limit)
                .query(RelationStore::other)
                .list();
    }

    public long countNaming(Tenant tenant, String register, String key) {
        return db.sql("select count(*) from registry.entry where tenant = :tenant and refs @> array[:ref]::text[]")
                .param("tenant", tenant.code())
                .param("ref", Content.ref(register, key))
                .query(Long.class)
                .single();
    }

    /** The entries of a register with these keys. */
    public List<Other> named(Tenant tenant, String register, Collection<String> keys) {
        return db.sql("""
               select id, register, key, label, retired_at is not null as retired from registry.entry
               where tenant = :tenant and register = :register and key = any(:keys) order by key
               """)
                .param("tenant", tenant.code())
                .param("register", register)
                .param("keys", keys.toArray(String[]::new))
                .query(RelationStore::other)
                .list();
    }

    private static Other other(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Other(
                row.getObject("id", UUID.class),
                row.getString("register"),
                row.getString("key"),
                row.getString("label"),
                row.getBoolean("retired"));
    }
}
