package org.yiwang.alarms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.alarms.engine.Entry;
import org.yiwang.alarms.engine.Output;
import org.yiwang.alarms.engine.Shard;
import org.yiwang.alarms.store.StateStore;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.ReadLog;
import org.yiwang.sensing.model.Heads.Head;
import org.yiwang.sensing.model.LogRecord;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reader of one partition on this node. What it has read, what it knows, and what it says are kept in one transaction, so that a reader which is killed anywhere goes
 * on as if nothing had been. Of several nodes one reads at a time; another one that has gone on meanwhile is noticed, and what it knows is read again.
 */
final class ReadPartition {
    static final String READER = "alarms";
    private static final int RECORDS_MAX = 2_000;

    private final Tenant tenant;
    private final int partition;
    private final ReadLog log;
    private final StateStore states;
    private final Consumer<List<Output>> keep;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private @Nullable Shard shard;
    private long next;

    /** @param keep what the engine says, in the transaction of the reading */
    ReadPartition(
            Tenant tenant,
            int partition,
            ReadLog log,
            StateStore states,
            Consumer<List<Output>> keep,
            TransactionOperations transactions,
            JsonMapper json) {
        this.tenant = tenant;
        this.partition = partition;
        this.log = log;
        this.states = states;
        this.keep = keep;
        this.transactions = transactions;
        this.json = json;
    }

    /** When time alone changes something here next. */
    long due() {
        return shard == null ? Long.MAX_VALUE : shard.due();
    }

    /**
     * Reads on.
     *
     * @param head as it was before anything was read
     * @return whether there may be more to read at once
     */
    boolean turn(Head head) {
        boolean isIdle = shard != null
                && head.nextOffset() <= next
                && shard.due() > head.lastIngestAt().toEpochMilli();
        if (isIdle) return false;
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> states.lock(tenant, partition) && read(head)));
        } catch (RuntimeException e) {
            shard = null;
            throw e;
        }
    }

    private boolean read(Head head) {
        long place = log.place(tenant, READER, partition);
        if (shard == null || place != next) {
            shard = Shard.restore(partition, states.rules(tenant, partition), states.families(tenant, partition));
            next = place;
        }
        Shard now = shard;
        List<LogRecord> records = log.from(tenant, partition, next, RECORDS_MAX);
        List<Output> said = new ArrayList<>();
        boolean otherRules = false;
        for (LogRecord record : records) {
            if (record.offset() != next) throw new LogGap(partition, next, record.offset());
            Entry entry = ReadEntry.entry(record, json);
            otherRules |= entry instanceof Entry.RulesSet;
            now.take(ReadEntry.stamp(record), entry, said::add);
            next = record.offset() + 1;
        }
        boolean isAll = records.size() < RECORDS_MAX;
        if (isAll) now.until(head.lastIngestAt().toEpochMilli(), said::add);
        Instant at = records.isEmpty() ? head.lastIngestAt() : records.getLast().ingestAt();
        keep.accept(said);
        states.keep(tenant, partition, now.changes());
        if (otherRules) states.keepRules(tenant, partition, now.rules());
        log.keepPlace(tenant, READER, partition, next, at);
        return !isAll;
    }
}
