package io.github.onet4j.assess;

import java.util.List;

/** A model's reply after all checks. */
interface CheckedReply {
    /** Returns all problems of the reply. */
    List<String> problems();

    /** Returns the problems that make the whole reply unusable; empty if it is usable. */
    List<String> refusals();
}
