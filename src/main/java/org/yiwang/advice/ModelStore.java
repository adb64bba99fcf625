package org.yiwang.advice;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.advice.model.Certainty;
import org.yiwang.advice.model.Measure;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.contract.SchemaName;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The versions of what was taught, with their measures; none is ever changed but for which one is in force. */
@Component
class ModelStore {
    private static final TypeReference<Map<String, PlaceTrust>> PLACES = new TypeReference<>() {};

    /**
     * How far a kind of place can be trusted.
     *
     * @param found closed cases whose words name such a place
     * @param right of these, those that were within its reach
     */
    @SchemaName("AdvicePlaceTrust")
    record PlaceTrust(int found, int right) {
        double share() {
            // One right and one wrong beforehand: a kind that was hardly ever met promises nothing.
            return (right + 1.0) / (found + 2.0);
        }
    }

    /**
     * A version.
     *
     * @param taughtUntil when the latest case that counted came in
     * @param examples that it was taught with in the end
     * @param taught of these, the earlier ones that it had been taught with when it was measured on the rest
     * @param temperatures by how familiar the words are, the least familiar first
     * @param keptBack whether it was worse than the one before, so that it did not come into force by itself
     */
    @SchemaName("AdviceModel")
    record Version(
            int version,
            Instant madeAt,
            Instant taughtUntil,
            int examples,
            int taught,
            List<Double> temperatures,
            Measure measure,
            Map<String, PlaceTrust> places,
            boolean inForce,
            boolean keptBack) {}

    private final JdbcClient db;
    private final JsonMapper json;

    ModelStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Optional<Version> inForce(Tenant tenant) {
        return db.sql("select * from advice.model where tenant = ? and in_force")
                .param(tenant.code())
                .query((row, number) -> version(row))
                .optional();
    }

    /** The latest first. */
    List<Version> latest(Tenant tenant, int limit) {
        return db.sql("select * from advice.model where tenant = ? order by version desc limit ?")
                .params(tenant.code(), limit)
                .query((row, number) -> version(row))
                .list();
    }

    @Transactional
    public void add(Tenant tenant, Version version) {
        if (version.inForce) none(tenant);
        db.sql("""
               insert into advice.model (tenant, version, made_at, taught_until, examples, taught, temperature, temperatures, measure, places, in_force, kept_back)
               values (:tenant, :version, :made, :until, :examples, :taught, :temperature, :temperatures, :measure::jsonb, :places::jsonb, :force, :kept)
               """)
                .param("tenant", tenant.code())
                .param("version", version.version)
                .param("made", Timestamp.from(version.madeAt))
                .param("until", Timestamp.from(version.taughtUntil))
                .param("examples", version.examples)
                .param("taught", version.taught)
                .param("temperature", version.temperatures.getFirst())
                .param("temperatures", version.temperatures.toArray(Double[]::new))
                .param("measure", json.writeValueAsString(version.measure))
                .param("places", json.writeValueAsString(version.places))
                .param("force", version.inForce)
                .param("kept", version.keptBack)
                .update();
    }

    /** @return whether there is such a version */
    @Transactional
    public boolean putInForce(Tenant tenant, int version) {
        none(tenant);
        return db.sql("update advice.model set in_force = true where tenant = ? and version = ?")
                        .params(tenant.code(), version)
                        .update()
                == 1;
    }

    private void none(Tenant tenant) {
        db.sql("update advice.model set in_force = false where tenant = ? and in_force")
                .param(tenant.code())
                .update();
    }

    private Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt("version"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("taught_until").toInstant(),
                row.getInt("examples"),
                row.getInt("taught"),
                temperatures(row),
                json.readValue(row.getString("measure"), Measure.class),
                json.readValue(row.getString("places"), PLACES),
                row.getBoolean("in_force"),
                row.getBoolean("kept_back"));
    }

    /** Versions of before there were bands have one for all. */
    private static List<Double> temperatures(ResultSet row) throws SQLException {
        Array kept = row.getArray("temperatures");
        return kept == null
                ? Certainty.alike(row.getDouble("temperature")).temperatures()
                : List.of((Double[]) kept.getArray());
    }
}
