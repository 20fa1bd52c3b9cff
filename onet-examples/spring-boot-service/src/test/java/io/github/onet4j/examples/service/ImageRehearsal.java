package io.github.onet4j.examples.service;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The image's files in a folder, laid out from the packaged jar as the Dockerfile says, and the image's commands run
 * there. As in a container, they see nothing of this process's environment; unlike there, they run as this user on
 * this system.
 */
final class ImageRehearsal {
    private static final Path SERVICE = Path.of("").toAbsolutePath();
    private static final Path LOG = SERVICE.resolve("target/image-rehearsal.log");

    private final String dockerfile = Files.readString(SERVICE.resolve("Dockerfile"));
    private final Path extracted;
    private final Path image;

    ImageRehearsal(Path folder) throws IOException, InterruptedException {
        this.extracted = folder.resolve("extracted");
        this.image = Files.createDirectory(folder.resolve("image"));
        extractLayers();
        for (String layer : copiedLayers()) {
            FileSystemUtils.copyRecursively(extracted.resolve(layer), image);
        }
    }

    /** Returns the layers that the packaged jar consists of. */
    List<String> extractedLayers() {
        return List.of(extracted.toFile().list());
    }

    /** Returns the layers that the image gets. */
    List<String> copiedLayers() {
        return Pattern.compile("^COPY --from=build /source/extracted/(\\S+)/ ", Pattern.MULTILINE)
                .matcher(dockerfile)
                .results()
                .map(layer -> layer.group(1))
                .toList();
    }

    /** Returns the names of the image's libraries. */
    List<String> libraries() {
        return List.of(image.resolve("lib").toFile().list());
    }

    /** Starts the image's ENTRYPOINT with arguments. Its output is read from the process. */
    Process run(Map<String, String> environment, String... arguments) {
        return start(entrypoint(arguments), environment, ProcessBuilder.Redirect.PIPE);
    }

    /** Starts the image's ENTRYPOINT without arguments. Its output goes to a log below {@code target}. */
    Process serve(Map<String, String> environment) {
        return start(entrypoint(), environment, ProcessBuilder.Redirect.to(LOG.toFile()));
    }

    /** Runs the image's HEALTHCHECK and returns its exit code. */
    int checkHealth(Map<String, String> environment) throws InterruptedException {
        return start(command("^ +CMD (\\[.*])$"), environment, ProcessBuilder.Redirect.DISCARD)
                .waitFor();
    }

    private void extractLayers() throws InterruptedException {
        String extract = matched("^RUN (java -Djarmode=tools -jar \\S+ extract --layers --destination) extracted$");
        String here = extract.replace("onet-examples/spring-boot-service/", SERVICE + "/") + " " + extracted;
        int code = start(List.of("sh", "-c", here), Map.of(), ProcessBuilder.Redirect.to(LOG.toFile()))
                .waitFor();
        if (code != 0) {
            throw new AssertionError("exit code " + code + " of " + here + ", see " + LOG);
        }
    }

    private List<String> entrypoint(String... arguments) {
        List<String> command = command("^ENTRYPOINT (\\[.*])$");
        command.addAll(List.of(arguments));
        return command;
    }

    private List<String> command(String pattern) {
        return new ArrayList<>(List.of(new JsonMapper().readValue(matched(pattern), String[].class)));
    }

    private String matched(String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(dockerfile);
        if (!matcher.find()) {
            throw new AssertionError("The Dockerfile has no line " + pattern);
        }
        return matcher.group(1);
    }

    private Process start(List<String> command, Map<String, String> environment, ProcessBuilder.Redirect output) {
        // Java would look the command up in its own PATH; env does so in the one it is given.
        List<String> lookedUp = new ArrayList<>(List.of("env"));
        lookedUp.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(lookedUp)
                .directory(image.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().clear();
        String ownJava = Path.of(System.getProperty("java.home"), "bin").toString();
        builder.environment().put("PATH", ownJava + File.pathSeparator + System.getenv("PATH"));
        // Two processors are few for a JVM that compiles what runs once.
        builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
