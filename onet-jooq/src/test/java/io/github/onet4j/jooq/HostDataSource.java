package io.github.onet4j.jooq;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** DataSources as hosts have them: wrapped, watched, or bound to a transaction. */
final class HostDataSource {
    private HostDataSource() {}

    /** Hands out connections that hide their driver's own, as some proxies do. */
    static DataSource withoutUnwrapping(DataSource source) {
        return connecting(source, connection -> wrapped(Connection.class, connection, HostDataSource::hidden));
    }

    /** Notes each statement that is executed. */
    static DataSource noting(DataSource source, Queue<String> statements) {
        return connecting(source, connection -> watched(connection, statements));
    }

    /** Asks the driver for each connection, with its defaults: MySQL's then takes no local files. */
    static DataSource of(String url, String user, String password) {
        return proxy(DataSource.class, (proxy, method, arguments) -> DriverManager.getConnection(url, user, password));
    }

    /** Hands out one connection whenever it is asked, and does not let it be closed: the host's transaction. */
    static DataSource of(Connection connection) {
        Connection kept = wrapped(
                Connection.class,
                connection,
                (target, method, arguments) ->
                        method.getName().equals("close") ? null : invoke(target, method, arguments));
        return proxy(DataSource.class, (proxy, method, arguments) -> kept);
    }

    /** Hands out connections that a test has changed. */
    static DataSource connecting(DataSource source, Change change) {
        return wrapped(DataSource.class, source, (target, method, arguments) -> {
            Object result = invoke(target, method, arguments);
            return result instanceof Connection connection ? change.of(connection) : result;
        });
    }

    private static @Nullable Object hidden(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "isWrapperFor" -> false;
            case "unwrap" -> throw new SQLException("nothing to unwrap");
            default -> {
                Object result = invoke(target, method, arguments);
                yield result instanceof Statement statement ? hidden(method.getReturnType(), statement) : result;
            }
        };
    }

    private static Object hidden(Class<?> type, Object target) {
        return wrapped(type, target, HostDataSource::hidden);
    }

    private static Connection watched(Connection connection, Queue<String> statements) {
        return wrapped(Connection.class, connection, (target, method, arguments) -> {
            Object result = invoke(target, method, arguments);
            if (!(result instanceof Statement statement)) {
                return result;
            }
            String prepared = arguments == null ? "" : String.valueOf(arguments[0]);
            return wrapped(method.getReturnType(), statement, (of, executed, sql) -> {
                if (executed.getName().startsWith("execute")) {
                    statements.add(sql == null ? prepared : String.valueOf(sql[0]));
                }
                return invoke(of, executed, sql);
            });
        });
    }

    static <T> T wrapped(Class<T> type, Object target, Call call) {
        return proxy(type, (proxy, method, arguments) -> call.on(target, method, arguments));
    }

    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    static @Nullable Object invoke(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** A call that a proxy answers in its own way. */
    interface Call {
        @Nullable
        Object on(Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
    }

    /** Changes a connection before the host hands it out. */
    interface Change {
        Connection of(Connection connection) throws SQLException;
    }
}
