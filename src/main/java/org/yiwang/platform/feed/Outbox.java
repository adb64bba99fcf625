package org.yiwang.platform.feed;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yiwang.platform.Tenant;
import tools.jackson.databind.json.JsonMapper;

/** Where a module says what happened, in the transaction in which it happened. */
@Component
public class Outbox {
    static final Duration KEPT = Duration.ofDays(7);
    private static final int ROWS_PER_DELETE = 10_000;
    private static final long PRUNE_MILLIS = 3_600_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final LiveFeed feed;
    private final Clock clock;

    Outbox(JdbcClient jdbc, JsonMapper json, LiveFeed feed, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Adds a row in the caller's transaction and wakes the feed once that is committed.
     *
     * @param key the record that changed
     * @param payload what followers get, as JSON
     * @param at when it happened; decides how long the row is kept
     */
    public void publish(Tenant tenant, String topic, UUID key, Object payload, Instant at) {
        jdbc.sql("""
                insert into platform.outbox (tenant, topic, key, payload, at)
                values (:tenant, :topic, :key, :payload::jsonb, :at)
                """)
                .param("tenant", tenant.code())
                .param("topic", topic)
                .param("key", key)
                .param("payload", json.writeValueAsString(payload))
                .param("at", Timestamp.from(at))
                .update();
        pokeAfterCommit();
    }

    /** For a module that writes its rows itself: wakes the feed when the present transaction is committed; at once when there is none. */
    public void pokeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            feed.poke();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                feed.poke();
            }
        });
    }

    /** Records of the topic that changed in the transaction {@code tx} (a PostgreSQL xid8) or a later one, as far as rows are kept. */
    public List<UUID> changedSince(String topic, long tx) {
        return jdbc.sql("""
                select distinct key from platform.outbox where tx >= :tx::text::xid8 and topic = :topic order by key
                """)
                .param("tx", tx)
                .param("topic", topic)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    @Scheduled(initialDelay = PRUNE_MILLIS, fixedDelay = PRUNE_MILLIS)
    void prune() {
        Timestamp before = Timestamp.from(clock.instant().minus(KEPT));
        int deleted = ROWS_PER_DELETE;
        while (deleted == ROWS_PER_DELETE) {
            deleted = jdbc.sql("""
                    delete from platform.outbox where (tx, id) in
                        (select tx, id from platform.outbox where at < :before order by tx, id limit :rows)
                    """)
                    .param("before", before)
                    .param("rows", ROWS_PER_DELETE)
                    .update();
        }
    }
}
