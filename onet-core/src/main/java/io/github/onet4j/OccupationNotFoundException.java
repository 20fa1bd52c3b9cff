package io.github.onet4j;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** No occupation has this code in the release. */
public final class OccupationNotFoundException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final OnetSocCode code;
    private final String version;
    private final transient List<Occupation> sameMinorGroup;
    private final FetchOutcome fetchOutcome;

    /**
     * Creates the exception.
     *
     * @param code the code that was asked for
     * @param version the release's number
     * @param occupations the release's occupations, by code; those of the same SOC minor group become the choices
     * @param fetchOutcome what came of asking O*NET Web Services for it
     */
    public OccupationNotFoundException(
            OnetSocCode code, String version, Collection<Occupation> occupations, FetchOutcome fetchOutcome) {
        super("O*NET " + version + " has no occupation " + code + choices(code, sameMinorGroup(code, occupations))
                + Objects.requireNonNull(fetchOutcome, "fetchOutcome")
                        .explanation()
                        .map(explanation -> ". " + explanation)
                        .orElse(""));
        this.code = code;
        this.version = Objects.requireNonNull(version, "version");
        this.sameMinorGroup = sameMinorGroup(code, occupations);
        this.fetchOutcome = fetchOutcome;
    }

    /**
     * Returns the code that was asked for.
     *
     * @return the code
     */
    public OnetSocCode code() {
        return code;
    }

    /**
     * Returns the number of the release that does not have it.
     *
     * @return for example {@code 31.0}
     */
    public String version() {
        return version;
    }

    /**
     * Returns occupations of the same SOC minor group.
     *
     * @return the choices, possibly none
     */
    public List<Occupation> sameMinorGroup() {
        return sameMinorGroup;
    }

    /**
     * Returns what came of asking O*NET Web Services for the occupation.
     *
     * @return why it was not fetched
     */
    public FetchOutcome fetchOutcome() {
        return fetchOutcome;
    }

    private static List<Occupation> sameMinorGroup(OnetSocCode code, Collection<Occupation> occupations) {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(occupations, "occupations");
        return occupations.stream()
                .filter(other -> other.code().minorGroup().equals(code.minorGroup()))
                .toList();
    }

    private static String choices(OnetSocCode code, List<Occupation> sameMinorGroup) {
        if (sameMinorGroup.isEmpty()) {
            return ", nor any in its group " + code.minorGroup() + "; search by title to find its code";
        }
        return "; in its group " + code.minorGroup() + " there are "
                + sameMinorGroup.stream().map(Occupation::toString).collect(Collectors.joining(", "));
    }
}
