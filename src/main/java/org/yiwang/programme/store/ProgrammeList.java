package org.yiwang.programme.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;

/** Programmes as lists show them. */
@Component
public class ProgrammeList {
    private final JdbcClient db;

    ProgrammeList(JdbcClient db) {
        this.db = db;
    }

    /**
     * What is looked for; null is anything.
     *
     * @param late past its due time
     * @param text part of number or title
     */
    public record Wanted(
            @Nullable String packageId,
            @Nullable String kind,
            @Nullable String stage,
            @Nullable String about,
            boolean late,
            @Nullable String text) {}

    /** One line. */
    public record Line(
            UUID id,
            String number,
            String packageId,
            String kind,
            int kindVersion,
            String title,
            @Nullable String about,
            UnitId unit,
            String stage,
            Instant since,
            @Nullable Instant dueAt,
            int edition) {}

    /** How many stand there, and of these past their due time. */
    public record StageCount(String packageId, String kind, String stage, long count, long late) {}

    public record Page(List<Line> items, long total) {}

    private static final String WHERE = """
             where p.tenant = :tenant and (:package::text is null or p.package = :package) and (:kind::text is null or p.kind = :kind)
                and (:stage::text is null or p.stage = :stage) and (:about::text is null or p.about = :about) and (not :late or p.due_at < :now)
                and (:text::text is null or strpos(lower(p.number || ' ' || p.title), lower(:text)) > 0) and\s""";

    /** What is due soonest first, then what changed last. */
    public Page page(Staff staff, Wanted wanted, Instant now, int limit, int offset) {
        List<Line> items = asked(
                        "select p.*",
                        " order by p.ended, p.due_at nulls last, p.changed_at desc, p.id limit :limit offset :offset",
                        staff,
                        wanted,
                        now)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> line(row))
                .list();
        long total = asked("select count(*)", "", staff, wanted, now)
                .query(Long.class)
                .single();
        return new Page(items, total);
    }

    public List<StageCount> counts(Staff staff, Wanted wanted, Instant now) {
        return asked(
                        "select p.package, p.kind, p.stage, count(*) as number, count(*) filter (where p.due_at < :now) as late",
                        " group by 1, 2, 3",
                        staff,
                        wanted,
                        now)
                .query((row, n) -> new StageCount(
                        row.getString("package"),
                        row.getString("kind"),
                        row.getString("stage"),
                        row.getLong("number"),
                        row.getLong("late")))
                .list();
    }

    private JdbcClient.StatementSpec asked(String select, String rest, Staff staff, Wanted wanted, Instant now) {
        return db.sql(select + " from programme.programme p " + WHERE + ProgrammeStore.sight() + rest)
                .params(ProgrammeStore.parameters(staff))
                .param("package", wanted.packageId())
                .param("kind", wanted.kind())
                .param("stage", wanted.stage())
                .param("about", wanted.about())
                .param("late", wanted.late())
                .param("now", Timestamp.from(now))
                .param("text", wanted.text());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("package"),
                row.getString("kind"),
                row.getInt("kind_version"),
                row.getString("title"),
                row.getString("about"),
                new UnitId(row.getString("unit")),
                row.getString("stage"),
                row.getTimestamp("stage_since").toInstant(),
                ProgrammeStore.instant(row, "due_at"),
                row.getInt("edition"));
    }
}
