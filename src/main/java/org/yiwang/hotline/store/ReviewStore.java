package org.yiwang.hotline.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;

/** What we have asked the upper platform to allow. */
@Component
public class ReviewStore {
    private final JdbcClient sql;

    ReviewStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param what {@code return} or {@code extension} */
    public record Review(
            String key,
            String no,
            String what,
            String askedBy,
            Instant askedAt,
            String reason,
            String ground,
            String note,
            String state,
            @Nullable Instant reviewedAt,
            @Nullable String answer) {}

    /** Whether it could be asked: of each sort one thing at a time, and a key once. */
    public boolean ask(Tenant tenant, Review review) {
        return sql.sql("""
                insert into hotline.review (tenant, key, order_no, what, asked_by, asked_at, reason, ground, note, state)
                values (:tenant, :key, :no, :what, :by, :at, :reason, :ground, :note, 'asked') on conflict do nothing
                """)
                        .param("tenant", tenant.code())
                        .param("key", review.key())
                        .param("no", review.no())
                        .param("what", review.what())
                        .param("by", review.askedBy())
                        .param("at", Timestamp.from(review.askedAt()))
                        .param("reason", review.reason())
                        .param("ground", review.ground())
                        .param("note", review.note())
                        .update()
                == 1;
    }

    /** Whether it was open until now. */
    public boolean settle(Tenant tenant, String no, String what, boolean granted, String answer, Instant at) {
        return sql.sql("""
                update hotline.review set state = :state, answer = :answer, reviewed_at = :at
                where tenant = :tenant and order_no = :no and what = :what and state = 'asked'
                """)
                        .param("tenant", tenant.code())
                        .param("no", no)
                        .param("what", what)
                        .param("state", granted ? "granted" : "refused")
                        .param("answer", answer)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    public Optional<Review> open(Tenant tenant, String no, String what) {
        return of(tenant, no).stream()
                .filter(review -> review.what().equals(what) && review.state().equals("asked"))
                .findFirst();
    }

    public List<Review> of(Tenant tenant, String no) {
        return sql.sql("select * from hotline.review where tenant = :tenant and order_no = :no order by asked_at")
                .param("tenant", tenant.code())
                .param("no", no)
                .query((row, n) -> new Review(
                        row.getString("key"),
                        row.getString("order_no"),
                        row.getString("what"),
                        row.getString("asked_by"),
                        row.getTimestamp("asked_at").toInstant(),
                        row.getString("reason"),
                        row.getString("ground"),
                        row.getString("note"),
                        row.getString("state"),
                        row.getTimestamp("reviewed_at") == null
                                ? null
                                : row.getTimestamp("reviewed_at").toInstant(),
                        row.getString("answer")))
                .list();
    }
}
