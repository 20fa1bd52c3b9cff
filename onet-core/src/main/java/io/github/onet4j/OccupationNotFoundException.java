package io.github.onet4j;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** No occupation has this code in the release. */
public final class OccupationNotFoundException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final OnetSocCode code;
    private final transient List<Occupation> sameMinorGroup;

    /**
     * Creates the exception.
     *
     * @param code the code that was asked for
     * @param version the release's number
     * @param sameMinorGroup occupations of the same SOC minor group, as choices; may be empty
     */
    public OccupationNotFoundException(OnetSocCode code, String version, List<Occupation> sameMinorGroup) {
        super("O*NET " + version + " has no occupation " + code + choices(code, sameMinorGroup));
        this.code = code;
        this.sameMinorGroup = List.copyOf(sameMinorGroup);
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
     * Returns occupations of the same SOC minor group.
     *
     * @return the choices, possibly none
     */
    public List<Occupation> sameMinorGroup() {
        return sameMinorGroup;
    }

    private static String choices(OnetSocCode code, List<Occupation> sameMinorGroup) {
        if (sameMinorGroup.isEmpty()) {
            return ", nor any in its group " + code.minorGroup() + "; search by title to find its code";
        }
        return "; in its group " + code.minorGroup() + " there are "
                + sameMinorGroup.stream().map(Occupation::toString).collect(Collectors.joining(", "));
    }
}
