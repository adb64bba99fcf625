package org.yiwang.sensing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.model.Incoming;
import org.yiwang.sensing.model.Letter;
import org.yiwang.sensing.model.Place;
import org.yiwang.sensing.store.LetterStore;

/**
 * Gathers the messages of all connections and writes them together, one transaction for many: a commit costs the same for one as for a thousand. Whoever hands
 * in is told when the commit is through, and not before. While a commit is under way the next ones gather by themselves.
 */
public final class GatherMessages implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GatherMessages.class);
    private static final int WAITING_MAX = 20_000;
    private static final int BATCH_MAX = 2_000;
    private static final int TRIES_MAX = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LINGER = Duration.ofMillis(2);
    private static final Duration BREATH = Duration.ofMillis(300);

    /** One of the two. */
    private record Waiting(
            @Nullable Incoming message, @Nullable Letter letter, CompletableFuture<@Nullable Place> told) {}

    private final AppendLog log;
    private final LetterStore letters;
    private final TransactionOperations transactions;
    private final Tenant tenant;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Thread writer;
    private volatile boolean closed;

    public GatherMessages(AppendLog log, LetterStore letters, TransactionOperations transactions, Tenant tenant) {
        this.log = log;
        this.letters = letters;
        this.transactions = transactions;
        this.tenant = tenant;
        this.writer = Thread.ofPlatform().name("sensing-log").daemon().start(this::run);
    }

    /** Completed once the message is durable. Waits where more is waiting than can be written, so that whoever reads from a socket stops reading. */
    public CompletableFuture<@Nullable Place> take(Incoming message) {
        return put(new Waiting(message, null, new CompletableFuture<>()));
    }

    /** Completed once the letter is durable. */
    public CompletableFuture<@Nullable Place> keep(Letter letter) {
        return put(new Waiting(null, letter, new CompletableFuture<>()));
    }

    private CompletableFuture<@Nullable Place> put(Waiting one) {
        try {
            if (closed || !queue.offer(one, PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                one.told().completeExceptionally(new RejectedExecutionException("The log takes nothing more just now"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            one.told().completeExceptionally(e);
        }
        return one.told();
    }

    private void run() {
        List<Waiting> batch = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                gather(batch);
                if (!batch.isEmpty()) write(batch);
            } catch (InterruptedException e) {
                closed = true;
            } finally {
                batch.clear();
            }
        }
    }

    private void gather(List<Waiting> batch) throws InterruptedException {
        Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first == null) return;
        batch.add(first);
        queue.drainTo(batch, BATCH_MAX - 1);
        if (batch.size() >= BATCH_MAX / 2) return;
        TimeUnit.NANOSECONDS.sleep(LINGER.toNanos());
        queue.drainTo(batch, BATCH_MAX - batch.size());
    }

    /** What fails for a reason of its own is found by halving, so that one message never keeps the others out. */
    private void write(List<Waiting> batch) throws InterruptedException {
        try {
            tell(batch, tried(batch));
        } catch (NonTransientDataAccessException e) {
            if (batch.size() == 1) {
                LOG.warn("A message was not written: {}", e.getMessage());
                batch.getFirst().told().completeExceptionally(e);
            } else {
                write(batch.subList(0, batch.size() / 2));
                write(batch.subList(batch.size() / 2, batch.size()));
            }
        } catch (RuntimeException e) {
            LOG.warn("{} messages were not written and not acknowledged: {}", batch.size(), e.getMessage());
            batch.forEach(one -> one.told().completeExceptionally(e));
        }
    }

    /** A commit whose answer was lost may have happened: trying again may double messages, never lose one. */
    private List<Place> tried(List<Waiting> batch) throws InterruptedException {
        for (int tries = 1; ; tries++)
            try {
                return once(batch);
            } catch (NonTransientDataAccessException e) {
                throw e;
            } catch (DataAccessException | TransactionException e) {
                if (tries == TRIES_MAX) throw e;
                Thread.sleep(BREATH.toMillis() * tries);
            }
    }

    private List<Place> once(List<Waiting> batch) {
        List<Incoming> messages = batch.stream()
                .<Incoming>mapMulti((one, out) -> {
                    if (one.message() != null) out.accept(one.message());
                })
                .toList();
        List<Letter> garbled = batch.stream()
                .<Letter>mapMulti((one, out) -> {
                    if (one.letter() != null) out.accept(one.letter());
                })
                .toList();
        List<Place> places = transactions.execute(status -> {
            letters.keep(tenant, garbled);
            return log.append(messages);
        });
        return places == null ? List.of() : places;
    }

    private static void tell(List<Waiting> batch, List<Place> places) {
        int next = 0;
        for (Waiting one : batch) one.told().complete(one.message() == null ? null : places.get(next++));
    }

    /** Writes what waits, and takes nothing more. */
    @Override
    public void close() {
        closed = true;
        try {
            writer.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
