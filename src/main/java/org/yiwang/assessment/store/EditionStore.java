package org.yiwang.assessment.store;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.assessment.model.Board;
import org.yiwang.assessment.model.Edition;
import org.yiwang.assessment.model.Edition.Cause;
import org.yiwang.assessment.model.Line;
import org.yiwang.assessment.model.RankUnits.Ranked;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;

/** Editions with their lines and results; the database itself refuses to change them. */
@Component
public class EditionStore {
    private static final int BATCH = 500;

    /**
     * What a measure came to, as it is kept beside the total.
     *
     * @param rate of a measure with something to count
     */
    public record Part(
            int counted,
            BigDecimal earned,
            BigDecimal points,
            @Nullable BigDecimal rate) {}

    /** A unit's row of an edition. */
    public record Result(
            UUID edition,
            YearMonth month,
            Board board,
            String unit,
            int orders,
            BigDecimal total,
            @Nullable Integer rank,
            Map<String, Part> parts) {
        /** Of an edition that is not kept. */
        public static Result of(Edition edition, Ranked unit) {
            return new Result(
                    edition.id(),
                    edition.month(),
                    unit.board(),
                    unit.unit(),
                    unit.orders(),
                    unit.score().shown(),
                    unit.rank(),
                    ScoreJson.partsOf(unit.score()));
        }
    }

    private final JdbcClient db;
    private final JdbcTemplate rows;

    EditionStore(JdbcClient db, JdbcTemplate rows) {
        this.db = db;
        this.rows = rows;
    }

    /** One computation of a month at a time. */
    public void lock(Tenant tenant, String packageId, String name, YearMonth month) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "assessment/" + tenant.code() + "/" + packageId + "/" + name + "/" + month)
                .query((row, n) -> 1)
                .list();
    }

    public void add(Staff staff, Edition edition, Collection<Line> lines, Collection<Ranked> results) {
        db.sql("""
               insert into assessment.edition (tenant, id, package, name, month, number, version, scheme, digest, cause, made_by, made_by_name, made_at)
               values (:tenant, :id, :package, :name, :month, :number, :version, :scheme::jsonb, :digest, :cause, :by, :byName, :at)
               """)
                .param("tenant", staff.tenant().code())
                .param("id", edition.id())
                .param("package", edition.packageId())
                .param("name", edition.name())
                .param("month", edition.month().atDay(1))
                .param("number", edition.number())
                .param("version", edition.version())
                .param("scheme", ScoreJson.scheme(edition.scheme()))
                .param("digest", edition.digest())
                .param("cause", edition.cause().id())
                .param("by", staff.id())
                .param("byName", edition.madeBy())
                .param("at", Timestamp.from(edition.madeAt()))
                .update();
        int tenant = staff.tenant().code();
        rows.batchUpdate(
                """
                insert into assessment.line (tenant, edition, measure, kind, case_id, ref, number, title, at, department, committee, earned, done_at, reached, solved, stars,
                    reason, corrected)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, lines.stream().map(line -> row(tenant, edition.id(), line)).toList());
        rows.batchUpdate(
                "insert into assessment.result (tenant, edition, board, unit, orders, total, rank, parts) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)",
                results,
                BATCH,
                (statement, one) -> {
                    statement.setInt(1, tenant);
                    statement.setObject(2, edition.id());
                    statement.setString(3, one.board().id());
                    statement.setString(4, one.unit());
                    statement.setInt(5, one.orders());
                    statement.setBigDecimal(6, one.score().shown());
                    statement.setObject(7, one.rank(), java.sql.Types.INTEGER);
                    statement.setString(8, ScoreJson.parts(one.score()));
                });
    }

    private static Object[] row(int tenant, UUID edition, Line line) {
        return new Object[] {
            tenant,
            edition,
            line.measure(),
            line.kind(),
            line.caseId(),
            line.ref(),
            line.number(),
            line.title(),
            Timestamp.from(line.at()),
            line.department(),
            line.committee(),
            line.earned(),
            line.doneAt() == null ? null : Timestamp.from(line.doneAt()),
            line.reached(),
            line.solved(),
            line.stars(),
            line.reason(),
            line.corrected()
        };
    }

    /** @return whether it was not published before */
    public boolean publish(Tenant tenant, UUID edition, String by, Instant at) {
        return db.sql("""
                      update assessment.edition set published_at = :at, published_by_name = :by
                      where tenant = :tenant and id = :id and published_at is null
                      """)
                        .param("tenant", tenant.code())
                        .param("id", edition)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** All of an assessment, the latest month first, in a month the latest edition first. */
    public List<Edition> all(Tenant tenant, String packageId, String name) {
        return db.sql("""
                      select *, scheme::text as scheme_text from assessment.edition
                      where tenant = :tenant and package = :package and name = :name order by month desc, number desc limit 1000
                      """)
                .param("tenant", tenant.code())
                .param("package", packageId)
                .param("name", name)
                .query((row, n) -> edition(row))
                .list();
    }

    public List<Edition> ofMonth(Tenant tenant, String packageId, String name, YearMonth month) {
        return db.sql("""
                      select *, scheme::text as scheme_text from assessment.edition
                      where tenant = :tenant and package = :package and name = :name and month = :month order by number desc limit 200
                      """)
                .param("tenant", tenant.code())
                .param("package", packageId)
                .param("name", name)
                .param("month", Date.valueOf(month.atDay(1)))
                .query((row, n) -> edition(row))
                .list();
    }

    public Optional<Edition> find(Tenant tenant, UUID id) {
        return db.sql(
                        "select *, scheme::text as scheme_text from assessment.edition where tenant = :tenant and id = :id")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> edition(row))
                .optional();
    }

    public List<Line> lines(Tenant tenant, UUID edition) {
        return lines(tenant, edition, Board.ALL, Board.WHOLE);
    }

    /** Those of one unit. */
    public List<Line> lines(Tenant tenant, UUID edition, Board board, String unit) {
        return db.sql("""
                      select * from assessment.line
                      where tenant = :tenant and edition = :edition
                          and (:board = 'all' or :board = 'department' and department = :unit or :board = 'committee' and committee = :unit)
                      order by measure, case_id, ref
                      """)
                .param("tenant", tenant.code())
                .param("edition", edition)
                .param("board", board.id())
                .param("unit", unit)
                .query((row, n) -> line(row))
                .list();
    }

    public List<Result> results(Tenant tenant, UUID edition) {
        return db.sql("""
                      select r.*, r.parts::text as parts_text, e.month from assessment.result r
                      join assessment.edition e on e.tenant = r.tenant and e.id = r.edition
                      where r.tenant = :tenant and r.edition = :edition order by r.board, r.total desc, r.unit
                      """)
                .param("tenant", tenant.code())
                .param("edition", edition)
                .query((row, n) -> result(row))
                .list();
    }

    /** A unit's way over the months, oldest first; of each month the latest edition, published ones alone where {@code all} is not asked for. */
    public List<Result> trend(Tenant tenant, String packageId, String name, Board board, String unit, boolean all) {
        return db.sql("""
                      select r.*, r.parts::text as parts_text, e.month from assessment.result r
                      join (
                          select distinct on (month) tenant, id, month from assessment.edition
                          where tenant = :tenant and package = :package and name = :name and (:all or published_at is not null)
                          order by month desc, number desc limit 24) e on e.tenant = r.tenant and e.id = r.edition
                      where r.tenant = :tenant and r.board = :board and r.unit = :unit order by e.month
                      """)
                .param("tenant", tenant.code())
                .param("package", packageId)
                .param("name", name)
                .param("board", board.id())
                .param("unit", unit)
                .param("all", all)
                .query((row, n) -> result(row))
                .list();
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(
                row.getObject("id", UUID.class),
                row.getString("package"),
                row.getString("name"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getInt("number"),
                row.getInt("version"),
                ScoreJson.scheme(row.getString("scheme_text")),
                row.getString("digest"),
                Cause.of(row.getString("cause")),
                row.getString("made_by_name"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("published_by_name"),
                OccasionStore.instant(row.getTimestamp("published_at")));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("measure"),
                row.getString("kind"),
                row.getObject("case_id", UUID.class),
                row.getInt("ref"),
                row.getString("number"),
                row.getString("title"),
                row.getTimestamp("at").toInstant(),
                row.getString("department"),
                row.getString("committee"),
                row.getBigDecimal("earned"),
                OccasionStore.instant(row.getTimestamp("done_at")),
                (Boolean) row.getObject("reached"),
                (Boolean) row.getObject("solved"),
                (Integer) row.getObject("stars"),
                row.getString("reason"),
                row.getString("corrected"));
    }

    private static Result result(ResultSet row) throws SQLException {
        return new Result(
                row.getObject("edition", UUID.class),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                Board.of(row.getString("board")),
                row.getString("unit"),
                row.getInt("orders"),
                row.getBigDecimal("total"),
                (Integer) row.getObject("rank"),
                ScoreJson.parts(row.getString("parts_text")));
    }
}
