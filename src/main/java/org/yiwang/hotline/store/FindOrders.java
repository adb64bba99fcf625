package org.yiwang.hotline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.hotline.model.OrderKind;
import org.yiwang.platform.Tenant;

/** Lists of orders with where their cases stand, and of what is on its way to the upper platform. */
@Component
public class FindOrders {
    private static final int PUSHES_MAX = 200;
    private static final String LINES = """
            select o.*, c.number, c.title, c.address, c.stage, c.lead, c.whole_due,
                (select count(*)::int from hotline.push p where p.tenant = o.tenant and p.order_no = o.no and p.state = 'waiting') as waiting,
                (select count(*)::int from hotline.push p where p.tenant = o.tenant and p.order_no = o.no and p.state = 'dead') as dead
            """;
    private static final String FROM =
            " from hotline.orders o join casework.cases c on c.tenant = o.tenant and c.id = o.now_case\n";
    private static final String PAGE = " order by o.received_at desc, o.no limit :limit offset :offset";
    private static final String WHERE = """
            where o.tenant = :tenant
            and (:kind::text is null or o.kind = :kind)
            and (:unit::text is null or o.first_unit = :unit)
            and (:text::text is null or o.no ilike '%' || :text || '%' or c.title ilike '%' || :text || '%' or c.number = :text)
            and case :show
                when 'open' then c.open
                when 'late' then c.open and c.whole_due < :now
                when 'no-contact' then c.open and not jsonb_path_exists(c.notes, '$.contacts[*] ? (@.reached == true)')
                when 'waiting' then exists (select from hotline.push p where p.tenant = o.tenant and p.order_no = o.no and p.state = 'waiting')
                when 'dead' then exists (select from hotline.push p where p.tenant = o.tenant and p.order_no = o.no and p.state = 'dead')
                when 'passed' then o.passed > 0
                when 'again' then o.again > 0
                when 'unclear' then o.placed = 'unclear' and c.open
                else true end
            """;

    private final JdbcClient sql;

    FindOrders(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param show open, late, no-contact, waiting, dead, passed, again, unclear or all */
    public record Query(
            @Nullable OrderKind kind,
            String show,
            @Nullable String unit,
            @Nullable String text) {}

    /**
     * @param waiting pushes that have not arrived yet
     * @param dead those that were given up
     */
    public record Line(
            String no,
            OrderKind kind,
            boolean urgent,
            Instant receivedAt,
            UUID caseId,
            String number,
            String title,
            String address,
            String stage,
            @Nullable String lead,
            @Nullable String firstUnit,
            int passed,
            int again,
            @Nullable Instant dueAt,
            String told,
            String placed,
            boolean linked,
            int waiting,
            int dead) {}

    public int count(Tenant tenant, Query query, Instant now) {
        return bound(sql.sql("select count(*)::int" + FROM + WHERE), tenant, query, now)
                .query(Integer.class)
                .single();
    }

    /** The latest first. */
    public List<Line> lines(Tenant tenant, Query query, Instant now, int from, int atMost) {
        return bound(sql.sql(LINES + FROM + WHERE + PAGE), tenant, query, now)
                .param("limit", atMost)
                .param("offset", from)
                .query((row, n) -> new Line(
                        row.getString("no"),
                        OrderKind.of(row.getString("kind")),
                        row.getBoolean("urgent"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getObject("now_case", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("address"),
                        row.getString("stage"),
                        row.getString("lead"),
                        row.getString("first_unit"),
                        row.getInt("passed"),
                        row.getInt("again"),
                        row.getTimestamp("whole_due") == null
                                ? null
                                : row.getTimestamp("whole_due").toInstant(),
                        row.getString("told"),
                        row.getString("placed"),
                        row.getBoolean("linked"),
                        row.getInt("waiting"),
                        row.getInt("dead")))
                .list();
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec spec, Tenant tenant, Query query, Instant now) {
        return spec.param("tenant", tenant.code())
                .param("kind", query.kind() == null ? null : query.kind().id())
                .param("unit", query.unit())
                .param("text", query.text())
                .param("show", query.show())
                .param("now", Timestamp.from(now));
    }

    /**
     * @param state waiting or dead
     * @param refused of one that is dead: the upper platform said no; otherwise it did not answer
     * @param again how often it was sent again after it had been given up
     * @param againBy whose doing the last of these was; empty for the night's
     */
    public record OpenPush(
            String key,
            String no,
            int number,
            String act,
            String state,
            int attempts,
            Instant madeAt,
            Instant nextAt,
            @Nullable String trouble,
            boolean refused,
            @Nullable Instant givenUpAt,
            int again,
            @Nullable Instant againAt,
            @Nullable String againBy) {}

    /**
     * How many have not arrived yet.
     *
     * @param held those of the waiting ones that have something in front of them which was given up
     */
    public record PushCounts(int waiting, int dead, int held) {}

    public PushCounts counts(Tenant tenant) {
        return sql.sql("""
                select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'dead')::int as dead,
                    count(*) filter (where state = 'waiting' and number > dead_at)::int as held
                from (select state, number, min(number) filter (where state = 'dead') over (partition by order_no) as dead_at
                    from hotline.push where tenant = :tenant and state in ('waiting', 'dead')) open
                """)
                .param("tenant", tenant.code())
                .query((row, n) -> new PushCounts(row.getInt("waiting"), row.getInt("dead"), row.getInt("held")))
                .single();
    }

    /** What has not arrived yet, what was given up first. */
    public List<OpenPush> pushes(Tenant tenant) {
        return sql.sql("""
                select key, order_no, number, act, state, attempts, made_at, next_at, trouble,
                    refused, given_up_at, again, again_at, again_by
                from hotline.push
                where tenant = :tenant and state in ('waiting', 'dead') order by state, order_no, number limit :limit
                """)
                .param("tenant", tenant.code())
                .param("limit", PUSHES_MAX)
                .query((row, n) -> new OpenPush(
                        row.getString("key"),
                        row.getString("order_no"),
                        row.getInt("number"),
                        row.getString("act"),
                        row.getString("state"),
                        row.getInt("attempts"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("next_at").toInstant(),
                        row.getString("trouble"),
                        row.getBoolean("refused"),
                        instant(row, "given_up_at"),
                        row.getInt("again"),
                        instant(row, "again_at"),
                        row.getString("again_by")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** One thing that the upper platform was told, or is to be told. */
    public record Told(
            int number,
            String act,
            String state,
            Instant madeAt,
            @Nullable Instant sentAt) {}

    public List<Told> told(Tenant tenant, String no) {
        return sql.sql("""
                select number, act, state, made_at, sent_at from hotline.push
                where tenant = :tenant and order_no = :no order by number limit :limit
                """)
                .param("tenant", tenant.code())
                .param("no", no)
                .param("limit", PUSHES_MAX)
                .query((row, n) -> new Told(
                        row.getInt("number"),
                        row.getString("act"),
                        row.getString("state"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("sent_at") == null
                                ? null
                                : row.getTimestamp("sent_at").toInstant()))
                .list();
    }
}
