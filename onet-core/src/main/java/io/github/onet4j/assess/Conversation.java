package io.github.onet4j.assess;

import java.util.List;

/**
 * Everything that was said to and by a model about one task: one turn, or two where the first reply had to be repaired.
 *
 * @param turns the turns, in their order
 */
public record Conversation(List<Turn> turns) {
    /** Copies the list. */
    public Conversation {
        turns = List.copyOf(turns);
    }
}
