package io.github.onet4j.examples.jshell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.LocalExecutionControlProvider;

/**
 * Runs scripts one after the other, and stops at the first snippet that fails; the JShell tool would go on and report
 * success. A script sees the declarations of those before it.
 */
final class ScriptRunner implements AutoCloseable {
    private static final Pattern BLANKS_AND_COMMENTS =
            Pattern.compile("(\\s|//[^\\n]*(\\n|$)|/\\*.*?\\*/)*", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("/[^/*\\s]+");

    private final JShell shell;

    /** Runs scripts in this process. */
    ScriptRunner() {
        this(JShell.builder()
                .executionEngine(new LocalExecutionControlProvider(), Map.of())
                .build());
    }

    /** Runs scripts in a JShell, which gets the class path of this process. */
    ScriptRunner(JShell shell) {
        this.shell = shell;
        shell.addToClasspath(System.getProperty("java.class.path"));
    }

    /**
     * Runs a script.
     *
     * @param name the name to use in messages
     * @param source its text
     * @throws ScriptFailedException at the first snippet that does not compile or that throws
     */
    void run(String name, String source) {
        int start = afterBlanks(source, 0);
        while (start < source.length()) {
            refuseCommand(name, source, start);
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(source.substring(start));
            if (next.completeness() == Completeness.DEFINITELY_INCOMPLETE) {
                throw new ScriptFailedException(name, line(source, start), "this snippet is incomplete");
            }
            for (SnippetEvent event : shell.eval(next.source())) {
                check(event, name, source, start);
            }
            start = afterBlanks(source, source.length() - next.remaining().length());
        }
    }

    @Override
    public void close() {
        shell.close();
    }

    private static void refuseCommand(String name, String source, int start) {
        Matcher command = COMMAND.matcher(source).region(start, source.length());
        if (command.lookingAt()) {
            throw new ScriptFailedException(
                    name, line(source, start), command.group() + " is a JShell command; scripts may contain only Java");
        }
    }

    private void check(SnippetEvent event, String name, String source, int start) {
        if (event.status() == Status.REJECTED) {
            shell.diagnostics(event.snippet()).findFirst().ifPresent(problem -> {
                int offset = start + (int) Math.max(0, problem.getPosition());
                throw new ScriptFailedException(name, line(source, offset), problem.getMessage(Locale.ROOT));
            });
        }
        if (event.status() == Status.RECOVERABLE_NOT_DEFINED) {
            List<String> missing = shell.unresolvedDependencies((DeclarationSnippet) event.snippet())
                    .toList();
            throw new ScriptFailedException(name, line(source, start), "not defined: " + String.join(", ", missing));
        }
        if (event.exception() != null) {
            throw new ScriptFailedException(name, line(source, start), told(event.exception()));
        }
    }

    private static String told(JShellException thrown) {
        String type = thrown instanceof EvalException ofSnippet ? ofSnippet.getExceptionClassName() : "unresolved";
        return type + ": " + thrown.getMessage();
    }

    private static int afterBlanks(String source, int from) {
        Matcher blanks = BLANKS_AND_COMMENTS.matcher(source).region(from, source.length());
        return blanks.lookingAt() ? blanks.end() : from;
    }

    private static int line(String source, int offset) {
        return 1
                + (int) source.substring(0, Math.min(offset, source.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
