package org.yiwang.platform.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import org.yiwang.platform.Tenant;
import tools.jackson.databind.json.JsonMapper;

/** Reads the outbox by snapshots: what is visible now and was not in the snapshot before. Each row comes exactly once, whatever the order of commits. */
final class FeedReader {
    private static final int ROWS_PER_FETCH = 500;
    private static final int SNAPSHOT = 1;

    // Rows that the old snapshot does not hold: begun after it, or running in it. Both are short index ranges, however
    // long the oldest transaction runs.
    private static final String FRESH = """
            select now.snapshot::text, fresh.id, fresh.tenant, fresh.topic, fresh.key, fresh.payload::text
            from (select pg_current_snapshot() as snapshot) now left join lateral (
                select * from platform.outbox where tx >= pg_snapshot_xmax(?::pg_snapshot)
                union all
                select * from platform.outbox where tx = any (array(select pg_snapshot_xip(?::pg_snapshot)))
            ) fresh on true
            order by fresh.id
            """;

    private static final String BETWEEN = """
            select ?, id, tenant, topic, key, payload::text from platform.outbox
            where (tx >= pg_snapshot_xmax(?::pg_snapshot) or tx = any (array(select pg_snapshot_xip(?::pg_snapshot))))
              and pg_visible_in_snapshot(tx, ?::pg_snapshot)
            order by id limit ?
            """;

    private final JsonMapper json;

    FeedReader(JsonMapper json) {
        this.json = json;
    }

    /** The snapshot of this moment. */
    String now(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("select pg_current_snapshot()::text");
                ResultSet rows = sql.executeQuery()) {
            rows.next();
            return rows.getString(SNAPSHOT);
        }
    }

    /** Hands over every row that became visible since {@code seen} and returns the snapshot up to which they were read. */
    String readSince(String seen, Connection connection, Consumer<FeedRow> each) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(FRESH)) {
            sql.setFetchSize(ROWS_PER_FETCH);
            sql.setString(1, seen);
            sql.setString(2, seen);
            return read(sql, seen, each);
        }
    }

    /** Hands over at most {@code limit} rows that {@code from} does not hold and {@code to} does. */
    void readBetween(String from, String to, int limit, Connection connection, Consumer<FeedRow> each)
            throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(BETWEEN)) {
            sql.setString(1, to);
            sql.setString(2, from);
            sql.setString(3, from);
            sql.setString(4, to);
            sql.setInt(5, limit);
            read(sql, from, each);
        }
    }

    private String read(PreparedStatement sql, String before, Consumer<FeedRow> each) throws SQLException {
        String now = before;
        try (ResultSet rows = sql.executeQuery()) {
            while (rows.next()) {
                now = rows.getString(SNAPSHOT);
                if (rows.getString("topic") != null) each.accept(row(rows));
            }
        }
        return now;
    }

    private FeedRow row(ResultSet row) throws SQLException {
        String payload = row.getString("payload");
        return new FeedRow(
                row.getLong("id"),
                new Tenant(row.getInt("tenant")),
                row.getString("topic"),
                row.getObject("key", UUID.class),
                json.readTree(payload),
                payload);
    }
}
