package org.yiwang.casework;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what is sent to the database: round trips, and the statements in them. */
final class CountedStatements extends DelegatingDataSource {
    private int statements;
    private int roundTrips;

    CountedStatements(DataSource source) {
        super(source);
    }

    int statements() {
        return statements;
    }

    int roundTrips() {
        return roundTrips;
    }

    void reset() {
        statements = 0;
        roundTrips = 0;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(real, method, arguments);
            if (method.getName().equals("createStatement"))
                throw new AssertionError("a statement that is not prepared would escape the count");
            if (method.getName().equals("commit") || method.getName().equals("rollback")) count("commit");
            return result instanceof PreparedStatement statement ? statement(statement, (String) arguments[0]) : result;
        });
    }

    private PreparedStatement statement(PreparedStatement real, String sql) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("execute")) count(sql);
            return call(real, method, arguments);
        });
    }

    private void count(String sql) {
        roundTrips++;
        statements +=
                (int) sql.chars().filter(c -> c == ';').count() + (sql.strip().endsWith(";") ? 0 : 1);
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call.on(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
