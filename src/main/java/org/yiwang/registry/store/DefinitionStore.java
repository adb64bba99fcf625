package org.yiwang.registry.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;

/** The kinds of register in force, as files. */
@Component
public class DefinitionStore {
    /**
     * One file of {@code registers/}.
     *
     * @param texts the package's words in other languages: language → YAML
     */
    public record File(String name, String pack, int version, String yaml, Map<String, String> texts) {}

    private record Languages(Map<String, String> texts) {}

    private final JdbcClient db;
    private final RegistryJson json;

    public DefinitionStore(JdbcClient db, RegistryJson json) {
        this.db = db;
        this.json = json;
    }

    public List<File> all(Tenant tenant) {
        return db.sql("""
               select name, pack, version, yaml, texts from registry.definition where tenant = ? order by published_at, name
               """)
                .param(tenant.code())
                .query((row, n) -> new File(
                        row.getString("name"),
                        row.getString("pack"),
                        row.getInt("version"),
                        row.getString("yaml"),
                        json.read(row.getString("texts"), Languages.class).texts()))
                .list();
    }

    public int entries(Tenant tenant, String name) {
        return db.sql("select count(*) from registry.entry where tenant = ? and register = ?")
                .params(tenant.code(), name)
                .query(Integer.class)
                .single();
    }

    public void delete(Tenant tenant, String name) {
        db.sql("delete from registry.definition where tenant = ? and name = ?")
                .params(tenant.code(), name)
                .update();
    }

    public void save(Tenant tenant, File file, Instant now) {
        db.sql("""
               insert into registry.definition (tenant, name, pack, version, yaml, texts, published_at)
               values (:tenant, :name, :pack, :version, :yaml, :texts::jsonb, :now)
               on conflict (tenant, name) do update set pack = excluded.pack, version = excluded.version, yaml = excluded.yaml,
                   texts = excluded.texts
               """)
                .param("tenant", tenant.code())
                .param("name", file.name())
                .param("pack", file.pack())
                .param("version", file.version())
                .param("yaml", file.yaml())
                .param("texts", json.write(new Languages(file.texts())))
                .param("now", Timestamp.from(now))
                .update();
    }
}
