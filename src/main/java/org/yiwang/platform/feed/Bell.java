package org.yiwang.platform.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the feeds of all nodes. Calls to other nodes go out from the feed's own connection, at most once a turn: a NOTIFY inside the work's transactions
 * would make their commits wait for each other.
 */
final class Bell implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
    private static final String CHANNEL = "yiwang_feed";
    private static final int LISTEN_MILLIS = 5_000;
    private static final Duration FALLBACK = Duration.ofSeconds(1);

    private final DataSource database;
    private final String node;
    private final AtomicBoolean local = new AtomicBoolean();
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean closed;

    /** @param node this node's name, by which it knows its own calls */
    Bell(DataSource database, String node) {
        this.database = database;
        this.node = node;
    }

    String node() {
        return node;
    }

    void start() {
        Thread.ofPlatform().daemon().name("live-feed-bell").start(this::listen);
    }

    /** Something was committed here. */
    void ring() {
        if (!local.getAndSet(true)) wake();
    }

    /** Whether something was committed here since the last answer. */
    boolean answer() {
        woken.drainPermits();
        return local.getAndSet(false);
    }

    /** Returns when somebody rang, at the latest after a second. */
    void await() throws InterruptedException {
        boolean rung = woken.tryAcquire(FALLBACK.toMillis(), TimeUnit.MILLISECONDS);
        if (rung) woken.drainPermits();
    }

    void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void callOthers(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("select pg_notify(?, ?)")) {
            sql.setString(1, CHANNEL);
            sql.setString(2, node);
            sql.execute();
        }
    }

    @Override
    public void close() {
        closed = true;
        wake();
    }

    private void wake() {
        woken.release();
    }

    private void listen() {
        while (!closed) {
            try (Connection connection = database.getConnection();
                    Statement sql = connection.createStatement()) {
                sql.execute("listen " + CHANNEL);
                wake();
                while (!closed) hear(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                if (!closed)
                    LOG.debug("Listening for other nodes was interrupted; the feed reads once a second meanwhile", e);
                pause(FALLBACK);
            }
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        for (PGNotification call : connection.getNotifications(LISTEN_MILLIS)) {
            if (!call.getParameter().equals(node)) wake();
        }
    }
}
