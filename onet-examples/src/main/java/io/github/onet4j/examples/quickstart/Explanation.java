package io.github.onet4j.examples.quickstart;

import io.github.onet4j.AmbiguousTitleException;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetException;
import io.github.onet4j.TitleMatch;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.jooq.load.LoadRejectedException;
import io.github.onet4j.release.RejectedRow;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Explains exceptions of onet4j to a user of the command line, who has options rather than methods.
 *
 * @param sample true if the small sample is in use, which may be the reason
 */
record Explanation(boolean sample) {
    private static final int MOST_CHOICES = 12;

    String of(OnetException thrown) {
        if (thrown instanceof AmbiguousTitleException ambiguous) {
            return names(ambiguous.matches()) ? severalMatches(ambiguous) : unknown(ambiguous);
        }
        if (thrown instanceof OccupationNotFoundException notFound) {
            return notFound(notFound);
        }
        if (thrown instanceof UnratedOccupationException unrated) {
            return unrated(unrated);
        }
        if (thrown instanceof LoadRejectedException rejected) {
            return rejected(rejected);
        }
        return thrown.getMessage();
    }

    private static boolean names(List<TitleMatch> matches) {
        return !matches.isEmpty() && matches.get(0).quality() != TitleMatch.Quality.SIMILAR;
    }

    private String unknown(AmbiguousTitleException unknown) {
        String none = "No occupation has the title \"" + unknown.title() + "\".";
        if (!unknown.matches().isEmpty()) {
            return none + " If a similar one is meant, choose it by its code:\n\n" + choices(unknown) + sampleHint();
        }
        return none + "\n" + "Try fewer or different words, or a code such as 15-1251.00." + sampleHint();
    }

    private static String severalMatches(AmbiguousTitleException ambiguous) {
        return "\"" + ambiguous.title() + "\" matches several occupations. Choose one by its code:\n\n"
                + choices(ambiguous);
    }

    private static String choices(AmbiguousTitleException ambiguous) {
        return ambiguous.matches().stream()
                .map(match -> choice(match.occupation()) + knownAs(match))
                .collect(Collectors.joining("\n"));
    }

    private static String knownAs(TitleMatch match) {
        return match.kind() == TitleMatch.Kind.ALTERNATE_TITLE ? ", also known as " + match.title() : "";
    }

    private String notFound(OccupationNotFoundException notFound) {
        String unknown = "This release has no occupation " + notFound.code() + ".";
        if (notFound.sameMinorGroup().isEmpty()) {
            return unknown + "\nTry a title, such as \"chief executives\"." + sampleHint();
        }
        return unknown + " Occupations in the same group:\n\n" + choices(notFound.sameMinorGroup()) + sampleHint();
    }

    private static String unrated(UnratedOccupationException unrated) {
        String gap = "This release has no ratings of " + unrated.domain().label() + " for " + unrated.occupation()
                + ", so the gap can't be computed.";
        if (unrated.ratedAlternatives().isEmpty()) {
            return gap + "\nNone of its related occupations is rated either.";
        }
        return gap + "\nRated occupations close to it:\n\n" + choices(unrated.ratedAlternatives())
                + "\n\nOr estimate it from those that are rated:  --estimate";
    }

    private static String rejected(LoadRejectedException rejected) {
        List<RejectedRow> rows = rejected.rows();
        return "Nothing was loaded: " + rejected.count() + (rejected.count() == 1 ? " row" : " rows")
                + " of the release can't be loaded.\n\n"
                + rows.stream()
                        .limit(MOST_CHOICES)
                        .map(row -> "  " + row.message())
                        .collect(Collectors.joining("\n"))
                + (rejected.count() > MOST_CHOICES ? "\n  and " + (rejected.count() - MOST_CHOICES) + " more" : "")
                + "\n\nIs the archive complete and unmodified?";
    }

    private static String choices(List<Occupation> occupations) {
        String choices = occupations.stream()
                .limit(MOST_CHOICES)
                .map(Explanation::choice)
                .collect(Collectors.joining("\n"));
        int more = occupations.size() - MOST_CHOICES;
        return more > 0 ? choices + "\n  and " + more + " more" : choices;
    }

    private static String choice(Occupation occupation) {
        return "  " + occupation.code() + "  " + occupation.title();
    }

    private String sampleHint() {
        return sample ? "\n\nThe small sample has only a few occupations. To use all:  --release PATH" : "";
    }
}
