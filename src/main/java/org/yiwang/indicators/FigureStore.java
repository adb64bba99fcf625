package org.yiwang.indicators;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.util.PSQLException;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Refusal;

/**
 * Has the database answer the SQL of packages: as a role that may read the views of schema {@code figures} and nothing else, in a transaction that cannot
 * write, for so long and so many rows, so many at once.
 */
@Component
class FigureStore {
    static final String ROLE = "yiwang_figures";
    static final int SECONDS_MAX = 5;
    /** More are waited for, so that figures never take all connections. */
    static final int AT_ONCE_MAX = 4;

    private static final int WAIT_SECONDS_MAX = 20;
    private static final String NO_SUCH_ROLE = "22023";
    private static final String NOT_PERMITTED = "42501";

    private final DataSource source;
    private final Semaphore places = new Semaphore(AT_ONCE_MAX, true);

    FigureStore(DataSource source) {
        this.source = source;
    }

    /** One question within the transaction. */
    interface Question<T> {
        T ask(Session session) throws SQLException;
    }

    /** Takes one row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** A transaction of a reader's. */
    record Session(Connection connection) {
        /** @param sql bounds its own rows */
        <T> List<T> list(String sql, Row<T> row) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                List<T> list = new java.util.ArrayList<>();
                while (rows.next()) list.add(row.of(rows));
                return list;
            }
        }
    }

    /** What goes wrong in the database comes as its own exception. */
    <T> T ask(Reader reader, Question<T> question) throws SQLException {
        take();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            try {
                bind(connection, reader);
                return question.ask(new Session(connection));
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
        } finally {
            places.release();
        }
    }

    /** What SQL of packages may read, in alphabetical order. */
    List<String> views() {
        try (Connection connection = source.getConnection()) {
            return new Session(connection)
                    .list(
                            "select relname from pg_class where relnamespace = 'figures'::regnamespace and relkind = 'v' order by 1",
                            row -> "figures." + row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take() {
        try {
            if (places.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Refusal.refuse(Refusal.Kind.UNAVAILABLE, "indicators.busy").exception();
    }

    private static void bind(Connection connection, Reader reader) throws SQLException {
        String settings =
                reader.settings().entrySet().stream().map(FigureStore::setting).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("select " + settings + ", " + setting(Map.entry("statement_timeout", SECONDS_MAX + "s"))
                    + ", set_config('role', '" + ROLE + "', true)");
        } catch (PSQLException e) {
            if (NO_SUCH_ROLE.equals(e.getSQLState()) || NOT_PERMITTED.equals(e.getSQLState()))
                throw Refusal.refuse(
                                Refusal.Kind.UNAVAILABLE,
                                "indicators.no-role",
                                ROLE,
                                connection.getMetaData().getUserName())
                        .exception();
            throw e;
        }
    }

    private static String setting(Map.Entry<String, String> setting) {
        return "set_config('%s', '%s', true)"
                .formatted(setting.getKey(), setting.getValue().replace("'", "''"));
    }
}
