package io.github.onet4j.testing;

import java.util.function.UnaryOperator;

/** A fault in the handling of a request. */
sealed interface Fault {
    /** Runs before the request is answered. */
    record Before(Runnable action) implements Fault {}

    /** Is answered instead of what the service would say. */
    record Instead(Reply reply) implements Fault {}

    /** Changes what the service takes the question to be. */
    record Misread(UnaryOperator<Question> edit) implements Fault {}

    /** Changes a page of rows or hits. */
    record PageEdit(UnaryOperator<Page> edit) implements Fault {}

    /** Changes the service's own reply. */
    record ReplyEdit(UnaryOperator<Reply> edit) implements Fault {}

    /** Changes how the reply goes out. */
    record OnTheWay(Delivery delivery) implements Fault {}
}
