package org.yiwang.hotline.store;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.hotline.model.CompareDay.Difference;
import org.yiwang.platform.Tenant;

/** The nights' comparisons. */
@Component
public class NightStore {
    private static final int NIGHTS_MAX = 60;
    private static final int DIFFERENCES_MAX = 1_000;

    private final JdbcClient sql;

    NightStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param sentAgain reports that had been given up for want of an answer and were taken up again
     * @param trouble why there was nothing to compare with; null when there was
     */
    public record Night(
            LocalDate day,
            Instant runAt,
            int here,
            int above,
            int sentAgain,
            int differences,
            int open,
            @Nullable String trouble) {}

    /** @param done {@code taken}, {@code told}, {@code under-way} or {@code person} */
    public record Found(
            String no,
            String kind,
            @Nullable String here,
            @Nullable String above,
            String done,
            @Nullable String settledBy,
            @Nullable Instant settledAt,
            @Nullable String note) {}

    /** What is sent again adds up over the runs of a day. */
    public void keep(
            Tenant tenant, LocalDate day, Instant now, int here, int above, int sentAgain, @Nullable String trouble) {
        sql.sql("""
                insert into hotline.night (tenant, day, run_at, here, above, sent_again, trouble)
                values (:tenant, :day, :now, :here, :above, :again, :trouble)
                on conflict (tenant, day) do update
                    set run_at = excluded.run_at, here = excluded.here, above = excluded.above, trouble = excluded.trouble,
                        sent_again = night.sent_again + excluded.sent_again
                """)
                .param("tenant", tenant.code())
                .param("day", Date.valueOf(day))
                .param("now", Timestamp.from(now))
                .param("here", here)
                .param("above", above)
                .param("again", sentAgain)
                .param("trouble", trouble)
                .update();
        sql.sql("delete from hotline.difference where tenant = :tenant and day = :day and settled_at is null")
                .param("tenant", tenant.code())
                .param("day", Date.valueOf(day))
                .update();
    }

    public void add(Tenant tenant, LocalDate day, Difference difference, String done) {
        sql.sql("""
                insert into hotline.difference (tenant, day, order_no, kind, here, above, done)
                values (:tenant, :day, :no, :kind, :here, :above, :done) on conflict (tenant, day, order_no) do nothing
                """)
                .param("tenant", tenant.code())
                .param("day", Date.valueOf(day))
                .param("no", difference.no())
                .param("kind", difference.kind().id())
                .param("here", difference.here())
                .param("above", difference.above())
                .param("done", done)
                .update();
    }

    public boolean settle(Tenant tenant, LocalDate day, String no, String by, String note, Instant now) {
        return sql.sql("""
                update hotline.difference set settled_by = :by, settled_at = :now, note = :note
                where tenant = :tenant and day = :day and order_no = :no and settled_at is null
                """)
                        .param("tenant", tenant.code())
                        .param("day", Date.valueOf(day))
                        .param("no", no)
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .param("note", note)
                        .update()
                == 1;
    }

    /** The latest first. */
    public List<Night> all(Tenant tenant) {
        return sql.sql("""
                select n.day, n.run_at, n.here, n.above, n.sent_again, n.trouble, count(d.order_no)::int as differences,
                    count(d.order_no) filter (where d.done = 'person' and d.settled_at is null)::int as open
                from hotline.night n left join hotline.difference d on d.tenant = n.tenant and d.day = n.day
                where n.tenant = :tenant
                group by n.day, n.run_at, n.here, n.above, n.sent_again, n.trouble order by n.day desc limit :limit
                """)
                .param("tenant", tenant.code())
                .param("limit", NIGHTS_MAX)
                .query((row, n) -> new Night(
                        row.getDate("day").toLocalDate(),
                        row.getTimestamp("run_at").toInstant(),
                        row.getInt("here"),
                        row.getInt("above"),
                        row.getInt("sent_again"),
                        row.getInt("differences"),
                        row.getInt("open"),
                        row.getString("trouble")))
                .list();
    }

    public List<Found> found(Tenant tenant, LocalDate day) {
        return sql.sql("""
                select * from hotline.difference where tenant = :tenant and day = :day order by order_no limit :limit
                """)
                .param("tenant", tenant.code())
                .param("day", Date.valueOf(day))
                .param("limit", DIFFERENCES_MAX)
                .query((row, n) -> new Found(
                        row.getString("order_no"),
                        row.getString("kind"),
                        row.getString("here"),
                        row.getString("above"),
                        row.getString("done"),
                        row.getString("settled_by"),
                        row.getTimestamp("settled_at") == null
                                ? null
                                : row.getTimestamp("settled_at").toInstant(),
                        row.getString("note")))
                .list();
    }

    public boolean isDone(Tenant tenant, LocalDate day) {
        return sql.sql(
                        "select exists (select from hotline.night where tenant = :tenant and day = :day and trouble is null)")
                .param("tenant", tenant.code())
                .param("day", Date.valueOf(day))
                .query(Boolean.class)
                .single();
    }
}
