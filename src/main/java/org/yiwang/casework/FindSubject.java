package org.yiwang.casework;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.casework.model.Answer;
import org.yiwang.casework.model.Procedure;
import org.yiwang.casework.model.Repeats;
import org.yiwang.casework.model.Subject;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;
import org.yiwang.worktime.Limit;

/** Which record a case will be about, and how often that had such a case before. */
@Service
public class FindSubject {
    private static final String EARLIER = """
            select count(*) from casework.cases c
            where c.tenant = :tenant and c.subject_register = :register and c.subject_key = :key and c.category = :category
                and c.reported_at >= :since and c.reported_at <= :now and c.stage not in ('declined', 'withdrawn', 'merged')
            """;

    /** The registers, as far as cases need them. */
    public interface Records {
        Records NONE = (tenant, about, key) -> Optional.empty();

        Optional<Subject> find(Tenant tenant, Procedure.About about, String key);

        /** Whether this person may see the record. */
        default boolean isSeen(Staff staff, Subject record) {
            return true;
        }
    }

    /** What is known of the record; nothing where the case is about none. */
    public record Known(@Nullable Subject subject, @Nullable Repeats repeats) {
        static final Known NOTHING = new Known(null, null);
    }

    private final JdbcClient db;
    private final Records records;

    public FindSubject(JdbcClient db, Records records) {
        this.db = db;
        this.records = records;
    }

    /** @throws org.yiwang.platform.RefusedException when the answers name a record that the register does not have */
    Known of(Tenant tenant, Procedure type, List<Answer> answers, Instant now) {
        Procedure.About about = type.subject();
        if (about == null) return Known.NOTHING;
        return answers.stream()
                .filter(answer -> answer.question().equals(about.field()))
                .findFirst()
                .map(answer -> known(tenant, type, about, answer.values().getFirst(), now))
                .orElse(Known.NOTHING);
    }

    /** @throws org.yiwang.platform.RefusedException when this person does not see the record, as if the register did not have it */
    void requireSeen(Staff staff, Procedure type, @Nullable Subject subject) {
        Procedure.About about = type.subject();
        if (about != null && subject != null && !records.isSeen(staff, subject)) throw unknown(about, subject.key());
    }

    private static RefusedException unknown(Procedure.About about, String key) {
        return Refusal.invalid(CheckAnswers.FIELD + about.field(), "case.no-such-record", key)
                .exception();
    }

    private Known known(Tenant tenant, Procedure type, Procedure.About about, String key, Instant now) {
        Subject subject = records.find(tenant, about, key).orElseThrow(() -> unknown(about, key));
        Limit within = type.repeats();
        return new Known(
                subject,
                within == null ? null : new Repeats(earlier(tenant, type.code(), subject, within, now), within));
    }

    /** How often the record had come before a moment of the past, by the days of a package that is only tried. */
    Repeats countedAt(Tenant tenant, String category, Subject subject, Limit within, Instant reported) {
        return new Repeats(earlier(tenant, category, subject, within, reported.minusNanos(1_000)), within);
    }

    private int earlier(Tenant tenant, String category, Subject subject, Limit within, Instant now) {
        return db.sql(EARLIER)
                .param("tenant", tenant.code())
                .param("register", subject.register())
                .param("key", subject.key())
                .param("category", category)
                .param("since", Timestamp.from(now.minus(Duration.ofDays(within.amount()))))
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }
}
