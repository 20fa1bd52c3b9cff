package io.github.onet4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public types that a module exports to everybody, as its descriptor says, also where it is on the class path. */
final class ExportedTypes {
    private static final String CLASS_FILE = ".class";

    private ExportedTypes() {}

    static List<Class<?>> of(Class<?> type) {
        Path folder = folder(type);
        ModuleDescriptor module =
                ModuleFinder.of(folder).findAll().iterator().next().descriptor();
        Set<String> packages = module.exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(file -> file.endsWith(CLASS_FILE) && !file.endsWith("-info" + CLASS_FILE))
                    .sorted()
                    .<Class<?>>map(file -> load(file, type.getClassLoader()))
                    .filter(exported -> packages.contains(exported.getPackageName()) && isPublic(exported))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String file, ClassLoader loader) {
        String path = file.substring(0, file.length() - CLASS_FILE.length());
        try {
            return Class.forName(path.replace('/', '.').replace('\\', '.'), false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
    }
}
