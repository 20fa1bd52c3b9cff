package io.github.onet4j.assess;

import java.util.List;

/** A model's reply after all checks. */
interface CheckedReply {
    /** Returns all problems of the reply. */
    List<String> problems();

    /** Returns the problems that make the whole reply unusable; empty if it is usable. */
    List<String> refusals();

    /** Tells whether the model should get the reply back with its problems. */
    boolean needsRepair();

    /** Returns the number of entries that can be used if the reply can. */
    int usableEntries();
}
