package org.yiwang.rounds;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The definitions that packages brought, and which of them is in force. */
@Component
class RoundStore {
    record InForce(String packageId, int version) {}

    private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    RoundStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void putInForce(Tenant tenant, String packageId, int version, Map<String, String> files) {
        db.sql("""
               with kept as (
                   insert into rounds.definition (tenant, package, version, files) values (:tenant, :package, :version, :files::jsonb)
                   on conflict do nothing)
               insert into rounds.in_force (tenant, package, version) values (:tenant, :package, :version)
               on conflict (tenant, package) do update set version = excluded.version
               """)
                .param("tenant", tenant.code())
                .param("package", packageId)
                .param("version", version)
                .param("files", json.writeValueAsString(files))
                .update();
    }

    List<InForce> inForce(Tenant tenant) {
        return db.sql("select package, version from rounds.in_force where tenant = :tenant order by package")
                .param("tenant", tenant.code())
                .query((row, n) -> new InForce(row.getString(1), row.getInt(2)))
                .list();
    }

    Map<String, String> files(Tenant tenant, String packageId, int version) {
        String files = db.sql("""
                      select files from rounds.definition where tenant = :tenant and package = :package and version = :version
                      """)
                .param("tenant", tenant.code())
                .param("package", packageId)
                .param("version", version)
                .query(String.class)
                .single();
        return json.readValue(files, FILES);
    }
}
