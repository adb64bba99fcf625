package org.yiwang.insight.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.insight.model.Finding;
import org.yiwang.insight.model.Found;
import org.yiwang.insight.model.Kind;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;

/** Nights and their findings. */
@Component
public class FindingStore {
    /** Takes the parameters of {@link org.yiwang.organisation.Sight#parameters}; what lies nowhere is for those who see everything. */
    private static final String SIGHT =
            "(:everything or f.areas && :areas::text[] or f.committees && :committees::text[])";

    private final JdbcClient db;

    FindingStore(JdbcClient db) {
        this.db = db;
    }

    /** A night that was analysed. */
    public record Run(LocalDate day, boolean isFinal, Instant finishedAt, int cases, int findings) {}

    /** The same finding on one night. */
    public record Sighting(LocalDate day, int observed, double expected, double p, double q) {}

    /** Whether this node has the turn until the transaction ends. */
    public boolean tryLock(Tenant tenant) {
        return db.sql("select pg_try_advisory_xact_lock(hashtextextended('insight/' || :tenant, 0))")
                .param("tenant", tenant.code())
                .query(Boolean.class)
                .single();
    }

    public Optional<Run> lastRun(Tenant tenant) {
        return runs(tenant, 1).stream().findFirst();
    }

    /** The latest first. */
    public List<Run> runs(Tenant tenant, int limit) {
        return db.sql("select * from insight.run where tenant = :tenant order by day desc limit :limit")
                .param("tenant", tenant.code())
                .param("limit", limit)
                .query((row, n) -> run(row))
                .list();
    }

    public boolean isDone(Tenant tenant, LocalDate day) {
        return db.sql("select exists (select from insight.run where tenant = :tenant and day >= :day and final)")
                .param("tenant", tenant.code())
                .param("day", Date.valueOf(day))
                .query(Boolean.class)
                .single();
    }

    public void save(Tenant tenant, Run run) {
        db.sql("""
               insert into insight.run (tenant, day, final, finished_at, cases, findings) values (:tenant, :day, :final, :at, :cases, :findings)
               on conflict (tenant, day) do update
               set final = excluded.final, finished_at = excluded.finished_at, cases = excluded.cases, findings = excluded.findings
               """)
                .param("tenant", tenant.code())
                .param("day", Date.valueOf(run.day()))
                .param("final", run.isFinal())
                .param("at", Timestamp.from(run.finishedAt()))
                .param("cases", run.cases())
                .param("findings", run.findings())
                .update();
    }

    /** Those that were seen on this day or later, whoever may see them. */
    public List<Finding> seenSince(Tenant tenant, LocalDate day) {
        return db.sql("select * from insight.finding f where tenant = :tenant and last_seen >= :day order by id")
                .param("tenant", tenant.code())
                .param("day", Date.valueOf(day))
                .query((row, n) -> finding(row))
                .list();
    }

    /**
     * What the person may see, the likeliest first.
     *
     * @param since the day on which or after which it was last seen
     * @param dismissed those put aside instead of the others
     */
    public List<Finding> list(Staff staff, LocalDate since, boolean dismissed, int limit) {
        return db.sql("select * from insight.finding f where f.tenant = :tenant and f.last_seen >= :since"
                        + " and (f.dismissed_at is not null) = :dismissed and " + SIGHT
                        + " order by f.last_seen desc, f.p, f.observed desc, f.id limit :limit")
                .params(parameters(staff))
                .param("since", Date.valueOf(since))
                .param("dismissed", dismissed)
                .param("limit", limit)
                .query((row, n) -> finding(row))
                .list();
    }

    public Optional<Finding> find(Staff staff, UUID id) {
        return db.sql("select * from insight.finding f where f.tenant = :tenant and f.id = :id and " + SIGHT)
                .params(parameters(staff))
                .param("id", id)
                .query((row, n) -> finding(row))
                .optional();
    }

    public List<Sighting> sightings(Tenant tenant, UUID finding, int limit) {
        return db.sql("""
                      select day, observed, expected, p, q from insight.sighting
                      where tenant = :tenant and finding = :finding order by day desc limit :limit
                      """)
                .param("tenant", tenant.code())
                .param("finding", finding)
                .param("limit", limit)
                .query((row, n) -> new Sighting(
                        row.getDate("day").toLocalDate(),
                        row.getInt("observed"),
                        row.getDouble("expected"),
                        row.getDouble("p"),
                        row.getDouble("q")))
                .list();
    }

    /** Adds the finding, or brings it up to this night. */
    public void keep(Tenant tenant, Finding finding) {
        Found found = finding.found();
        db.sql("""
               insert into insight.finding (tenant, id, kind, category, key, label, cells, committees, areas, first_seen, last_seen, window_from, window_to,
                   observed, expected, score, p, q, cases)
               values (:tenant, :id, :kind, :category, :key, :label, :cells, :committees, :areas, :day, :day, :from, :to,
                   :observed, :expected, :score, :p, :q, :cases)
               on conflict (tenant, id) do update
               set label = excluded.label, cells = excluded.cells, committees = excluded.committees, areas = excluded.areas,
                   last_seen = greatest(finding.last_seen, excluded.last_seen), window_from = excluded.window_from, window_to = excluded.window_to,
                   observed = excluded.observed, expected = excluded.expected, score = excluded.score, p = excluded.p, q = excluded.q,
                   cases = excluded.cases
               """)
                .param("tenant", tenant.code())
                .param("id", finding.id())
                .param("kind", found.kind().id())
                .param("category", found.category())
                .param("key", found.key())
                .param("label", found.label())
                .param("cells", texts(found.cells()))
                .param("committees", texts(finding.committees()))
                .param("areas", texts(finding.areas()))
                .param("day", Date.valueOf(finding.lastSeen()))
                .param("from", Date.valueOf(found.from()))
                .param("to", Date.valueOf(found.to()))
                .param("observed", found.observed())
                .param("expected", found.expected())
                .param("score", found.score())
                .param("p", found.p())
                .param("q", found.q())
                .param("cases", found.cases().toArray(UUID[]::new))
                .update();
        db.sql("""
               insert into insight.sighting (tenant, finding, day, observed, expected, p, q) values (:tenant, :finding, :day, :observed, :expected, :p, :q)
               on conflict (tenant, finding, day) do update
               set observed = excluded.observed, expected = excluded.expected, p = excluded.p, q = excluded.q
               """)
                .param("tenant", tenant.code())
                .param("finding", finding.id())
                .param("day", Date.valueOf(finding.lastSeen()))
                .param("observed", found.observed())
                .param("expected", found.expected())
                .param("p", found.p())
                .param("q", found.q())
                .update();
    }

    /** It has grown since it was put aside. */
    public void bringBack(Tenant tenant, UUID id, LocalDate day) {
        db.sql("update insight.finding set dismissed_at = null, returned_on = :day where tenant = :tenant and id = :id")
                .param("tenant", tenant.code())
                .param("id", id)
                .param("day", Date.valueOf(day))
                .update();
    }

    /** False where it was put aside already. */
    public boolean dismiss(Staff staff, UUID id, String reason, Instant at) {
        return db.sql("""
                      update insight.finding set dismissed_at = :at, dismissed_by = :by, dismissed_by_name = :name, dismiss_reason = :reason,
                          dismissed_cases = observed, returned_on = null
                      where tenant = :tenant and id = :id and dismissed_at is null
                      """)
                        .param("tenant", staff.tenant().code())
                        .param("id", id)
                        .param("at", Timestamp.from(at))
                        .param("by", staff.id())
                        .param("name", staff.name())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    static Map<String, Object> parameters(Staff staff) {
        Map<String, Object> parameters = new HashMap<>(staff.sight().parameters());
        parameters.put("tenant", staff.tenant().code());
        return parameters;
    }

    static String[] texts(List<String> list) {
        return list.toArray(String[]::new);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getDate("day").toLocalDate(),
                row.getBoolean("final"),
                row.getTimestamp("finished_at").toInstant(),
                row.getInt("cases"),
                row.getInt("findings"));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        Found found = new Found(
                Kind.of(row.getString("kind")),
                row.getString("category"),
                row.getString("key"),
                row.getString("label"),
                texts(row, "cells"),
                row.getDate("window_from").toLocalDate(),
                row.getDate("window_to").toLocalDate(),
                row.getInt("observed"),
                row.getDouble("expected"),
                row.getDouble("score"),
                row.getDouble("p"),
                row.getDouble("q"),
                List.of((UUID[]) row.getArray("cases").getArray()));
        return new Finding(
                row.getObject("id", UUID.class),
                found,
                texts(row, "committees"),
                texts(row, "areas"),
                row.getDate("first_seen").toLocalDate(),
                row.getDate("last_seen").toLocalDate(),
                dismissal(row),
                day(row, "returned_on"));
    }

    private static Finding.@Nullable Dismissal dismissal(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("dismissed_at");
        return at == null
                ? null
                : new Finding.Dismissal(
                        at.toInstant(),
                        row.getString("dismissed_by_name"),
                        row.getString("dismiss_reason"),
                        row.getInt("dismissed_cases"));
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }
}
