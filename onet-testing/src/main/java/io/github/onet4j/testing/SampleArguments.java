package io.github.onet4j.testing;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something to pass for each parameter, and to call methods of. */
final class SampleArguments {
    private static final String LIBRARY = "io.github.onet4j.";

    private static final Map<Class<?>, Object> PLAIN = Map.ofEntries(
            Map.entry(boolean.class, true),
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(double.class, 1.0),
            Map.entry(Boolean.class, true),
            Map.entry(Integer.class, 1),
            Map.entry(Long.class, 1L),
            Map.entry(Double.class, 1.0),
            Map.entry(String.class, "15-1251.00"),
            Map.entry(Duration.class, Duration.ofMinutes(1)),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(YearMonth.class, YearMonth.of(2025, 5)),
            Map.entry(URI.class, URI.create("http://localhost/")),
            Map.entry(Path.class, Path.of("none")),
            Map.entry(HttpClient.class, HttpClient.newHttpClient()),
            Map.entry(Throwable.class, new IllegalStateException("sample")),
            Map.entry(Collection.class, List.of()),
            Map.entry(List.class, List.of()),
            Map.entry(Set.class, Set.of()),
            Map.entry(Map.class, Map.of()));

    /** One object of each class. */
    private final Map<Class<?>, Object> found = new LinkedHashMap<>();

    SampleArguments(List<Object> samples) {
        samples.forEach(sample -> {
            found.remove(sample.getClass());
            find(sample);
        });
    }

    /** Collects an object and all that can be read of it. */
    private void find(@Nullable Object object) {
        if (object instanceof Optional<?> optional) {
            optional.ifPresent(this::find);
        } else if (object instanceof Collection<?> collection) {
            collection.forEach(this::find);
        } else if (object instanceof Map<?, ?> map) {
            find(map.keySet());
            find(map.values());
        } else if (object != null && isOfLibrary(object) && found.putIfAbsent(object.getClass(), object) == null) {
            for (Method method : object.getClass().getMethods()) {
                if (isGetter(method)) {
                    find(read(method, object));
                }
            }
        }
    }

    private static boolean isOfLibrary(Object object) {
        return object.getClass().getName().startsWith(LIBRARY);
    }

    private static boolean isGetter(Method method) {
        return method.getParameterCount() == 0
                && !Modifier.isStatic(method.getModifiers())
                && method.getDeclaringClass().getName().startsWith(LIBRARY)
                && Modifier.isPublic(method.getDeclaringClass().getModifiers())
                && (method.getName().startsWith("get") || isAccessor(method));
    }

    private static boolean isAccessor(Method method) {
        return method.getDeclaringClass().isRecord()
                && List.of(method.getDeclaringClass().getRecordComponents()).stream()
                        .anyMatch(component -> component.getAccessor().equals(method));
    }

    private static @Nullable Object read(Method getter, Object object) {
        try {
            return call(getter, object);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(getter.toString(), e.getCause());
        }
    }

    /** Returns all samples that have the methods of a type. */
    List<Object> receivers(Class<?> type) {
        List<Object> receivers =
                found.values().stream().filter(type::isInstance).toList();
        if (receivers.isEmpty()) {
            throw new NoneException(type);
        }
        return receivers;
    }

    /** Returns arguments for all parameters but one, which is null. */
    @Nullable
    Object[] arguments(Executable callable, int nullIndex) {
        Parameter[] parameters = callable.getParameters();
        @Nullable Object[] arguments = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            arguments[i] = i == nullIndex ? null : argument(parameters[i].getType());
        }
        return arguments;
    }

    private Object argument(Class<?> type) {
        Object plain = PLAIN.get(type);
        if (plain != null) {
            return plain;
        }
        if (type.isArray()) {
            return Array.newInstance(type.componentType(), 0);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type.isInterface() ? untouchable(type) : receivers(type).get(0);
    }

    /** An object that must not be called, because another argument is null. */
    private static Object untouchable(Class<?> type) {
        return Proxy.newProxyInstance(
                SampleArguments.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new IllegalStateException(type + " was called although another argument is null");
                });
    }

    static @Nullable Object call(Executable callable, Object receiver, @Nullable Object... arguments)
            throws InvocationTargetException {
        try {
            return callable instanceof Method method
                    ? method.invoke(receiver, arguments)
                    : ((Constructor<?>) callable).newInstance(arguments);
        } catch (IllegalAccessException | InstantiationException e) {
            throw new IllegalStateException(callable.toString(), e);
        }
    }

    /** There is no sample of a type. */
    static final class NoneException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoneException(Class<?> type) {
            super("there is no sample of " + type.getName());
        }
    }
}
