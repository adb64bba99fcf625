package org.yiwang.lists.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.lists.model.Candidate;
import org.yiwang.lists.model.Check;
import org.yiwang.lists.model.Check.Finding;
import org.yiwang.lists.model.Check.Verdict;
import org.yiwang.lists.model.SampleRule;
import org.yiwang.lists.model.Sampling;
import org.yiwang.lists.model.Settled;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/** The rows of special supervisions: the draw, what was in it, the checks, and what was done about risk points. */
@Component
public class SpecialStore {
    private static final String CHECKS = """
            select r.*, c.number, c.category, c.committee, c.unit
            from lists.recheck r join lists.candidate c on c.tenant = r.tenant and c.list = r.list and c.case_id = r.case_id
            where r.tenant = :tenant and
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate many;

    SpecialStore(JdbcClient db, NamedParameterJdbcTemplate many) {
        this.db = db;
        this.many = many;
    }

    /** Keeps a draw; a second of the same list is refused by its key. */
    public void keep(Tenant tenant, Sampling sampling, List<Candidate> closed, List<Check> drawn) {
        db.sql("""
               insert into lists.sampling (tenant, list, seed, per_unit, percent, until, days, problems, by)
               values (:tenant, :list, :seed, :perUnit, :percent, :until, :days, :problems, :by)
               """)
                .param("tenant", tenant.code())
                .param("list", sampling.list())
                .param("seed", sampling.seed())
                .param("perUnit", sampling.rule().perUnit())
                .param("percent", sampling.rule().percent())
                .param("until", Timestamp.from(sampling.until()))
                .param("days", sampling.days())
                .param("problems", sampling.problems())
                .param("by", sampling.by())
                .update();
        many.batchUpdate(
                """
                insert into lists.candidate (tenant, list, case_id, number, category, committee, unit)
                values (:tenant, :list, :case, :number, :category, :committee, :unit)
                """,
                closed.stream()
                        .map(one -> new MapSqlParameterSource("tenant", tenant.code())
                                .addValue("list", sampling.list())
                                .addValue("case", one.id())
                                .addValue("number", one.number())
                                .addValue("category", one.category())
                                .addValue("committee", one.committee().value())
                                .addValue("unit", one.unit().value()))
                        .toArray(MapSqlParameterSource[]::new));
        many.batchUpdate(
                """
                insert into lists.recheck (tenant, id, list, seq, case_id, checker) values (:tenant, :id, :list, :seq, :case, :checker)
                """,
                drawn.stream()
                        .map(one -> new MapSqlParameterSource("tenant", tenant.code())
                                .addValue("id", one.id())
                                .addValue("list", one.list())
                                .addValue("seq", one.seq())
                                .addValue("case", one.drawn().id())
                                .addValue("checker", one.checker().value()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    public Optional<Sampling> find(Tenant tenant, UUID list) {
        return db.sql("select * from lists.sampling where tenant = :tenant and list = :list")
                .param("tenant", tenant.code())
                .param("list", list)
                .query((row, n) -> sampling(row, closed(tenant, list)))
                .optional();
    }

    private Map<UnitId, Integer> closed(Tenant tenant, UUID list) {
        Map<UnitId, Integer> closed = new HashMap<>();
        db.sql("select unit, count(*) as n from lists.candidate where tenant = :tenant and list = :list group by unit")
                .param("tenant", tenant.code())
                .param("list", list)
                .query(row -> {
                    closed.put(new UnitId(row.getString("unit")), row.getInt("n"));
                });
        return closed;
    }

    /** All that were in the draw, by number. */
    public List<Candidate> candidates(Tenant tenant, UUID list) {
        return db.sql("select * from lists.candidate where tenant = :tenant and list = :list order by number")
                .param("tenant", tenant.code())
                .param("list", list)
                .query((row, n) -> candidate(row))
                .list();
    }

    public List<Check> checks(Tenant tenant, UUID list) {
        return db.sql(CHECKS + " r.list = :list order by r.seq")
                .param("tenant", tenant.code())
                .param("list", list)
                .query((row, n) -> check(row))
                .list();
    }

    /** The same check, kept still until the transaction ends. */
    public Optional<Check> lock(Tenant tenant, UUID id) {
        return db.sql(CHECKS + " r.id = :id for update of r")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> check(row))
                .optional();
    }

    public Optional<Check> check(Tenant tenant, UUID id) {
        return db.sql(CHECKS + " r.id = :id")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> check(row))
                .optional();
    }

    /** Checks given to this unit that nobody made yet, the oldest draw first. */
    public List<Check> open(Tenant tenant, UnitId checker, int limit) {
        return db.sql(CHECKS + " r.checker = :checker and r.verdict is null order by r.list, r.seq limit :limit")
                .param("tenant", tenant.code())
                .param("checker", checker.value())
                .param("limit", limit)
                .query((row, n) -> check(row))
                .list();
    }

    public void keep(Tenant tenant, Check check, Finding finding) {
        db.sql("""
               update lists.recheck
               set verdict = :verdict, note = :note, photos = :photos, by = :by, by_unit = :unit, at = :at, item = :item
               where tenant = :tenant and id = :id
               """)
                .param("tenant", tenant.code())
                .param("id", check.id())
                .param("verdict", finding.verdict().id())
                .param("note", finding.note())
                .param("photos", finding.photos().toArray(UUID[]::new))
                .param("by", finding.by())
                .param("unit", finding.unit().value())
                .param("at", Timestamp.from(finding.at()))
                .param("item", finding.item())
                .update();
    }

    /** What was done about risk points of the list. */
    public List<Settled> settled(Tenant tenant, UUID list) {
        return db.sql("select * from lists.risk where tenant = :tenant and list = :list order by at")
                .param("tenant", tenant.code())
                .param("list", list)
                .query((row, n) -> new Settled(
                        row.getString("category"),
                        new UnitId(row.getString("unit")),
                        row.getObject("item", UUID.class),
                        row.getString("words"),
                        row.getString("by"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    public void keep(Tenant tenant, UUID list, Settled settled) {
        db.sql("""
               insert into lists.risk (tenant, list, category, unit, item, words, by, at)
               values (:tenant, :list, :category, :unit, :item, :words, :by, :at)
               """)
                .param("tenant", tenant.code())
                .param("list", list)
                .param("category", settled.category())
                .param("unit", settled.unit().value())
                .param("item", settled.item())
                .param("words", settled.words())
                .param("by", settled.by())
                .param("at", Timestamp.from(settled.at()))
                .update();
    }

    private static Sampling sampling(ResultSet row, Map<UnitId, Integer> closed) throws SQLException {
        return new Sampling(
                row.getObject("list", UUID.class),
                row.getString("seed"),
                new SampleRule(row.getInt("per_unit"), row.getInt("percent")),
                row.getTimestamp("until").toInstant(),
                row.getInt("days"),
                row.getObject("problems", UUID.class),
                row.getString("by"),
                closed);
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getString("category"),
                new UnitId(row.getString("committee")),
                new UnitId(row.getString("unit")));
    }

    private static Check check(ResultSet row) throws SQLException {
        return new Check(
                row.getObject("id", UUID.class),
                row.getObject("list", UUID.class),
                row.getInt("seq"),
                candidate(row),
                new UnitId(row.getString("checker")),
                finding(row));
    }

    private static @Nullable Finding finding(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        if (verdict == null) return null;
        Array photos = row.getArray("photos");
        return new Finding(
                Verdict.of(verdict),
                row.getString("note"),
                List.of((UUID[]) photos.getArray()),
                row.getString("by"),
                new UnitId(row.getString("by_unit")),
                row.getTimestamp("at").toInstant(),
                row.getObject("item", UUID.class));
    }
}
