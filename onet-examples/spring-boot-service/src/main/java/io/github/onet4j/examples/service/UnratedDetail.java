package io.github.onet4j.examples.service;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.gap.UnratedOccupationException;
import java.util.List;

/** Says why an occupation can't be compared, and what can be, in terms of this service rather than of the library. */
final class UnratedDetail {
    private UnratedDetail() {}

    static String of(UnratedOccupationException e, boolean wasEstimateTried) {
        String ratings = " has no ratings of " + e.domain().label();
        String release = "O*NET " + e.version();
        if (e.isDomainMissing()) {
            return ofDomain(e.domain(), e.version());
        }
        String others = e.ratedAlternatives().isEmpty()
                ? " No occupation like it is rated either."
                : " Rated occupations like it can be compared.";
        return e.occupation() + ratings + " in " + release + estimate(e, wasEstimateTried) + others;
    }

    static String ofDomain(Domain missing, String version) {
        return "O*NET " + version + " as loaded has no ratings of " + missing.label()
                + " at all, since their file is missing. Load a release that has it.";
    }

    static String ofTarget(Occupation target, Domain domain, String version, List<Occupation> alternatives) {
        return target + " has no rating of level and importance of all " + domain.label() + " in O*NET " + version
                + ", so nobody's readiness for it can be estimated."
                + (alternatives.isEmpty() ? "" : " There are estimates for rated occupations like it.");
    }

    private static String estimate(UnratedOccupationException e, boolean wasTried) {
        if (wasTried) {
            return ", and it can't be estimated from those that are rated.";
        }
        return ", so it can't be compared."
                + (e.canBeEstimated() ? " It can be estimated from those that are rated." : "");
    }
}
