package org.yiwang.alarms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.alarms.engine.Entry;
import org.yiwang.alarms.engine.EntryCodec;
import org.yiwang.alarms.store.StateStore;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.AppendLog;
import org.yiwang.sensing.ReadLog;
import org.yiwang.sensing.model.Heads.Head;
import org.yiwang.sensing.model.Note;
import org.yiwang.sensing.model.Partitions;
import tools.jackson.databind.json.JsonMapper;

/** The engine on this machine: every partition of the log, read on as long as there is something to read. */
@Service
public class RunAlarms {
    private static final Logger LOG = LoggerFactory.getLogger(RunAlarms.class);
    /** Whoever was away for less than this was away for no device's reckoning. */
    private static final Duration AWAY = Duration.ofSeconds(30);

    private static final Duration TELL = Duration.ofSeconds(10);
    /** How often an engine elsewhere is told the time where nothing else is said. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Tenant tenant;
    private final ReadLog log;
    private final AppendLog append;
    private final TellLog tell;
    private final EngineElsewhere elsewhere;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final List<ReadPartition> partitions = new ArrayList<>();
    private volatile Instant told = Instant.MIN;
    private Instant ticked = Instant.MIN;

    RunAlarms(
            ReadLog log,
            AppendLog append,
            TellLog tell,
            StateStore states,
            KeepOutputs outputs,
            EngineElsewhere elsewhere,
            TransactionOperations transactions,
            JsonMapper json,
            Clock clock,
            @Value("${yiwang.tenant}") int tenant) {
        this.tenant = new Tenant(tenant);
        this.log = log;
        this.append = append;
        this.tell = tell;
        this.elsewhere = elsewhere;
        this.transactions = transactions;
        this.clock = clock;
        for (int i = 0; i < Partitions.COUNT; i++)
            partitions.add(new ReadPartition(
                    this.tenant, i, log, states, said -> outputs.keep(this.tenant, said), transactions, json));
    }

    /** Reads on; answers whether there may be more to read at once. */
    public synchronized boolean turn() {
        tellNews();
        Instant now = clock.instant();
        if (elsewhere.isUsed()) return turnElsewhere(now);
        boolean isDue = partitions.stream().anyMatch(one -> one.due() <= now.toEpochMilli());
        if (isDue) append.tick();
        Map<Integer, Head> heads = log.heads(tenant);
        boolean more = false;
        for (int i = 0; i < partitions.size(); i++) {
            Head head = heads.get(i);
            if (head != null) more |= turn(partitions.get(i), head);
        }
        return more;
    }

    /** Nobody here knows when something is due there. */
    private boolean turnElsewhere(Instant now) {
        if (ticked.equals(Instant.MIN) || !now.isBefore(ticked.plus(TICK))) {
            append.tick();
            ticked = now;
        }
        return elsewhere.turn(log.heads(tenant));
    }

    /** One partition in trouble keeps no other from being read. */
    private static boolean turn(ReadPartition partition, Head head) {
        try {
            return partition.turn(head);
        } catch (RuntimeException e) {
            LOG.warn("A partition of the devices' log could not be read and will be tried again", e);
            return false;
        }
    }

    /** Where the house was shut for a while, no device is called out for it. To be called before its doors open. */
    public void open() {
        elsewhere.takeTurns();
        noteOutage(log, append, transactions, tenant, clock.instant());
    }

    /** Notes since when nobody was heard, if that is long enough to matter. */
    static void noteOutage(
            ReadLog log, AppendLog append, TransactionOperations transactions, Tenant tenant, Instant now) {
        Instant last = log.heads(tenant).values().stream()
                .map(Head::lastIngestAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        if (last.equals(Instant.EPOCH) || last.isAfter(now.minus(AWAY))) return;
        Note outage = new Note(EntryCodec.write(new Entry.Outage(last.toEpochMilli())));
        transactions.executeWithoutResult(status -> append.noteAll(outage));
    }

    private void tellNews() {
        Instant now = clock.instant();
        if (now.isBefore(told.equals(Instant.MIN) ? told : told.plus(TELL))) return;
        told = now;
        tell.turn(tenant, now);
    }

    /** Tells of other rules and devices at the next turn. */
    public void tellSoon() {
        told = Instant.MIN;
    }
}
