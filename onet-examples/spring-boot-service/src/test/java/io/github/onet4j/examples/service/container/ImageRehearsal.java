package io.github.onet4j.examples.service.container;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.util.FileSystemUtils;

/**
 * The image's files in a folder, made by the Dockerfile's own commands from the built jar, and its commands run there: with
 * nothing of this process's environment, as in a container, but as another user and on another system.
 */
final class ImageRehearsal {
    private static final String JAR = "target/onet4j-service.jar";
    private static final Dockerfile DOCKERFILE = Dockerfile.ofTheService();

    private final Path build;
    private final Path image;

    private ImageRehearsal(Path folder) {
        this.build = folder.resolve("build");
        this.image = folder.resolve("image");
    }

    static ImageRehearsal in(Path folder) throws IOException {
        ImageRehearsal rehearsal = new ImageRehearsal(folder);
        rehearsal.extract();
        rehearsal.layOut();
        return rehearsal;
    }

    /** The folder in which the image's commands run. */
    Path workingDirectory() {
        return inImage(DOCKERFILE.image().one("WORKDIR").arguments());
    }

    /** The names of the layers that the jar was taken apart into. */
    List<String> extractedLayers() throws IOException {
        try (var folders = Files.list(inBuild("extracted"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** The names of the layers that the image has. */
    List<String> copiedLayers() {
        return DOCKERFILE.image().all("COPY").stream()
                .filter(copy -> copy.flag("from").isPresent())
                .flatMap(copy -> copy.sources().stream())
                .map(source -> Path.of(source).getFileName().toString())
                .sorted()
                .toList();
    }

    /** Starts the image's ENTRYPOINT with arguments. */
    Process run(Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(DOCKERFILE.image().one("ENTRYPOINT").command());
        command.addAll(arguments);
        return start(command, workingDirectory(), environment);
    }

    /** Runs the image's HEALTHCHECK and returns its exit code. */
    int checkHealth(Map<String, String> environment) throws IOException, InterruptedException {
        Process check = start(DOCKERFILE.image().one("HEALTHCHECK").command(), workingDirectory(), environment);
        output(check);
        return check.waitFor();
    }

    /** Reads what a process prints until it ends. */
    static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void extract() throws IOException {
        Path source = inBuild("");
        // What the instruction before builds is built here by Maven as well.
        Path jar = source.resolve(Checkout.ROOT.relativize(Checkout.SERVICE)).resolve(JAR);
        Files.createDirectories(jar.getParent());
        Files.copy(Checkout.SERVICE.resolve(JAR), jar);
        String command = DOCKERFILE.build().all("RUN").stream()
                .map(Dockerfile.Instruction::arguments)
                .filter(arguments -> arguments.contains("jarmode"))
                .findFirst()
                .orElseThrow();
        Process extract = start(List.of("sh", "-c", command), source, Map.of());
        String output = output(extract);
        try {
            if (extract.waitFor() != 0) {
                throw new AssertionError(command + "\n" + output);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void layOut() throws IOException {
        for (Dockerfile.Instruction copy : DOCKERFILE.image().all("COPY")) {
            UnaryOperator<Path> origin = copy.flag("from").isPresent() ? this::inBuildStage : Checkout.ROOT::resolve;
            Path destination = Dockerfile.destination(workingDirectory(), copy);
            Files.createDirectories(destination);
            for (String source : copy.sources()) {
                Path from = origin.apply(Path.of(source));
                if (Files.isDirectory(from)) {
                    FileSystemUtils.copyRecursively(from, destination);
                } else {
                    Files.copy(from, destination.resolve(from.getFileName()));
                }
            }
        }
    }

    private Path inBuildStage(Path path) {
        return build.resolve(Path.of("/").relativize(path));
    }

    private Path inBuild(String path) {
        return inBuildStage(Path.of(DOCKERFILE.build().one("WORKDIR").arguments()))
                .resolve(path);
    }

    private Path inImage(String path) {
        return image.resolve(Path.of("/").relativize(Path.of(path)));
    }

    private static Process start(List<String> command, Path folder, Map<String, String> environment) {
        // Java looks a command up in its own PATH, env in the one it is given; then it becomes that command.
        List<String> inItsPath = new ArrayList<>(List.of("env"));
        inItsPath.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(inItsPath).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        String ownJava = Path.of(System.getProperty("java.home"), "bin").toString();
        builder.environment().put("PATH", ownJava + File.pathSeparator + System.getenv("PATH"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
