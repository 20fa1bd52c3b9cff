package io.github.onet4j.examples.assistants;

import io.github.onet4j.AmbiguousTitleException;
import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetException;
import io.github.onet4j.TitleMatch;
import io.github.onet4j.gap.UnratedOccupationException;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call that is refused. The message is for the assistant: what is wrong, and what to ask instead. The library's own
 * messages are for programmers, and may quote the database.
 */
final class RefusedCallException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(RefusedCallException.class);

    RefusedCallException(String message) {
        this(message, null);
    }

    RefusedCallException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** Says in an assistant's terms what the library refuses; nothing if only a log can tell. */
    static Optional<RefusedCallException> of(OnetException e) {
        return Optional.ofNullable(text(e)).map(text -> new RefusedCallException(text, e));
    }

    private static @Nullable String text(OnetException e) {
        if (e instanceof OccupationNotFoundException notFound) {
            return notFound(notFound);
        } else if (e instanceof AmbiguousTitleException ambiguous) {
            return ambiguous(ambiguous);
        } else if (e instanceof UnratedOccupationException unrated) {
            return unrated(unrated);
        } else if (e instanceof ReleaseNotLoadedException) {
            return "The database has no such O*NET release by now, or none at all. Tell the user to load one.";
        } else if (e instanceof OnetDatabaseException) {
            LOG.error("the database failed", e);
            return "The database can't answer now. Ask again later; the log of the tools says why.";
        }
        return null;
    }

    private static String notFound(OccupationNotFoundException e) {
        String group = e.sameMinorGroup().isEmpty()
                ? " Call search_occupations with words of its title."
                : " In its group there are: " + Text.occupations(e.sameMinorGroup())
                        + ". Ask again with one of these, or call search_occupations with words of a title.";
        return "O*NET " + e.version() + " has no occupation " + e.code() + "." + group;
    }

    private static String ambiguous(AmbiguousTitleException e) {
        if (e.matches().isEmpty()) {
            return "No occupation is known by this title. Call search_occupations with fewer or other words.";
        }
        boolean isSimilar = e.matches().get(0).quality() == TitleMatch.Quality.SIMILAR;
        return (isSimilar ? "No occupation is known by this title. Similar are: " : "The title may mean: ")
                + Text.listed(
                        e.matches().stream().map(RefusedCallException::choice).toList())
                + ". Ask again with one of these codes.";
    }

    private static String choice(TitleMatch match) {
        return Text.occupation(match.occupation())
                + (match.kind() == TitleMatch.Kind.OCCUPATION_TITLE ? "" : " as " + Text.quoted(match.title()));
    }

    private static String unrated(UnratedOccupationException e) {
        if (e.isDomainMissing()) {
            return missing(e.domain(), e.version()).getMessage();
        }
        return unrated(e.occupation(), e.domain(), e.version(), e.ratedAlternatives())
                        .getMessage()
                + (e.canBeEstimated()
                        ? " Or ask again with unrated ESTIMATE, which estimates it from those that are rated."
                        : "");
    }

    /** No occupation is rated in the domain. */
    static RefusedCallException missing(Domain domain, String version) {
        return new RefusedCallException("O*NET " + version + " as it is here has no ratings of " + domain.label()
                + " at all. Ask in another domain, or tell the user to load a release that has them.");
    }

    /** An occupation is not rated, or not in full. */
    static RefusedCallException unrated(
            Occupation occupation, Domain domain, String version, List<Occupation> alternatives) {
        return new RefusedCallException(Text.occupation(occupation) + " has no complete ratings of " + domain.label()
                + " in O*NET " + version + "."
                + (alternatives.isEmpty()
                        ? " No occupation like it has any."
                        : " Rated occupations like it: " + Text.occupations(alternatives)
                                + ". Ask again with one of these."));
    }
}
