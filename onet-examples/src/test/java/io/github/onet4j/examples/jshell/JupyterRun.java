package io.github.onet4j.examples.jshell;

import io.github.onet4j.examples.quickstart.Project;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * A run of notebooks in Jupyter and the Rapaio kernel, in a copy of the project's folders that has what the notebooks
 * name: the sample and the built library.
 *
 * @param folder the folder for the copy, which is also the user's home
 */
record JupyterRun(Path folder) {
    private static final int MINUTES = 3;
    private static final int STARTS = 4;
    private static final List<String> DEPENDENCIES =
            List.of("onet-core", "commons-csv", "commons-io", "commons-codec", "jackson-", "slf4j-api", "jspecify");

    /** Tells whether Jupyter is on this machine. */
    static boolean isPossible() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "jupyter-nbconvert")));
    }

    /**
     * Executes notebooks.
     *
     * @return the folder of the executed notebooks
     * @throws AssertionError if a cell fails
     */
    Path execute(List<Path> notebooks) throws IOException, InterruptedException {
        Path examples = Files.createDirectories(folder.resolve("onet-examples"));
        Path sample = Files.createDirectories(examples.resolve("sample").resolve(Project.SAMPLE.getFileName()));
        try (Stream<Path> files = Files.list(Project.SAMPLE)) {
            for (Path file : files.toList()) {
                Files.copy(file, sample.resolve(file.getFileName()));
            }
        }
        Path jshell = Files.createDirectories(examples.resolve("jshell"));
        addLibrary();
        addKernel();
        for (Path notebook : notebooks) {
            execute(Files.copy(notebook, jshell.resolve(notebook.getFileName())), STARTS);
        }
        return folder.resolve("executed");
    }

    /**
     * Executes a notebook. In version 3.0.1 the thread that answers may end as it starts, because the flag that keeps
     * it running is set afterwards. Such a kernel never answers, so another one is started.
     */
    private void execute(Path notebook, int starts) throws IOException, InterruptedException {
        Path log = folder.resolve("log.txt");
        int code = run(
                List.of(
                        "jupyter-nbconvert",
                        "--to=ipynb",
                        "--execute",
                        "--output-dir=" + folder.resolve("executed"),
                        "--ExecutePreprocessor.startup_timeout=20",
                        // The times of execution would differ in each run.
                        "--ExecutePreprocessor.record_timing=False",
                        notebook.toString()),
                log);
        String told = Files.readString(log);
        if (code != 0 && starts > 1 && told.contains("Kernel didn't respond")) {
            execute(notebook, starts - 1);
        } else if (code != 0) {
            throw new AssertionError(notebook.getFileName() + " did not run: " + told);
        }
    }

    /** Puts the library where the build puts it. */
    private void addLibrary() throws IOException {
        Path target = folder.resolve("onet-notebook/target");
        Path dependencies = Files.createDirectories(target.resolve("notebook"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.contains("onet-notebook")) {
                addJar(Path.of(entry), target.resolve("onet-notebook.jar"));
            } else if (DEPENDENCIES.stream().anyMatch(entry::contains)) {
                Path jar = Path.of(entry);
                addJar(jar, dependencies.resolve(jar.getNameCount() + "-" + jar.getFileName() + ".jar"));
            }
        }
    }

    /** Within one build a module's classes may not be packaged yet. */
    private static void addJar(Path entry, Path jar) throws IOException {
        if (Files.isDirectory(entry)) {
            ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", entry.toString(), ".");
        } else {
            Files.copy(entry, jar);
        }
    }

    private void addKernel() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path kernel = Project.FOLDER.resolve("onet-examples/target/kernel/rapaio-jupyter-kernel.jar");
        Path spec = Files.createDirectories(folder.resolve("kernels/rapaio-jupyter-kernel"));
        Files.writeString(spec.resolve("kernel.json"), """
                {
                  "argv": ["%s", "-XX:TieredStopAtLevel=1", "-jar", "%s", "{connection_file}"],
                  "display_name": "Java (rjk)",
                  "language": "java",
                  "interrupt_mode": "message"
                }
                """.formatted(java, kernel));
    }

    private int run(List<String> command, Path log) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // Neither settings nor kernels of the tester's.
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("JUPYTER_PATH", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("Jupyter did not end within " + MINUTES + " minutes: " + Files.readString(log));
        }
        return process.exitValue();
    }
}
