package org.yiwang.assessment.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.assessment.model.Assessment;
import org.yiwang.assessment.model.Assessment.Lead;
import org.yiwang.assessment.model.Occasion;
import org.yiwang.assessment.model.Occasion.Matter;
import org.yiwang.assessment.model.Occasion.Ran;
import org.yiwang.assessment.model.Occasion.Visit;
import org.yiwang.casework.model.Clock.Outcome;

/** What happened, from the views that figures of packages are computed from: one truth for both. */
@Component
public class OccasionStore {
    private final JdbcClient db;

    OccasionStore(JdbcClient db) {
        this.db = db;
    }

    /** Of the whole sub-district, whoever asks: a score is the same for everybody. */
    @Transactional
    public List<Occasion> between(Assessment formula, LocalDate from, LocalDate to) {
        db.sql("select set_config('yiwang.sees', 'everything', true)")
                .query(String.class)
                .single();
        String lead = formula.lead() == Lead.LAST
                ? "o.unit"
                : "(select f.unit from figures.first_lead f where f.case_id = o.case_id)";
        return db.sql("""
                      with occasion as materialized (
                          select * from figures.occasion
                          where day between :from and :to and kind = any (:kinds) and (:anyChannel or channel = any (:channels)))
                      select o.*, %s as lead, u.kind as lead_kind, c.urgency, c.reporters, c.returns, c.reworks, c.reopens, c.supervision, c.repeats
                      from occasion o
                      join figures.cases c on c.id = o.case_id
                      left join figures.unit u on u.id = %1$s
                      """.formatted(lead))
                .param("from", from)
                .param("to", to)
                .param("kinds", formula.kinds().toArray(String[]::new))
                .param("anyChannel", formula.channels().isEmpty())
                .param("channels", formula.channels().toArray(String[]::new))
                .query((row, n) -> occasion(row))
                .list();
    }

    private static Occasion occasion(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        @Nullable Boolean reached = (Boolean) row.getObject("reached");
        String leadKind = row.getString("lead_kind");
        boolean isDepartment = "department".equals(leadKind) || "party".equals(leadKind);
        return new Occasion(
                matter(row),
                row.getString("kind"),
                row.getInt("ref"),
                row.getTimestamp("at").toInstant(),
                row.getObject("day", LocalDate.class),
                isDepartment ? row.getString("lead") : null,
                outcome == null
                        ? null
                        : new Ran(
                                row.getTimestamp("due_at").toInstant(),
                                instant(row.getTimestamp("stopped_at")),
                                Outcome.of(outcome),
                                row.getInt("extensions"),
                                row.getInt("pauses")),
                reached == null
                        ? null
                        : new Visit(
                                reached, (Boolean) row.getObject("solved"), (Integer) row.getObject("satisfaction")),
                row.getString("reason"));
    }

    private static Matter matter(ResultSet row) throws SQLException {
        return new Matter(
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getString("channel"),
                row.getString("category"),
                row.getString("urgency"),
                row.getString("committee"),
                row.getInt("reporters"),
                row.getInt("returns"),
                row.getInt("reworks"),
                row.getInt("reopens"),
                row.getInt("supervision"),
                row.getInt("repeats"));
    }

    static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
