package org.yiwang.casework;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;

/**
 * Gives each clock its say when its time has come: the ladder of supervision climbs, suspensions end on their day. Any number of nodes may do this at once: a
 * step is numbered, so that only one of them can store it.
 */
@Service
public class FireClocks {
    private static final Logger LOG = LoggerFactory.getLogger(FireClocks.class);
    private static final int BATCH_MAX = 200;
    private static final String DUE = """
            select tenant, case_id from casework.case_clocks where fire_at <= :now order by fire_at limit :batch
            """;
    private static final String OVER = """
            select c.tenant, c.id from casework.cases c
            where c.open and c.suspended and (c.notes #>> '{suspension,until}')::timestamptz <= :now limit :batch
            """;

    private final JdbcClient db;
    private final ActOnCase act;
    private final Clock clock;

    FireClocks(JdbcClient db, ActOnCase act, Clock clock) {
        this.db = db;
        this.act = act;
        this.clock = clock;
    }

    private record Due(int tenant, UUID id) {}

    @Scheduled(fixedDelay = 1000)
    void everySecond() {
        run(clock.instant());
    }

    /** Fires all that is due at this moment; answers how many steps that made. */
    public int run(Instant now) {
        return steps(DUE, "fire", now) + steps(OVER, "resume", now);
    }

    /** Fires the clocks of one case up to a moment, each at its own time: for a life that is played faster than it was lived. */
    public void upTo(Tenant tenant, UUID id, Instant now) {
        for (int i = 0; i < BATCH_MAX; i++) {
            List<Instant> next = db
                    .sql(
                            "select fire_at from casework.case_clocks where tenant = :tenant and case_id = :id and fire_at <= :now")
                    .param("tenant", tenant.code())
                    .param("id", id)
                    .param("now", Timestamp.from(now))
                    .query((row, number) -> row.getTimestamp(1))
                    .list()
                    .stream()
                    .filter(Objects::nonNull)
                    .map(Timestamp::toInstant)
                    .toList();
            if (next.isEmpty()) return;
            act.act(tenant, ActOnCase.Request.of(id, "fire", ActionInput.NONE), Actor.CLOCK, next.getFirst());
        }
    }

    private int steps(String sql, String action, Instant now) {
        List<Due> due = db.sql(sql)
                .param("now", Timestamp.from(now))
                .param("batch", BATCH_MAX)
                .query((row, number) -> new Due(row.getInt(1), row.getObject(2, UUID.class)))
                .list();
        int done = 0;
        for (Due one : due) if (step(one, action, now)) done++;
        return done;
    }

    private boolean step(Due due, String action, Instant now) {
        try {
            act.act(
                    new Tenant(due.tenant()),
                    ActOnCase.Request.of(due.id(), action, ActionInput.NONE),
                    Actor.CLOCK,
                    now);
            return true;
        } catch (RefusedException e) {
            // Another node or a person was faster; the next round sees what is left.
            LOG.debug("{} of {}: {}", action, due.id(), e.getMessage());
            return false;
        }
    }
}
