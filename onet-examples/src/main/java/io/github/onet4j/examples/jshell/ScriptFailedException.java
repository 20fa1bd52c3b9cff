package io.github.onet4j.examples.jshell;

import java.io.Serial;

/** A script did not compile, or threw an exception; the message names the file and the line. */
final class ScriptFailedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ScriptFailedException(String script, int line, String reason) {
        super(script + ":" + line + ": " + reason);
    }
}
