package io.github.onet4j.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Spells a value out, with everything that its accessors return, so that two values can be compared as text. */
public final class Spelled {
    /** These sum a value up, or name where it comes from. */
    private static final Set<String> LEFT_OUT = Set.of("hashCode", "toString", "attribution");

    private Spelled() {}

    /** Returns the text of a value: of records and classes of onet4j name and parts, of anything else its own. */
    public static String of(@Nullable Object value) {
        if (value instanceof Collection<?> values) {
            return values.stream().map(Spelled::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + "=" + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null));
        }
        if (value == null
                || value instanceof Enum
                || !value.getClass().getName().startsWith("io.github.onet4j.")) {
            return String.valueOf(value);
        }
        return accessors(value.getClass())
                .map(accessor -> accessor.getName() + "=" + of(part(value, accessor)))
                .collect(Collectors.joining(", ", value.getClass().getSimpleName() + "[", "]"));
    }

    private static Stream<Method> accessors(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type.getRecordComponents()).map(RecordComponent::getAccessor)
                : Stream.of(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers())
                                && !Modifier.isStatic(method.getModifiers())
                                && method.getParameterCount() == 0
                                && !LEFT_OUT.contains(method.getName())
                                // For serializers, beside an accessor.
                                && !method.getName().startsWith("get"))
                        .sorted(Comparator.comparing(Method::getName));
    }

    private static @Nullable Object part(Object value, Method accessor) {
        try {
            return accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(accessor.toString(), e);
        }
    }
}
