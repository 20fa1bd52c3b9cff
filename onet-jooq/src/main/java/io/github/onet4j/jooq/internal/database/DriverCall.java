package io.github.onet4j.jooq.internal.database;

import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;

/**
 * Calls methods of a driver that JDBC does not have. It finds them by name, so that onet4j compiles and runs without
 * any driver; the host chooses one.
 */
final class DriverCall {
    private DriverCall() {}

    /** Returns whether an object is, or a pool's proxy wraps, a type of a driver. A proxy may not unwrap it. */
    static boolean isA(Wrapper wrapper, String typeName) throws SQLException {
        try {
            return wrapper.isWrapperFor(Class.forName(typeName));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Unwraps the driver's object from a pool's proxy. */
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
            if (cause instanceof Error error) {
                throw error;
            }
            throw new SQLException(typeName + "." + method + " failed: " + cause, cause);
        } catch (ReflectiveOperationException e) {
            throw new SQLException("the driver has no usable " + typeName + "." + method, e);
        }
    }
}
