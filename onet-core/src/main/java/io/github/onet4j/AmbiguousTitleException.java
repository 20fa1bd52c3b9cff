package io.github.onet4j;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A title that should name one occupation names several, or none. The choices are in {@link #matches}. */
public final class AmbiguousTitleException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String title;
    private final transient List<TitleMatch> matches;

    AmbiguousTitleException(String title, List<TitleMatch> matches) {
        super(message(title, matches));
        this.title = title;
        this.matches = List.copyOf(matches);
    }

    /**
     * Returns the title that was asked for.
     *
     * @return the title as given
     */
    public String title() {
        return title;
    }

    /**
     * Returns the occupations that the title may mean: those that it matches best, and equally well; those with a
     * {@linkplain TitleMatch.Quality#SIMILAR similar} title if none has its words.
     *
     * @return the matches, at most ten; empty if there is none
     */
    public List<TitleMatch> matches() {
        return matches;
    }

    private static String message(String title, List<TitleMatch> matches) {
        if (matches.isEmpty()) {
            return "No occupation is known by the title \"" + title
                    + "\"; try fewer or other words, or an O*NET-SOC code";
        }
        String choices = matches.stream().map(AmbiguousTitleException::choice).collect(Collectors.joining(", "));
        if (matches.get(0).quality() == TitleMatch.Quality.SIMILAR) {
            return "No occupation is known by the title \"" + title + "\"; if a similar one is meant, say which by its"
                    + " code: " + choices;
        }
        return "\"" + title + "\" may mean several occupations; say which by its code: " + choices;
    }

    private static String choice(TitleMatch match) {
        return match.kind() == TitleMatch.Kind.OCCUPATION_TITLE
                ? match.occupation().toString()
                : match.occupation() + " as \"" + match.title() + "\"";
    }
}
