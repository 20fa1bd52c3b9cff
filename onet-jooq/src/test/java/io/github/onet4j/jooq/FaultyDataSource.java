package io.github.onet4j.jooq;

import com.example.driver.ConfusedDriver;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A host's pool that fails at one call of JDBC, counted from when it was told so. It notes the calls, counts the
 * connections that nobody has given back, and hands out again those that came back alive. For one thread.
 */
final class FaultyDataSource implements AutoCloseable {
    /** What goes wrong at a call. */
    enum Fault {
        /** The driver throws an SQLException. */
        REFUSED,
        /** The driver throws another exception. */
        UNCHECKED,
        /** The driver throws an error. */
        ERROR,
        /** The connection is lost, for this call and all later ones. */
        LOST,
        /** An SQLException, and another one at every rollback that is tried because of it. */
        NO_ROLLBACK,
        /** The call is carried out, and its answer is lost with the connection. */
        UNANSWERED
    }

    private static final List<Class<?>> WATCHED = List.of(
            Connection.class, Statement.class, ResultSet.class, DatabaseMetaData.class, ResultSetMetaData.class);

    private static final int NEVER = -1;

    private final DataSource source;
    private final boolean autoCommit;
    private final String sessionState;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<Call> calls = new ArrayList<>();
    private final Set<String> failed = new HashSet<>();
    private @Nullable Fault fault;
    private int failing;
    private boolean counting;
    private int open;
    private boolean tidy = true;

    /**
     * Connects to a database.
     *
     * @param autoCommit whether its connections come with auto-commit on
     * @param sessionState a query for what a connection must have when it comes back as when it went
     */
    FaultyDataSource(DataSource source, boolean autoCommit, String sessionState) {
        this.source = source;
        this.autoCommit = autoCommit;
        this.sessionState = sessionState;
    }

    /** What the host gives to onet4j. */
    DataSource dataSource() {
        return HostDataSource.proxy(
                DataSource.class, (proxy, method, arguments) -> answer(new Line(), source, method, arguments));
    }

    /** Carries out work, during which a call fails; the first is number 0. */
    void failAt(int call, Fault with, Runnable work) {
        calls.clear();
        failed.clear();
        tidy = true;
        failing = call;
        fault = with;
        counting = true;
        try {
            work.run();
        } finally {
            counting = false;
        }
    }

    /** Carries out work, and returns its calls of JDBC in order. */
    List<Call> callsOf(Runnable work) {
        failAt(NEVER, Fault.REFUSED, work);
        return List.copyOf(calls);
    }

    /**
     * A call of JDBC.
     *
     * @param method for example {@code Connection.commit}
     * @param place tells it from calls elsewhere in the code, but not from other rounds of the same loop
     */
    record Call(String method, int place) {}

    /** Returns whether a method failed, at the call that was told to or because of it. */
    boolean hasFailed(String method) {
        return failed.contains(method);
    }

    /** Returns whether each connection came back from {@link #failAt} as it was handed out. */
    boolean isTidy() {
        return tidy;
    }

    /** The number of connections that were handed out and not closed. */
    int open() {
        return open;
    }

    private @Nullable Object answer(Line line, Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return HostDataSource.invoke(target, method, arguments);
        }
        String call = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        boolean now = counting && calls.size() == failing;
        if (counting) {
            calls.add(new Call(call, failing == NEVER ? place() : 0));
        }
        if (now) {
            line.struckBy(fault);
        }
        boolean fails = now || line.fails(method.getName());
        Object result = null;
        // Whoever has closed something has done what can be done.
        if (!fails || fault == Fault.UNANSWERED || method.getName().equals("close")) {
            result = carriedOut(line, target, method, arguments);
        }
        if (!fails) {
            return result;
        }
        if (counting) {
            failed.add(call);
        }
        if (line.lost) {
            line.abort();
        }
        throw switch (Objects.requireNonNull(fault)) {
            case UNCHECKED -> ConfusedDriver.exception(failing);
            case ERROR -> ConfusedDriver.error();
            default -> new SQLException("the driver refuses " + call, line.lost ? "08006" : "HY000");
        };
    }

    private static int place() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(frame -> frame.getClassName() + frame.getByteCodeIndex())
                        .collect(Collectors.toList())
                        .hashCode());
    }

    private @Nullable Object carriedOut(
            Line line, Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (target == source) {
            return watched(line, Connection.class, handedOut(line));
        }
        if (target == line.connection && method.getName().equals("close")) {
            takeBack(line);
            return null;
        }
        Object result = HostDataSource.invoke(target, method, arguments);
        Class<?> type = method.getReturnType();
        return result != null && WATCHED.stream().anyMatch(each -> each.isAssignableFrom(type))
                ? watched(line, type, result)
                : result;
    }

    private Object watched(Line line, Class<?> type, Object target) {
        return HostDataSource.wrapped(type, target, (of, method, arguments) -> answer(line, of, method, arguments));
    }

    private Connection handedOut(Line line) throws SQLException {
        Connection connection = idle.isEmpty() ? source.getConnection() : idle.pop();
        connection.setAutoCommit(autoCommit);
        line.connection = connection;
        line.sessionState = OnEachEngine.rows(connection, sessionState);
        if (!autoCommit) {
            connection.rollback();
        }
        open++;
        return connection;
    }

    private void takeBack(Line line) throws SQLException {
        Connection connection = Objects.requireNonNull(line.connection);
        line.connection = null;
        open--;
        if (connection.isClosed()) {
            return;
        }
        tidy &= !counting || connection.getAutoCommit() == autoCommit;
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        tidy &= OnEachEngine.rows(connection, sessionState).equals(line.sessionState);
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        idle.push(connection);
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : idle) {
            connection.close();
        }
    }

    /** A connection, and what has become of it. */
    private static final class Line {
        private @Nullable Connection connection;
        private @Nullable Object sessionState;
        private boolean lost;
        private boolean refusesRollback;

        void struckBy(@Nullable Fault fault) {
            lost = fault == Fault.LOST || fault == Fault.UNANSWERED;
            refusesRollback = fault == Fault.NO_ROLLBACK;
        }

        boolean fails(String method) {
            return switch (method) {
                case "isClosed", "isValid", "abort" -> false;
                case "rollback" -> lost || refusesRollback;
                default -> lost;
            };
        }

        void abort() throws SQLException {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        }
    }
}
