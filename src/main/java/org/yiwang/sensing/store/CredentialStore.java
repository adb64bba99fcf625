package org.yiwang.sensing.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.Hash;

/** Who may hand in, and the hash of the secret that each proves it with. */
@Component
public class CredentialStore {
    /** @param serial how often a secret was issued for this name; a connection lives as long as the number it was opened with */
    public record Credential(
            String name,
            boolean service,
            int serial,
            Hash mac,
            Instant issuedAt,
            @Nullable Instant revokedAt) {}

    private static final RowMapper<Credential> CREDENTIAL = (row, number) -> new Credential(
            row.getString("name"),
            row.getBoolean("service"),
            row.getInt("serial"),
            Hash.of(row.getBytes("mac")),
            row.getTimestamp("issued_at").toInstant(),
            row.getTimestamp("revoked_at") == null
                    ? null
                    : row.getTimestamp("revoked_at").toInstant());

    private final JdbcClient db;

    public CredentialStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<Credential> find(Tenant tenant, String name) {
        return db.sql(
                        "select name, service, serial, mac, issued_at, revoked_at from sensing.credential where tenant = ? and name = ?")
                .params(tenant.code(), name)
                .query(CREDENTIAL)
                .optional();
    }

    public Map<String, Credential> of(Tenant tenant, List<String> names) {
        Map<String, Credential> found = new HashMap<>();
        db.sql(
                        "select name, service, serial, mac, issued_at, revoked_at from sensing.credential where tenant = ? and name = any(?)")
                .params(tenant.code(), names.toArray(String[]::new))
                .query(CREDENTIAL)
                .list()
                .forEach(one -> found.put(one.name(), one));
        return found;
    }

    public List<Credential> services(Tenant tenant) {
        return db.sql("""
                      select name, service, serial, mac, issued_at, revoked_at from sensing.credential
                      where tenant = ? and service order by name limit 200
                      """).param(tenant.code()).query(CREDENTIAL).list();
    }

    /** The new secret counts from now on, the old one no more. Answers how many were issued; empty where the name is the other sort's. */
    public Optional<Integer> issue(Tenant tenant, String name, boolean service, byte[] mac, Instant at, String by) {
        return db.sql("""
                      insert into sensing.credential (tenant, name, service, serial, mac, issued_at, issued_by) values (?, ?, ?, 1, ?, ?, ?)
                      on conflict (tenant, name) do update set serial = sensing.credential.serial + 1, mac = excluded.mac,
                          issued_at = excluded.issued_at, issued_by = excluded.issued_by, revoked_at = null, touched_at = clock_timestamp()
                      where sensing.credential.service = excluded.service
                      returning serial
                      """)
                .params(tenant.code(), name, service, mac, Timestamp.from(at), by)
                .query(Integer.class)
                .optional();
    }

    public boolean revoke(Tenant tenant, String name, Instant at) {
        return db.sql("""
                      update sensing.credential set revoked_at = ?, touched_at = clock_timestamp()
                      where tenant = ? and name = ? and revoked_at is null
                      """).params(Timestamp.from(at), tenant.code(), name).update() == 1;
    }

    /** What was issued or revoked within the last minute, by the database's clock. */
    public List<Credential> touched(Tenant tenant) {
        return db.sql("""
                      select name, service, serial, mac, issued_at, revoked_at from sensing.credential
                      where tenant = ? and touched_at > clock_timestamp() - interval '1 minute'
                      """).param(tenant.code()).query(CREDENTIAL).list();
    }
}
