package io.github.onet4j.assess;

import io.github.onet4j.OnetException;
import java.io.Serial;
import java.util.List;

/** A model's reply can't be used, even after it was shown what is wrong with it. */
public final class InvalidReplyException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 5;

    private final transient List<String> problems;
    private final transient Conversation conversation;

    InvalidReplyException(String about, List<String> problems, Conversation conversation) {
        super("the model's reply about " + about
                + " can't be used, even after one repair; ask again, or ask another model. " + shown(problems));
        this.problems = List.copyOf(problems);
        this.conversation = conversation;
    }

    /**
     * Returns everything that makes the last reply unusable.
     *
     * @return the problems, at least one; each names the skill and what it should be
     */
    public List<String> problems() {
        return problems;
    }

    /**
     * Returns everything that was said, with the raw replies.
     *
     * @return two turns
     */
    public Conversation conversation() {
        return conversation;
    }

    private static String shown(List<String> problems) {
        StringBuilder shown = new StringBuilder("Problems: ").append(problems.size());
        for (int i = 0; i < Math.min(problems.size(), SHOWN); i++) {
            shown.append(" (").append(i + 1).append(") ").append(problems.get(i));
        }
        return shown.append(problems.size() > SHOWN ? " …" : "").toString();
    }
}
