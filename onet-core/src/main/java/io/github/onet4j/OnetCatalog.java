package io.github.onet4j;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One O*NET release: the same questions have the same answers, whether a release on disk, a database or a web service
 * answers. Implementations are safe for use by many threads.
 *
 * <p>Every list is complete and ordered as its method says. A method that takes a code throws
 * {@link OccupationNotFoundException} if the release has no such occupation, unless it says otherwise.
 */
public interface OnetCatalog {
    /**
     * Returns the release that this catalog answers from.
     *
     * @return the release; of a database, the one that is active now
     */
    ReleaseInfo release();

    /**
     * Finds an occupation by its code.
     *
     * @param code the code
     * @return the occupation, or nothing if the release has none of that code
     */
    Optional<Occupation> findOccupation(OnetSocCode code);

    /**
     * Returns all occupations of the release.
     *
     * @return the occupations, by code
     */
    List<Occupation> occupations();

    /**
     * Searches occupations by title, over their own titles and those they are also known by.
     *
     * <p>An occupation comes the earlier the more of its titles match, the more of each is typed, the more sources list
     * it and the fewer other occupations share it; whole words count for more than beginnings. Words of its own title
     * count for more, too. Where no title has all words, {@linkplain TitleMatch.Quality#SIMILAR similar} titles are
     * returned.
     *
     * @param title words of a title, for example {@code software developer}; case, punctuation and plurals do not
     *     matter; no title is found by more than 1,020 characters
     * @param limit the most matches to return, at least 1
     * @return one match for each occupation, best first; ties by code; empty if nothing is even similar
     * @throws IllegalArgumentException if the limit is below 1
     */
    List<TitleMatch> searchOccupations(String title, int limit);

    /**
     * Returns the ratings of several occupations in one domain, all out of one release and, from a database, in one
     * round trip.
     *
     * @param domain a domain
     * @param codes the occupations' codes
     * @return a profile for each code, in the order of the codes; one without ratings is {@linkplain Coverage#UNRATED
     *     unrated}, never left out, and has the {@linkplain Profile#fetchOutcome outcome} of asking O*NET Web Services
     *     for them
     */
    List<Profile> profiles(Domain domain, List<OnetSocCode> codes);

    /**
     * Finds the occupations that need an element at or above a level: those whose level is present, above 0 and at
     * least {@code minimumLevel}.
     *
     * @param elementId for example {@code 2.B.3.e}
     * @param minimumLevel the lowest level to return, 0 to 7
     * @return the occupations, highest level first, ties by code; empty if no occupation has such a level
     * @throws IllegalArgumentException if the element is not among the {@link #elements} of any domain
     */
    List<OccupationLevel> occupationsNeeding(String elementId, double minimumLevel);

    /**
     * Returns the occupations that O*NET relates to one.
     *
     * @param code the occupation's code
     * @return the related occupations, closest first; empty where O*NET lists none
     */
    List<RelatedOccupation> relatedOccupations(OnetSocCode code);

    /**
     * Returns the tasks of an occupation with their ratings.
     *
     * @param code the occupation's code
     * @return the tasks, most important first; empty if the release states none
     */
    List<Task> tasks(OnetSocCode code);

    /**
     * Returns the software and other technologies that an occupation uses.
     *
     * @param code the occupation's code
     * @return the technologies, those in demand first; empty if the release has none. A product may stand twice, in two
     *     categories
     */
    List<Technology> technologies(OnetSocCode code);

    /**
     * Returns the job zone of every occupation that has one. From a database it is one round trip.
     *
     * @return the zones, by code, one for each occupation at most; empty if the release has no Job Zones
     */
    List<JobZone> jobZones();

    /**
     * Returns what the release says of its occupations in words. These are some hundred thousand words, read anew each
     * time: from a database in five round trips, from O*NET Web Services in many pages.
     *
     * @return the texts by code, one for each occupation; their lists are empty where the release lacks a table
     */
    List<OccupationText> texts();

    /**
     * Returns the occupations that have at least one rating in a domain.
     *
     * @param domain a domain
     * @return the occupations, by code
     */
    List<Occupation> ratedOccupations(Domain domain);

    /**
     * Returns the domains that the release has ratings in.
     *
     * @return the domains, in their declared order
     */
    Set<Domain> domains();

    /**
     * Returns the elements that the release rates in a domain.
     *
     * @param domain a domain
     * @return the elements, by id
     */
    List<Element> elements(Domain domain);

    /**
     * Returns the scales of the release.
     *
     * @return the scales, by id
     */
    List<Scale> scales();

    /**
     * Returns an occupation by its code.
     *
     * @param code the code
     * @return the occupation
     */
    default Occupation requireOccupation(OnetSocCode code) {
        return findOccupation(code)
                .orElseThrow(() -> new OccupationNotFoundException(
                        code, release().version(), occupations(), FetchOutcome.NOT_OFFERED));
    }

    /**
     * Returns the one occupation that a code or a title names. A title names an occupation if it is exactly the own
     * title of this one only; or else an alternate title; or else the beginning of its own title; or else has words of
     * that. If it is none of these, it names an occupation that is the only match. A
     * {@linkplain TitleMatch.Quality#SIMILAR similar} title names none.
     *
     * @param codeOrTitle for example {@code 11-1011}, {@code 11-1011.00} or {@code chief executives}
     * @return the occupation
     * @throws AmbiguousTitleException if the title matches several occupations equally well, or none
     */
    default Occupation requireOccupation(String codeOrTitle) {
        Objects.requireNonNull(codeOrTitle, "codeOrTitle");
        if (OnetSocCode.isCode(codeOrTitle)) {
            return requireOccupation(OnetSocCode.parse(codeOrTitle));
        }
        List<TitleMatch> best = surest(searchOccupations(codeOrTitle, Integer.MAX_VALUE));
        if (best.size() != 1 || best.get(0).quality() == TitleMatch.Quality.SIMILAR) {
            throw new AmbiguousTitleException(
                    codeOrTitle, best.stream().limit(10).toList());
        }
        return best.get(0).occupation();
    }

    /**
     * Returns the ratings of one occupation in a domain.
     *
     * @param code the occupation's code
     * @param domain a domain
     * @return the profile, possibly {@linkplain Coverage#UNRATED unrated}
     */
    default Profile profile(OnetSocCode code, Domain domain) {
        Objects.requireNonNull(code, "code");
        return profiles(domain, List.of(code)).get(0);
    }

    /**
     * Tells how much of a domain is rated for an occupation.
     *
     * @param code the occupation's code
     * @param domain a domain
     * @return the coverage
     */
    default Coverage coverage(OnetSocCode code, Domain domain) {
        return profile(code, domain).coverage();
    }

    /**
     * Returns rated occupations that can stand in for one that is not: those of the same SOC broad occupation and those
     * that O*NET relates to it; only where there is neither, those of its SOC minor group. First come those of the same
     * six-digit SOC code, then those of the same broad occupation, of the same minor group, and the rest; within each,
     * related ones in O*NET's order, then the others by code.
     *
     * @param code the occupation's code
     * @param domain a domain
     * @return the alternatives, without the occupation itself; possibly none
     */
    default List<Occupation> ratedAlternatives(OnetSocCode code, Domain domain) {
        Objects.requireNonNull(code, "code");
        Set<Occupation> rated = new LinkedHashSet<>(ratedOccupations(domain));
        rated.removeIf(other -> other.code().equals(code));
        Set<Occupation> alternatives = new LinkedHashSet<>();
        relatedOccupations(code).stream()
                .map(RelatedOccupation::occupation)
                .filter(rated::contains)
                .forEach(alternatives::add);
        rated.stream()
                .filter(other -> other.code().broadOccupation().equals(code.broadOccupation()))
                .forEach(alternatives::add);
        if (alternatives.isEmpty()) {
            rated.stream()
                    .filter(other -> other.code().minorGroup().equals(code.minorGroup()))
                    .forEach(alternatives::add);
        }
        return alternatives.stream().sorted(socGroupsOf(code)).toList();
    }

    private static Comparator<Occupation> socGroupsOf(OnetSocCode code) {
        return Comparator.comparing((Occupation other) -> !other.code().soc().equals(code.soc()))
                .thenComparing(other -> !other.code().broadOccupation().equals(code.broadOccupation()))
                .thenComparing(other -> !other.code().minorGroup().equals(code.minorGroup()));
    }

    private static List<TitleMatch> surest(List<TitleMatch> matches) {
        int surest = matches.stream().mapToInt(OnetCatalog::doubt).min().orElse(0);
        return matches.stream().filter(match -> doubt(match) == surest).toList();
    }

    /** How much room for doubt a match leaves; what alternate titles only resemble may mean any of them. */
    private static int doubt(TitleMatch match) {
        boolean own = match.kind() == TitleMatch.Kind.OCCUPATION_TITLE;
        return switch (match.quality()) {
            case EXACT -> own ? 0 : 1;
            case PREFIX -> own ? 2 : 4;
            case WORDS -> own ? 3 : 4;
            case SIMILAR -> 5;
        };
    }
}
