package org.yiwang.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.casework.model.Stage;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.worktime.Limit;

/** Records that had cases of one type again and again (屡犯清单), as far as the person sees the cases. */
@Service
public class FindRepeats {
    public static final int ROWS_MAX = 500;
    private static final int AGAIN = 2;

    private static final String REPEATED = """
            select c.subject_register, c.subject_key, count(*) as cases, count(*) filter (where c.open) as open, min(c.reported_at) as first,
                (array_agg(c.subject_label order by c.reported_at desc, c.number desc))[1] as label,
                (array_agg(c.id order by c.reported_at desc, c.number desc))[1] as latest,
                (array_agg(c.number order by c.reported_at desc, c.number desc))[1] as number,
                (array_agg(c.stage order by c.reported_at desc, c.number desc))[1] as stage,
                (array_agg(c.address order by c.reported_at desc, c.number desc))[1] as address,
                max(c.reported_at) as last
            from casework.cases c
            where c.tenant = :tenant and c.category = :category and c.subject_key is not null and c.reported_at >= :since
                and c.stage not in ('declined', 'withdrawn', 'merged') and
            """ + CaseSight.CONDITION + """

            group by c.subject_register, c.subject_key having count(*) >= :again
            order by cases desc, last desc, c.subject_key limit :limit
            """;

    /**
     * A record with its cases within the days of the type.
     *
     * @param open how many of them are not over
     * @param address where the latest of them was
     */
    @SchemaName("RepeatedSubject")
    public record Repeated(
            FindCases.AboutLine subject,
            int cases,
            int open,
            Instant firstAt,
            Instant lastAt,
            UUID latest,
            String number,
            Stage state,
            String address) {}

    private final JdbcClient db;
    private final CatalogueStore catalogue;

    FindRepeats(JdbcClient db, CatalogueStore catalogue) {
        this.db = db;
        this.catalogue = catalogue;
    }

    /** How far back the type counts; empty where it does not. */
    public Optional<Limit> within(Staff staff, String category) {
        return Optional.ofNullable(
                catalogue.of(staff.tenant()).procedure(category, null).repeats());
    }

    /**
     * The most frequent first, at most {@value #ROWS_MAX}.
     *
     * @throws org.yiwang.platform.RefusedException when such cases do not count repeats
     */
    public List<Repeated> of(Staff staff, String category, Instant now) {
        Limit within = within(staff, category)
                .orElseThrow(() -> Refusal.invalid("category", "case.counts-no-repeats", category)
                        .exception());
        Map<String, Object> parameters = FindCases.parameters(staff, now);
        parameters.put("category", category);
        parameters.put("since", Timestamp.from(now.minus(Duration.ofDays(within.amount()))));
        parameters.put("again", AGAIN);
        parameters.put("limit", ROWS_MAX);
        return db.sql(REPEATED)
                .params(parameters)
                .query((row, number) -> repeated(row))
                .list();
    }

    private static Repeated repeated(ResultSet row) throws SQLException {
        return new Repeated(
                new FindCases.AboutLine(
                        row.getString("subject_register"), row.getString("subject_key"), row.getString("label")),
                row.getInt("cases"),
                row.getInt("open"),
                row.getTimestamp("first").toInstant(),
                row.getTimestamp("last").toInstant(),
                row.getObject("latest", UUID.class),
                row.getString("number"),
                Stage.of(row.getString("stage")),
                row.getString("address"));
    }
}
