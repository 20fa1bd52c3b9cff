package io.github.onet4j.testing;

import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls everything public that a module exports with one null at a time, wherever null is not declared. Each call must
 * end in a {@link NullPointerException} whose message is the name of the parameter, before it calls any other argument.
 *
 * <p>Only what the compiler writes or {@link Object} prescribes is left out without a word: {@code valueOf} of enums
 * and {@code equals}.
 */
public final class NullArguments {
    private final List<Class<?>> types;
    private final SampleArguments samples;
    private final Map<String, String> leftOut = new LinkedHashMap<>();

    private NullArguments(List<Class<?>> types, SampleArguments samples) {
        this.types = types;
        this.samples = samples;
    }

    /**
     * Walks the exported types of a module.
     *
     * @param type any type of the module, whose classes lie in a folder
     * @param samples objects to call and to pass; what their getters return becomes a sample, too
     */
    public static NullArguments of(Class<?> type, Object... samples) {
        return new NullArguments(new ArrayList<>(ExportedTypes.of(type)), new SampleArguments(List.of(samples)));
    }

    /** Walks another type, too, such as an interface of another module that this one implements. */
    public NullArguments and(Class<?> type) {
        types.add(type);
        return this;
    }

    /**
     * Leaves parameters out.
     *
     * @param prefix the beginning of their {@linkplain Outcome name}
     */
    public NullArguments leavingOut(String prefix, String reason) {
        leftOut.put(prefix, reason);
        return this;
    }

    /** Makes all calls. */
    public Outcome check() {
        Outcome outcome = new Outcome(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(leftOut.keySet()));
        for (Class<?> type : types) {
            for (Executable callable : callables(type)) {
                for (int i = 0; i < callable.getParameterCount(); i++) {
                    if (refusesNull(callable.getParameters()[i])) {
                        check(type, callable, i, outcome);
                    }
                }
            }
        }
        return outcome;
    }

    private static List<Executable> callables(Class<?> type) {
        return Stream.<Executable>concat(Stream.of(type.getConstructors()), Stream.of(type.getMethods()))
                .filter(callable -> isDeclaredFor(type, callable.getDeclaringClass()) && !callable.isSynthetic())
                .filter(callable -> !callable.getName().equals("equals"))
                .filter(callable -> !type.isEnum() || !callable.getName().equals("valueOf"))
                .toList();
    }

    /** Whether a type declares a member, or a type does that nobody else sees. */
    private static boolean isDeclaredFor(Class<?> type, Class<?> declaring) {
        return declaring == type || !Modifier.isPublic(declaring.getModifiers());
    }

    private static boolean refusesNull(Parameter parameter) {
        return !parameter.getType().isPrimitive()
                && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private void check(Class<?> type, Executable callable, int index, Outcome outcome) {
        String name = name(type, callable, index);
        List<String> exemptions =
                leftOut.keySet().stream().filter(name::startsWith).toList();
        if (!exemptions.isEmpty()) {
            exemptions.forEach(outcome.needless()::remove);
            return;
        }
        try {
            for (Object receiver : receivers(type, callable)) {
                String refusal = refusal(callable, receiver, samples.arguments(callable, index));
                if (!refusal.equals(callable.getParameters()[index].getName())) {
                    outcome.unnamed().add(name + " of " + receiver.getClass().getSimpleName() + ": " + refusal);
                }
                outcome.checked().add(name);
            }
        } catch (SampleArguments.NoneException e) {
            outcome.unnamed().add(name + " can't be called: " + e.getMessage());
        }
    }

    private List<Object> receivers(Class<?> type, Executable callable) {
        return callable instanceof Method method && !Modifier.isStatic(method.getModifiers())
                ? samples.receivers(type)
                : List.of(type);
    }

    /** The message of the {@code NullPointerException} that a call ends in, or else what it ends in. */
    private static String refusal(Executable callable, Object receiver, @Nullable Object[] arguments) {
        try {
            SampleArguments.call(callable, receiver, arguments);
            return "was taken";
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            return cause instanceof NullPointerException ? String.valueOf(cause.getMessage()) : "threw " + cause;
        }
    }

    private static String name(Class<?> type, Executable callable, int index) {
        String parameters = Stream.of(callable.getParameters())
                .map(parameter -> parameter.getType().getSimpleName() + " " + parameter.getName())
                .collect(Collectors.joining(", "));
        String member = callable instanceof Method ? callable.getName() : "new";
        return type.getName() + "." + member + "(" + parameters + ") " + callable.getParameters()[index].getName();
    }

    /**
     * The outcome of all calls. A parameter is named by its type, method and signature, as in {@code
     * io.github.onet4j.OnetSocCode.parse(String text) text}.
     *
     * @param checked the parameters that null was passed for
     * @param unnamed those of them that no exception has named, and what happened instead; also those for which a
     *     sample is missing
     * @param needless what was to be left out and does not exist
     */
    public record Outcome(TreeSet<String> checked, TreeSet<String> unnamed, TreeSet<String> needless) {}
}
