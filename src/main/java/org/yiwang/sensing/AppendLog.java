package org.yiwang.sensing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.model.Heads;
import org.yiwang.sensing.model.Heads.Head;
import org.yiwang.sensing.model.Incoming;
import org.yiwang.sensing.model.Note;
import org.yiwang.sensing.model.Partitions;
import org.yiwang.sensing.model.Place;
import org.yiwang.sensing.store.LogStore;

/**
 * Appends to the log of this sub-district. Offsets of a partition follow each other without a gap, and its time never runs backwards, whichever node writes:
 * the partition's head is locked from before the clock is read until the commit.
 */
@Service
public class AppendLog {
    private final LogStore store;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Tenant tenant;
    private final AtomicBoolean begun = new AtomicBoolean();

    public AppendLog(
            LogStore store, TransactionOperations transactions, Clock clock, @Value("${yiwang.tenant}") int tenant) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.tenant = new Tenant(tenant);
    }

    /** In the caller's transaction, or one of its own. Answers where each message lies; without a caller's transaction they are durable by then. */
    public List<Place> append(List<Incoming> messages) {
        if (messages.isEmpty()) return List.of();
        return required(transactions.execute(status -> write(messages)));
    }

    /** Tells readers that nothing earlier than now can come any more. */
    public void tick() {
        transactions.executeWithoutResult(status -> {
            begin();
            store.tick(tenant, clock.instant().truncatedTo(ChronoUnit.MICROS));
        });
    }

    /** For whoever tells several partitions something in one transaction: all heads at once, in the order that writers share, so that nobody waits in a ring. */
    public void hold() {
        begin();
        store.lock(tenant, all());
    }

    /** Tells the readers of one family's partition something that is no message, in the caller's transaction. */
    public void note(String family, Note note) {
        note(List.of(Partitions.of(family)), family, note);
    }

    /** Tells the readers of every partition, in the caller's transaction. */
    public void noteAll(Note note) {
        note(all(), "", note);
    }

    private static List<Integer> all() {
        return IntStream.range(0, Partitions.COUNT).boxed().toList();
    }

    private void note(List<Integer> partitions, String family, Note note) {
        begin();
        Map<Integer, Head> locked = store.lock(tenant, partitions);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        locked.forEach((partition, head) -> {
            Instant at = now.isBefore(head.lastIngestAt()) ? head.lastIngestAt() : now;
            store.note(tenant, family, note, new Place(partition, head.nextOffset(), at));
        });
    }

    private List<Place> write(List<Incoming> messages) {
        begin();
        List<String> families = messages.stream().map(Incoming::family).toList();
        Set<Integer> partitions = families.stream().map(Partitions::of).collect(Collectors.toCollection(TreeSet::new));
        var locked = store.lock(tenant, partitions);
        Heads heads = new Heads(locked, clock.instant().truncatedTo(ChronoUnit.MICROS));
        List<Place> places = heads.place(families);
        store.append(tenant, messages, places, heads.after());
        return places;
    }

    /** The heads may be undone with the transaction that made them: only a commit settles it. */
    private void begin() {
        if (begun.get()) return;
        store.begin(tenant);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                begun.set(true);
            }
        });
    }

    private static <T extends Collection<?>> T required(@org.jspecify.annotations.Nullable T value) {
        if (value == null) throw new IllegalStateException("A transaction gave no answer");
        return value;
    }
}
