package org.yiwang.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.advice.model.Example;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.contract.SchemaName;

/** What was suggested when a case came in, and what people decided otherwise. */
@Component
class LessonStore {
    /** A person's correction says more than a case that nobody looked at twice. */
    static final int WEIGHT = 3;

    private static final String EXAMPLES = """
            select distinct on (l.case_id) c.description, l.chosen, c.reported_at
            from advice.lesson l join casework.cases c on c.tenant = l.tenant and c.id = l.case_id
            where l.tenant = :tenant and l.kind = 'category' and c.description <> '' and c.reported_at <= :until
            order by l.case_id, l.seq desc limit :limit
            """;

    /** What a person decided otherwise. */
    enum Kind {
        CATEGORY,
        LEAD,
        RETURN;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A correction.
     *
     * @param kind category, lead, or return (a unit was right to give the case back)
     * @param suggested what had been suggested or held before
     * @param chosen what holds now; null where a return leaves it open
     */
    @SchemaName("AdviceLesson")
    record Lesson(
            UUID caseId,
            int seq,
            String number,
            String kind,
            @Nullable String suggested,
            @Nullable String chosen,
            @Nullable Double certainty,
            Instant at) {}

    /** What was suggested for a case. */
    record Given(int version, String category, double certainty, String reported) {}

    private final JdbcClient db;

    LessonStore(JdbcClient db) {
        this.db = db;
    }

    void give(Tenant tenant, UUID caseId, Given given, Instant at) {
        db.sql("""
               insert into advice.given (tenant, case_id, version, category, certainty, reported, at)
               values (:tenant, :case, :version, :category, :certainty, :reported, :at) on conflict do nothing
               """)
                .param("tenant", tenant.code())
                .param("case", caseId)
                .param("version", given.version)
                .param("category", given.category)
                .param("certainty", given.certainty)
                .param("reported", given.reported)
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Given> given(Tenant tenant, UUID caseId) {
        return db.sql(
                        "select version, category, certainty, reported from advice.given where tenant = ? and case_id = ?")
                .params(tenant.code(), caseId)
                .query((row, number) -> new Given(
                        row.getInt("version"),
                        row.getString("category"),
                        row.getDouble("certainty"),
                        row.getString("reported")))
                .optional();
    }

    void add(Tenant tenant, Lesson lesson) {
        db.sql("""
               insert into advice.lesson (tenant, case_id, seq, number, kind, suggested, chosen, certainty, at)
               values (:tenant, :case, :seq, :number, :kind, :suggested, :chosen, :certainty, :at) on conflict do nothing
               """)
                .param("tenant", tenant.code())
                .param("case", lesson.caseId)
                .param("seq", lesson.seq)
                .param("number", lesson.number)
                .param("kind", lesson.kind)
                .param("suggested", lesson.suggested)
                .param("chosen", lesson.chosen)
                .param("certainty", lesson.certainty)
                .param("at", Timestamp.from(lesson.at))
                .update();
    }

    /** The latest first. */
    List<Lesson> latest(Tenant tenant, int limit) {
        return db.sql("select * from advice.lesson where tenant = ? order by at desc, case_id, seq limit ?")
                .params(tenant.code(), limit)
                .query((row, number) -> lesson(row))
                .list();
    }

    long count(Tenant tenant) {
        return db.sql("select count(*) from advice.lesson where tenant = ?")
                .param(tenant.code())
                .query(Long.class)
                .single();
    }

    long countSince(Tenant tenant, Instant since) {
        return db.sql("select count(*) from advice.lesson where tenant = ? and kind = 'category' and at > ?")
                .params(tenant.code(), Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    /** The last correction of each case's category, as examples to learn from. */
    List<Example> examples(Tenant tenant, Instant until, int limit) {
        return db.sql(EXAMPLES)
                .param("tenant", tenant.code())
                .param("until", Timestamp.from(until))
                .param("limit", limit)
                .query((row, number) -> new Example(
                        row.getString("description"),
                        row.getString("chosen"),
                        row.getTimestamp("reported_at").toInstant(),
                        WEIGHT))
                .list();
    }

    private static Lesson lesson(ResultSet row) throws SQLException {
        double known = row.getDouble("certainty");
        Double certainty = row.wasNull() ? null : known;
        return new Lesson(
                row.getObject("case_id", UUID.class),
                row.getInt("seq"),
                row.getString("number"),
                row.getString("kind"),
                row.getString("suggested"),
                row.getString("chosen"),
                certainty,
                row.getTimestamp("at").toInstant());
    }
}
