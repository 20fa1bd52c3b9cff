package io.github.onet4j.examples.jshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScriptRunnerTest {
    @Test
    void aScriptMayEndInACommentAndBeEmpty() {
        run("");
        run("// nothing\n");
        run("int a = 1; /* nothing\n more */\n// nothing");
    }

    @Test
    void whatAScriptDeclaresTheNextOneSees() {
        try (ScriptRunner runner = new ScriptRunner()) {
            runner.run("first.jsh", "int twice(int n) { return 2 * n; }");
            runner.run("second.jsh", "if (twice(2) != 4) throw new IllegalStateException();");
        }
    }

    @Test
    void whatDoesNotCompileIsToldWithItsLine() {
        assertFails("int a = 1;\n\n// b\nint b = a +\n    c;", "script.jsh:5: cannot find symbol");
        assertFails("int a = 1;\nint b = (a +\n", "script.jsh:2: ");
        assertFails("int a = 1;\nint b = a);\n", "script.jsh:2: ");
        assertFails("int a = 1;\nNone b;", "script.jsh:2: not defined: class None");
    }

    @Test
    void whatThrowsIsToldWithItsLine() {
        assertFails("// a\n\nthrow new java.io.IOException(\"gone\");", "script.jsh:3: java.io.IOException: gone");
        assertFails("int a() { return b(); }\na();", "script.jsh:2: ");
    }

    @Test
    void nothingRunsAfterWhatFailed() {
        System.clearProperty("script.went.on");

        assertFails("int a = 1 / 0;\nSystem.setProperty(\"script.went.on\", \"\");", "script.jsh:1: ");

        assertThat(System.getProperty("script.went.on")).isNull();
    }

    @Test
    void aCommandOfJShellIsRefused() {
        assertFails("int a = 1;\n/exit\n", "script.jsh:2: /exit is a JShell command");
    }

    private static void assertFails(String source, String message) {
        assertThatThrownBy(() -> run(source))
                .isInstanceOf(ScriptFailedException.class)
                .hasMessageStartingWith(message);
    }

    private static void run(String source) {
        try (ScriptRunner runner = new ScriptRunner()) {
            runner.run("script.jsh", source);
        }
    }
}
