package org.yiwang.hotline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
                returning p.key, p.order_no, p.number, p.act, p.body, p.attempts, p.made_at
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

    /** @param next when it is tried again; null gives it up */
    public void failed(Tenant tenant, Push push, String trouble, @Nullable Instant next, Instant now) {
        sql.sql("""
                update hotline.push set state = :state, attempts = attempts + 1, trouble = :trouble, next_at = :next
                where tenant = :tenant and key = :key and state = 'waiting'
                """)
                .param("tenant", tenant.code())
                .param("key", push.key())
                .param("state", next == null ? Push.State.DEAD.id() : Push.State.WAITING.id())
                .param("trouble", trouble)
                .param("next", Timestamp.from(next == null ? now : next))
                .update();
    }

    /** Whether something about the order is still on its way. */
    public boolean isUnderWay(Tenant tenant, String no) {
        return sql.sql("""
                select exists (select from hotline.push where tenant = :tenant and order_no = :no and state in ('waiting', 'dead'))
                """)
                .param("tenant", tenant.code())
                .param("no", no)
                .query(Boolean.class)
                .single();
    }

    private static Push push(ResultSet row) throws SQLException {
        return new Push(
                row.getString("key"),
                row.getString("order_no"),
                row.getInt("number"),
                row.getString("act"),
                row.getString("body"),
                row.getInt("attempts"),
                row.getTimestamp("made_at").toInstant());
    }
}
