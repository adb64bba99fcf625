package org.yiwang.scenario;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.Hash;

/** Versions and publications as rows. */
@Component
class ScenarioStore {
    /**
     * A version without its files.
     *
     * @param by account, or {@link PublishPackage#SYSTEM}
     */
    record Version(String packageId, int number, String label, Hash digest, String by, Instant at) {}

    /** @param withdrawn whether the version ceased to count then */
    record Publication(String packageId, int seq, int version, String by, Instant at, boolean withdrawn) {}

    private final JdbcClient sql;

    ScenarioStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Until the transaction ends, nobody else takes in or publishes a package here. */
    void lock(Tenant tenant) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('scenario/' || :tenant, 0))")
                .param("tenant", tenant.code())
                .query(row -> {});
    }

    List<Version> versions(Tenant tenant) {
        return sql.sql("""
                select package, number, label, digest, by_staff, at from scenario.version
                where tenant = :tenant order by package, number
                """)
                .param("tenant", tenant.code())
                .query((row, number) -> version(row))
                .list();
    }

    List<Publication> publications(Tenant tenant) {
        return sql.sql("""
                select package, seq, version, by_staff, at, withdrawn from scenario.publication
                where tenant = :tenant order by package, seq
                """)
                .param("tenant", tenant.code())
                .query((row, number) -> new Publication(
                        row.getString("package"),
                        row.getInt("seq"),
                        row.getInt("version"),
                        row.getString("by_staff"),
                        instant(row),
                        row.getBoolean("withdrawn")))
                .list();
    }

    Optional<Map<String, byte[]>> content(Tenant tenant, String packageId, int number) {
        return sql.sql("""
                select content from scenario.version where tenant = :tenant and package = :package and number = :number
                """)
                .param("tenant", tenant.code())
                .param("package", packageId)
                .param("number", number)
                .query((row, n) -> Archive.unpack(row.getBytes(1)))
                .optional();
    }

    void add(Tenant tenant, Version version, Map<String, byte[]> content) {
        sql.sql("""
                insert into scenario.version (tenant, package, number, label, digest, content, by_staff, at)
                values (:tenant, :package, :number, :label, :digest, :content, :by, :at)
                """)
                .param("tenant", tenant.code())
                .param("package", version.packageId())
                .param("number", version.number())
                .param("label", version.label())
                .param("digest", version.digest().bytes())
                .param("content", Archive.pack(content))
                .param("by", version.by())
                .param("at", version.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(Tenant tenant, Publication publication) {
        sql.sql("""
                insert into scenario.publication (tenant, package, seq, version, by_staff, at, withdrawn)
                values (:tenant, :package, :seq, :version, :by, :at, :withdrawn)
                """)
                .param("tenant", tenant.code())
                .param("package", publication.packageId())
                .param("seq", publication.seq())
                .param("version", publication.version())
                .param("by", publication.by())
                .param("withdrawn", publication.withdrawn())
                .param("at", publication.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getString("package"),
                row.getInt("number"),
                row.getString("label"),
                Hash.of(row.getBytes("digest")),
                row.getString("by_staff"),
                instant(row));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("at", java.time.OffsetDateTime.class).toInstant();
    }
}
