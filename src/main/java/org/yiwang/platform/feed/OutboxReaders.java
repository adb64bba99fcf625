package org.yiwang.platform.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.platform.Tenant;
import tools.jackson.databind.json.JsonMapper;

/**
 * Readers of the outbox that go on where they stopped, whichever node they run on. A reader's turn is one transaction: what it stores and how far it came are
 * committed together, so that each row counts once.
 */
@Component
public class OutboxReaders {
    private static final String TURN = "select pg_try_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String SEEN = "select seen from platform.outbox_reader where tenant = ? and name = ?";
    private static final String KEEP = """
            insert into platform.outbox_reader (tenant, name, seen) values (?, ?, coalesce(?, pg_current_snapshot()::text))
            on conflict (tenant, name) do update set seen = excluded.seen
            """;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final FeedReader reader;

    OutboxReaders(JdbcTemplate jdbc, TransactionOperations transactions, JsonMapper json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.reader = new FeedReader(json);
    }

    /**
     * Hands over what happened in a topic since the reader's last turn, in order; nothing while another node has the turn. A new reader begins with what
     * happens from now on.
     *
     * @param name of the reader, the same on every node and for ever
     */
    public void read(Tenant tenant, String name, String topic, Consumer<FeedRow> each) {
        transactions.executeWithoutResult(ignored -> jdbc.execute(
                (ConnectionCallback<Boolean>) connection -> turn(connection, tenant, name, new OfTopic(topic, each))));
    }

    private boolean turn(Connection connection, Tenant tenant, String name, OfTopic each) throws SQLException {
        if (!hasTurn(connection, tenant, name)) return false;
        String seen = seen(connection, tenant, name);
        if (seen == null) keep(connection, tenant, name, null);
        else readOn(connection, tenant, name, seen, each);
        return true;
    }

    private void readOn(Connection connection, Tenant tenant, String name, String seen, OfTopic each)
            throws SQLException {
        String now = reader.readSince(seen, connection, each);
        // Only what was read moves the mark: a quiet night writes nothing.
        if (each.some) keep(connection, tenant, name, now);
    }

    /** Lets rows of one topic through, and knows whether there were any rows at all. */
    private static final class OfTopic implements Consumer<FeedRow> {
        private final String topic;
        private final Consumer<FeedRow> each;
        private boolean some;

        OfTopic(String topic, Consumer<FeedRow> each) {
            this.topic = topic;
            this.each = each;
        }

        @Override
        public void accept(FeedRow row) {
            some = true;
            if (row.topic().equals(topic)) each.accept(row);
        }
    }

    private static boolean hasTurn(Connection connection, Tenant tenant, String name) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(TURN)) {
            sql.setString(1, "outbox-reader/" + tenant.code() + "/" + name);
            try (ResultSet row = sql.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static @Nullable String seen(Connection connection, Tenant tenant, String name) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(SEEN)) {
            sql.setInt(1, tenant.code());
            sql.setString(2, name);
            try (ResultSet row = sql.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static void keep(Connection connection, Tenant tenant, String name, @Nullable String seen)
            throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(KEEP)) {
            sql.setInt(1, tenant.code());
            sql.setString(2, name);
            sql.setString(3, seen);
            sql.executeUpdate();
        }
    }
}
