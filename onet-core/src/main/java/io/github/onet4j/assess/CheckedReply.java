package io.github.onet4j.assess;

import java.util.List;

/** A model's reply, read and checked. */
interface CheckedReply {
    /** Everything that is wrong with it. */
    List<String> problems();

    /** Those problems that leave nothing to use; empty if the reply can be used. */
    List<String> refusals();
}
