package io.github.onet4j.assess;

import io.github.onet4j.OnetException;
import java.io.Serial;
import java.util.List;

/** A model's reply is not usable, even after one attempt to repair it. */
public final class InvalidReplyException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MAX_SHOWN = 5;

    private final transient List<String> problems;
    private final transient List<Turn> turns;

    InvalidReplyException(String about, List<String> problems, List<Turn> turns) {
        super("the model's reply about " + about
                + " is not usable, even after one repair; try again, or use another model. " + shown(problems));
        this.problems = List.copyOf(problems);
        this.turns = List.copyOf(turns);
    }

    /**
     * Returns the problems that make the last reply unusable.
     *
     * @return the problems, at least one; each names the skill and the expected value
     */
    public List<String> problems() {
        return problems;
    }

    /**
     * Returns the prompts and the raw replies.
     *
     * @return two turns
     */
    public List<Turn> turns() {
        return turns;
    }

    private static String shown(List<String> problems) {
        StringBuilder shown = new StringBuilder("Problems: ").append(problems.size());
        for (int i = 0; i < Math.min(problems.size(), MAX_SHOWN); i++) {
            shown.append(" (").append(i + 1).append(") ").append(problems.get(i));
        }
        return shown.append(problems.size() > MAX_SHOWN ? " …" : "").toString();
    }
}
