package io.github.onet4j.examples.jshell;

import java.io.Serial;

/** A script does not compile, or threw; the message names its file and line. */
final class ScriptFailedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ScriptFailedException(String script, int line, String reason) {
        super(script + ":" + line + ": " + reason);
    }
}
