package io.github.onet4j.jooq.internal.database;

import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;

/**
 * Calls the one or two methods of a driver's own that JDBC has no name for. They are found by name, so that onet4j compiles and
 * runs without any driver: which one there is, is the host's choice.
 */
final class DriverCall {
    private DriverCall() {}

    /** Whether something, through whatever pool, is one of a driver's own types. A proxy may say no, and a driver be absent. */
    static boolean isA(Wrapper wrapper, String typeName) throws SQLException {
        try {
            return wrapper.isWrapperFor(Class.forName(typeName));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Finds the driver's own object behind whatever pool. */
    static Object unwrap(Wrapper wrapper, String typeName) throws SQLException {
        try {
            return wrapper.unwrap(Class.forName(typeName));
        } catch (ClassNotFoundException e) {
            throw new SQLException("the driver's " + typeName + " is gone", e);
        }
    }

    /** Calls a public method of a driver's public type. */
    static @Nullable Object call(
            Object target, String typeName, String method, Class<?>[] types, @Nullable Object... arguments)
            throws SQLException {
        try {
            return Class.forName(typeName).getMethod(method, types).invoke(target, arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof SQLException sql) {
                throw sql;
            }
            throw new SQLException(typeName + "." + method + " failed: " + cause, cause);
        } catch (ReflectiveOperationException e) {
            throw new SQLException("the driver has no usable " + typeName + "." + method, e);
        }
    }
}
