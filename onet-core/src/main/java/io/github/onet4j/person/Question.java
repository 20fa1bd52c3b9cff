package io.github.onet4j.person;

import io.github.onet4j.Element;
import io.github.onet4j.LevelAnchor;
import io.github.onet4j.ReleaseInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A question for the level in an element, in the words of the release.
 *
 * @param release the release of the words
 * @param element the element
 * @param narrowing by how much the answer is expected to narrow the 90 % interval of readiness, 0 to 1
 */
public record Question(ReleaseInfo release, Element element, double narrowing) {
    /** Refuses null. */
    public Question {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(element, "element");
    }

    /**
     * Returns the question.
     *
     * @return a sentence or two, for example {@code Programming: Writing computer programs for various purposes. Which
     *     of these comes closest to what you can do?}
     */
    public String text() {
        String description = element.description();
        return element.name() + (description == null ? "." : ": " + description)
                + " Which of these comes closest to what you can do?";
    }

    /**
     * Returns the answers to choose from: none, each level anchor, and what is between two, below the first and above
     * the last. Pass the level of the chosen one to {@link PersonProfile#withSelfAssessment(String, double)}.
     *
     * @return the choices, the lowest first; whole levels where the release has no anchors of the element
     */
    public List<Choice> choices() {
        List<LevelAnchor> anchors = element.levelAnchors();
        if (anchors.isEmpty()) {
            return IntStream.rangeClosed(0, 7)
                    .mapToObj(level -> new Choice(level, "level " + level + " of 7"))
                    .toList();
        }
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(0, "none of this"));
        double level = 0;
        String below = "";
        for (LevelAnchor anchor : anchors) {
            String here = "\"" + anchor.description() + "\"";
            if (anchor.level() > level) {
                String between = below.isEmpty() ? "less than " + here : "between " + below + " and " + here;
                choices.add(new Choice((level + anchor.level()) / 2, between));
                choices.add(new Choice(anchor.level(), here));
            }
            level = anchor.level();
            below = here;
        }
        if (level < 7) {
            choices.add(new Choice((level + 7) / 2, "more than " + below));
        }
        return choices;
    }

    /**
     * Returns the credit to show with the question.
     *
     * @return see {@link ReleaseInfo#attribution}
     */
    public String attribution() {
        return release.attribution();
    }

    /** {@return {@link #text}, for serializers} */
    public String getText() {
        return text();
    }

    /** {@return {@link #choices}, for serializers} */
    public List<Choice> getChoices() {
        return choices();
    }

    /** {@return {@link #attribution}, for serializers} */
    public String getAttribution() {
        return attribution();
    }

    /**
     * An answer to choose.
     *
     * @param level the level that it stands for, 0 to 7
     * @param text its words
     */
    public record Choice(double level, String text) {
        /** Refuses null. */
        public Choice {
            Objects.requireNonNull(text, "text");
        }
    }
}
