package org.yiwang.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes what one thread sends to the database, so that it can be counted and sent again; everybody else passes through untouched. */
final class Recorder extends DelegatingDataSource {
    private final ThreadLocal<@Nullable List<Sent>> notes = new ThreadLocal<>();

    Recorder(DataSource source) {
        super(source);
    }

    /** One parameter, set by this method of the statement. */
    record Parameter(Method setter, Object[] arguments) {}

    /** The content of an array parameter; the array itself belongs to its connection. */
    record ArrayContent(String type, Object[] elements) {}

    /** One round trip: the text with its parameters. */
    record Sent(String sql, List<Parameter> parameters, boolean isQuery) {
        int statements() {
            return (int) sql.strip()
                            .replaceAll(";$", "")
                            .chars()
                            .filter(c -> c == ';')
                            .count()
                    + 1;
        }
    }

    List<Sent> record(Runnable work) {
        List<Sent> sent = new ArrayList<>();
        notes.set(sent);
        try {
            work.run();
        } finally {
            notes.remove();
        }
        return sent;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        List<Sent> sent = notes.get();
        return sent == null ? connection : connection(connection, sent);
    }

    private static Connection connection(Connection real, List<Sent> sent) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(real, method, arguments);
            return result instanceof PreparedStatement statement
                    ? statement(statement, (String) arguments[0], sent)
                    : result;
        });
    }

    private static PreparedStatement statement(PreparedStatement real, String sql, List<Sent> sent) {
        List<Parameter> parameters = new ArrayList<>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("execute"))
                sent.add(new Sent(sql, List.copyOf(parameters), method.getName().equals("executeQuery")));
            else if (method.getName().startsWith("set") && arguments.length > 1)
                parameters.add(parameter(method, arguments));
            return call(real, method, arguments);
        });
    }

    private static Parameter parameter(Method setter, Object[] arguments) throws SQLException {
        Object[] kept = arguments.clone();
        if (kept[1] instanceof Array array)
            kept[1] = new ArrayContent(array.getBaseTypeName(), (Object[]) array.getArray());
        return new Parameter(setter, kept);
    }

    private interface Call {
        @Nullable
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.on(method, arguments == null ? new Object[0] : arguments)));
    }

    static @Nullable Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
