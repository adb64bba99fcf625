package org.yiwang.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.casework.model.Stage;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/** What is public of a case: only those that came in by the open interface, without reporter, notes or photos. */
@Service
public class FindOpenRequests {
    private static final String REQUESTS = """
            select c.number, c.stage, c.category, c.description, c.lead, c.address, c.lon, c.lat, c.reported_at, c.updated_at,
                r.answer, r.answer_due_at
            from casework.cases c left join lateral (
                select answer, answer_due_at from casework.case_report r where r.tenant = c.tenant and r.case_id = c.id
                order by r.at limit 1) r on true
            where c.tenant = :tenant and c.channel = 'open311'
            """;

    /**
     * A case as anybody may see it.
     *
     * @param answer what the reporter was told
     * @param answerDueAt by when the reporter was promised an answer
     */
    public record OpenRequest(
            String number,
            Stage stage,
            String category,
            String description,
            @Nullable UnitId lead,
            String address,
            double lon,
            double lat,
            Instant reportedAt,
            Instant updatedAt,
            @Nullable String answer,
            @Nullable Instant answerDueAt) {

        public boolean isOpen() {
            return switch (stage) {
                case CLOSED, DECLINED, MERGED, WITHDRAWN -> false;
                case REPORTED, CHECKING, ACCEPTED, DISPATCHED, RETURN_ASKED, ARBITRATION, HANDLING, DONE, VERIFIED ->
                    true;
            };
        }
    }

    /** @param categories none = all; {@code open} null = both */
    public record Filter(
            Instant from,
            Instant to,
            List<String> categories,
            @Nullable Boolean open) {}

    private final JdbcClient db;

    FindOpenRequests(JdbcClient db) {
        this.db = db;
    }

    public List<OpenRequest> find(Tenant tenant, Filter filter, int max) {
        return db.sql(REQUESTS + """
                        and c.reported_at >= :from and c.reported_at < :to
                        and (cardinality(:categories::text[]) = 0 or c.category = any (:categories))
                        and (:open::boolean is null or c.open = :open)
                        order by c.reported_at desc, c.number desc limit :max
                        """)
                .param("tenant", tenant.code())
                .param("from", Timestamp.from(filter.from))
                .param("to", Timestamp.from(filter.to))
                .param("categories", filter.categories.toArray(String[]::new))
                .param("open", filter.open)
                .param("max", max)
                .query((row, number) -> request(row))
                .list();
    }

    public List<OpenRequest> find(Tenant tenant, List<String> numbers) {
        return db.sql(REQUESTS + " and c.number = any (:numbers) order by c.reported_at desc, c.number desc")
                .param("tenant", tenant.code())
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, number) -> request(row))
                .list();
    }

    private static OpenRequest request(ResultSet row) throws SQLException {
        String lead = row.getString("lead");
        return new OpenRequest(
                row.getString("number"),
                Stage.of(row.getString("stage")),
                row.getString("category"),
                row.getString("description"),
                lead == null ? null : new UnitId(lead),
                row.getString("address"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getTimestamp("reported_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getString("answer"),
                Optional.ofNullable(row.getTimestamp("answer_due_at"))
                        .map(Timestamp::toInstant)
                        .orElse(null));
    }
}
