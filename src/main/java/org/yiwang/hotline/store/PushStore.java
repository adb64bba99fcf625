package org.yiwang.hotline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.hotline.model.Push;
import org.yiwang.platform.Tenant;

/** What the upper platform is to be told. */
@Component
public class PushStore {
    /** How long whoever took a push may be about it before it is taken for lost with them. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient sql;

    PushStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Adds a push behind the others of its order; the same key again adds nothing. */
    public void add(Tenant tenant, String no, String key, String act, String body, Instant now) {
        sql.sql("""
                with numbered as (
                    update hotline.orders set pushes = pushes + 1
                    where tenant = :tenant and no = :no
                        and not exists (select from hotline.push where tenant = :tenant and key = :key)
                    returning pushes)
                insert into hotline.push (tenant, key, order_no, number, act, body, state, made_at, next_at)
                select :tenant, :key, :no, pushes, :act, :body::jsonb, 'waiting', :now, :now from numbered
                """)
                .param("tenant", tenant.code())
                .param("no", no)
                .param("key", key)
                .param("act", act)
                .param("body", body)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Pushes whose turn it is, the first open one of each order; nobody else gets them while they are being sent. */
    public List<Push> lease(Tenant tenant, int atMost, Instant now) {
        return sql.sql("""
                with first as (
                    select distinct on (order_no) key, state, next_at from hotline.push
                    where tenant = :tenant and state in ('waiting', 'dead')
                    order by order_no, number),
                due as (select key from first where state = 'waiting' and next_at <= :now order by next_at limit :atMost)
                update hotline.push p set next_at = :until from due
                where p.tenant = :tenant and p.key = due.key and p.state = 'waiting' and p.next_at <= :now
                returning p.key, p.order_no, p.number, p.act, p.body, p.attempts, coalesce(p.tried_from, p.made_at) as tried_from
                """)
                .param("tenant", tenant.code())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(LEASE)))
                .param("atMost", atMost)
                .query((row, n) -> push(row))
                .list();
    }

    public void sent(Tenant tenant, Push push, Instant now) {
        sql.sql("""
                update hotline.push set state = 'sent', sent_at = :now, attempts = attempts + 1, trouble = null
                where tenant = :tenant and key = :key and state = 'waiting'
                """)
                .param("tenant", tenant.code())
                .param("key", push.key())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** It is tried again later. */
    public void failed(Tenant tenant, Push push, String trouble, Instant next) {
        sql.sql("""
                update hotline.push set attempts = attempts + 1, trouble = :trouble, next_at = :next
                where tenant = :tenant and key = :key and state = 'waiting'
                """)
                .param("tenant", tenant.code())
                .param("key", push.key())
                .param("trouble", trouble)
                .param("next", Timestamp.from(next))
                .update();
    }

    /** @param refused whether the upper platform has said no; otherwise it has not answered for too long */
    public void givenUp(Tenant tenant, Push push, String trouble, boolean refused, Instant now) {
        sql.sql("""
                update hotline.push
                set state = 'dead', attempts = attempts + 1, trouble = :trouble, refused = :refused, given_up_at = :now, next_at = :now
                where tenant = :tenant and key = :key and state = 'waiting'
                """)
                .param("tenant", tenant.code())
                .param("key", push.key())
                .param("trouble", trouble)
                .param("refused", refused)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** What of an order has not arrived: something that was given up is in the way of all that comes after it. */
    public Optional<Push.State> open(Tenant tenant, String no) {
        return sql.sql("""
                select state from hotline.push
                where tenant = :tenant and order_no = :no and state in ('waiting', 'dead') order by state limit 1
                """)
                .param("tenant", tenant.code())
                .param("no", no)
                .query(String.class)
                .optional()
                .map(Push.State::of);
    }

    /** Sends a push that was given up once more; whether there was such a one. */
    public boolean again(Tenant tenant, String key, String by, Instant now) {
        return again("and key = :key", tenant, now, by, key) == 1;
    }

    /** The same with all that were given up, for whatever reason; answers how many. */
    public int again(Tenant tenant, String by, Instant now) {
        return again("", tenant, now, by, null);
    }

    /** The same with those that had no answer, by the program itself. What was refused would be refused again. */
    public int againUnanswered(Tenant tenant, Instant now) {
        return again("and not refused", tenant, now, null, null);
    }

    private int again(String which, Tenant tenant, Instant now, @Nullable String by, @Nullable String key) {
        JdbcClient.StatementSpec spec = sql.sql("""
                update hotline.push
                set state = 'waiting', attempts = 0, tried_from = :now, next_at = :now, refused = false,
                    again = again + 1, again_at = :now, again_by = :by
                where tenant = :tenant and state = 'dead'
                """ + which)
                .param("tenant", tenant.code())
                .param("now", Timestamp.from(now))
                .param("by", by);
        return (key == null ? spec : spec.param("key", key)).update();
    }

    /** Drops a push that was given up for good; whether there was such a one. */
    public boolean drop(Tenant tenant, String key) {
        return sql.sql("""
                update hotline.push set state = 'dropped' where tenant = :tenant and key = :key and state = 'dead'
                """).param("tenant", tenant.code()).param("key", key).update() == 1;
    }

    private static Push push(ResultSet row) throws SQLException {
        return new Push(
                row.getString("key"),
                row.getString("order_no"),
                row.getInt("number"),
                row.getString("act"),
                row.getString("body"),
                row.getInt("attempts"),
                row.getTimestamp("tried_from").toInstant());
    }
}
