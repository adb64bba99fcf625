package org.yiwang.platform.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.platform.Refusal;

/**
 * One node's reader of the outbox and its followers. Woken by local commits ({@link #poke}), by other nodes, and once a second in any case. At most one
 * reading per {@value #TURN_MILLIS} ms, so that a flood of commits costs a steady small share of the machine.
 */
public final class LiveFeed implements AutoCloseable {
    /** A client that missed more than this loads its lists anew: that is cheaper for both sides. */
    static final int REPLAY_MAX = 2_000;

    static final Duration REPLAY_AGE_MAX = Duration.ofDays(6);
    private static final long TURN_MILLIS = 20;
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

    private final DataSource database;
    private final FeedReader reader;
    private final Clock clock;
    private final Bell bell;
    private final ReentrantLock gate = new ReentrantLock();
    private final Set<Subscription> followers = new LinkedHashSet<>();
    private volatile @Nullable FeedPosition seen;
    private volatile boolean closed;

    /** @param database hands out connections of the feed's own, not from the pool that the work uses */
    LiveFeed(DataSource database, FeedReader reader, Bell bell, Clock clock) {
        this.database = database;
        this.reader = reader;
        this.bell = bell;
        this.clock = clock;
    }

    void start() {
        Thread.ofPlatform().daemon().name("live-feed").start(this::run);
        bell.start();
    }

    /** To be called after a commit that wrote to the outbox. Costs next to nothing and never blocks. */
    public void poke() {
        bell.ring();
    }

    /**
     * Joins the feed.
     *
     * @param visible what the follower may see; asked by the feed's thread
     * @param lastEventId where the client left off; null when it begins
     */
    public Subscription subscribe(Predicate<FeedRow> visible, @Nullable String lastEventId) {
        FeedPosition start;
        Subscription follower;
        gate.lock();
        try {
            start = seen;
            if (start == null || closed)
                throw Refusal.refuse(Refusal.Kind.UNAVAILABLE, "feed.not-ready").exception();
            follower = new Subscription(this, visible, start.id());
            followers.add(follower);
        } finally {
            gate.unlock();
        }
        if (lastEventId != null) replay(follower, lastEventId, start);
        return follower;
    }

    /** This node's name. */
    public String node() {
        return bell.node();
    }

    public int followers() {
        gate.lock();
        try {
            return followers.size();
        } finally {
            gate.unlock();
        }
    }

    void leave(Subscription follower) {
        gate.lock();
        try {
            followers.remove(follower);
        } finally {
            gate.unlock();
        }
    }

    /** Lets every follower go; new ones are refused. Must come before the server waits for its open requests. */
    void dismiss() {
        closed = true;
        gate.lock();
        try {
            List.copyOf(followers).forEach(Subscription::close);
        } finally {
            gate.unlock();
        }
    }

    @Override
    public void close() {
        dismiss();
        bell.close();
    }

    private void replay(Subscription follower, String lastEventId, FeedPosition start) {
        FeedPosition from = FeedPosition.parse(lastEventId);
        List<FeedRow> rows = from == null || isOutOfReach(from, start) ? null : between(from, start);
        if (from == null || rows == null || rows.size() > REPLAY_MAX) follower.incomplete();
        else follower.replay(rows, from.id(), start.id());
    }

    /** Too old, or from another server whose transactions were numbered otherwise. */
    private boolean isOutOfReach(FeedPosition from, FeedPosition start) {
        return from.isOlderThan(REPLAY_AGE_MAX, clock.instant()) || from.end() > start.end();
    }

    private @Nullable List<FeedRow> between(FeedPosition from, FeedPosition to) {
        List<FeedRow> rows = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            reader.readBetween(from.snapshot(), to.snapshot(), REPLAY_MAX + 1, connection, rows::add);
            return rows;
        } catch (SQLException e) {
            LOG.warn("What a returning client missed could not be read; it loads its lists anew", e);
            return null;
        }
    }

    private void run() {
        while (!closed) {
            try (Connection connection = database.getConnection()) {
                prepare(connection);
                while (!closed) turn(connection);
            } catch (SQLException e) {
                if (!closed)
                    LOG.warn(
                            "The live feed lost its database ({}); it tries again each second and misses nothing",
                            e.getMessage());
                bell.pause(Duration.ofSeconds(1));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void prepare(Connection connection) throws SQLException {
        try (var setting = connection.createStatement()) {
            // What this connection writes are wake-up calls only; waiting for the disk would delay the next reading.
            setting.execute("set synchronous_commit = off");
        }
        connection.setAutoCommit(false);
        if (seen == null) seen = new FeedPosition(clock.instant(), reader.now(connection));
        connection.commit();
    }

    private void turn(Connection connection) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        boolean local = bell.answer();
        read(connection);
        if (local) bell.callOthers(connection);
        connection.commit();
        long spent = (System.nanoTime() - start) / 1_000_000;
        if (spent < TURN_MILLIS) Thread.sleep(TURN_MILLIS - spent);
        bell.await();
    }

    private void read(Connection connection) throws SQLException {
        FeedPosition before = java.util.Objects.requireNonNull(seen);
        Instant now = clock.instant();
        gate.lock();
        try {
            String snapshot = followers.isEmpty()
                    ? reader.now(connection)
                    : reader.readSince(before.snapshot(), connection, this::deliver);
            FeedPosition reached = new FeedPosition(now, snapshot);
            followers.forEach(follower -> follower.endBatch(reached.id()));
            followers.removeIf(follower -> !follower.isOpen());
            seen = reached;
        } finally {
            gate.unlock();
        }
    }

    private void deliver(FeedRow row) {
        for (Subscription follower : followers) follower.offer(row);
    }
}
