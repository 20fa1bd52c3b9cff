package io.github.onet4j.benchmarks;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.match.EstimatedElement;
import io.github.onet4j.match.Estimates;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges estimates: of rated occupations, each made without its own ratings, and of occupations that the next release
 * rates. Beside them stands the mean over the first ten rated related occupations.
 */
public final class EstimateFigures {
    private static final List<Domain> DOMAINS =
            List.of(Domain.SKILLS, Domain.KNOWLEDGE, Domain.ABILITIES, Domain.WORK_ACTIVITIES);
    private static final int RELATED = 10;

    private EstimateFigures() {}

    /**
     * Prints the figures.
     *
     * @param arguments the paths of releases, oldest first
     */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("Name releases: EstimateFigures db_29_3_text.zip db_30_1_text.zip");
        }
        OnetCatalog earlier = null;
        for (String argument : arguments) {
            OnetCatalog catalog = OnetRelease.open(Path.of(argument)).catalog();
            for (Domain domain : DOMAINS) {
                if (!catalog.ratedOccupations(domain).isEmpty()) {
                    judge(catalog, domain, earlier);
                }
            }
            earlier = catalog;
        }
    }

    private static void judge(OnetCatalog catalog, Domain domain, @Nullable OnetCatalog earlier) {
        long start = System.nanoTime();
        Estimates estimates = Estimates.of(catalog, domain);
        estimates.estimate(estimates.rated().get(0).code());
        long built = System.nanoTime() - start;
        System.out.printf(
                Locale.ROOT,
                "%n%s, O*NET %s, %d rated in full, built in %d ms%n",
                domain.label(),
                catalog.release().version(),
                estimates.rated().size(),
                built / 1_000_000);
        Map<OnetSocCode, Profile> rated = rated(catalog, domain);
        print("each without its own ratings", estimates, estimates.rated(), rated, rated, catalog);
        if (earlier != null && !earlier.ratedOccupations(domain).isEmpty()) {
            Map<OnetSocCode, Profile> ratedBefore = rated(earlier, domain);
            List<Occupation> newlyRated = earlier.occupations().stream()
                    .filter(occupation -> !ratedBefore.containsKey(occupation.code()))
                    .filter(occupation -> rated.containsKey(occupation.code()))
                    .filter(occupation ->
                            !earlier.relatedOccupations(occupation.code()).isEmpty())
                    .toList();
            print(
                    "newly rated, from O*NET " + earlier.release().version(),
                    Estimates.of(earlier, domain),
                    newlyRated,
                    rated,
                    ratedBefore,
                    earlier);
        }
    }

    private static Map<OnetSocCode, Profile> rated(OnetCatalog catalog, Domain domain) {
        Map<OnetSocCode, Profile> rated = new HashMap<>();
        List<OnetSocCode> codes =
                catalog.ratedOccupations(domain).stream().map(Occupation::code).toList();
        catalog.profiles(domain, codes)
                .forEach(profile -> rated.put(profile.occupation().code(), profile));
        return rated;
    }

    private static void print(
            String what,
            Estimates estimates,
            List<Occupation> occupations,
            Map<OnetSocCode, Profile> truth,
            Map<OnetSocCode, Profile> known,
            OnetCatalog catalog) {
        Errors levels = new Errors();
        Errors importances = new Errors();
        Errors means = new Errors();
        Errors meanImportances = new Errors();
        for (Occupation occupation : occupations) {
            Profile profile = Objects.requireNonNull(truth.get(occupation.code()));
            List<Profile> related = catalog.relatedOccupations(occupation.code()).stream()
                    .map(RelatedOccupation::occupation)
                    .map(other -> known.get(other.code()))
                    .filter(Objects::nonNull)
                    .limit(RELATED)
                    .toList();
            for (EstimatedElement element :
                    estimates.estimate(occupation.code()).elements()) {
                Optional<RatedElement> rating =
                        profile.findElement(element.element().id());
                rating.flatMap(RatedElement::level).ifPresent(level -> {
                    levels.add(element.level() - level.value(), element.levelStandardError());
                    means.add(mean(related, element, RatedElement::level) - level.value(), 1);
                });
                rating.flatMap(RatedElement::importance).ifPresent(importance -> {
                    importances.add(element.importance() - importance.value(), element.importanceStandardError());
                    meanImportances.add(mean(related, element, RatedElement::importance) - importance.value(), 1);
                });
            }
        }
        System.out.printf("%s: %d occupations%n", what, occupations.size());
        System.out.println("  level      " + levels + ", mean of ten related " + means.rootMeanSquare());
        System.out.println("  importance " + importances + ", mean of ten related " + meanImportances.rootMeanSquare());
    }

    /** NaN if there is none, which is not counted. */
    private static double mean(
            List<Profile> related, EstimatedElement element, Function<RatedElement, Optional<Rating>> scale) {
        return related.stream()
                .map(profile -> profile.findElement(element.element().id()).flatMap(scale))
                .flatMap(Optional::stream)
                .mapToDouble(Rating::value)
                .average()
                .orElse(Double.NaN);
    }

    /** Errors, and how many of them are within intervals that should have half, 90 % and 99 % of them. */
    private static final class Errors {
        private static final double[] NORMAL = {0.674490, 1.644854, 2.575829};

        private final int[] within = new int[NORMAL.length];
        private double squares;
        private int number;

        void add(double error, double standardError) {
            if (Double.isNaN(error)) {
                return;
            }
            number++;
            squares += error * error;
            for (int i = 0; i < NORMAL.length; i++) {
                within[i] += Math.abs(error) <= NORMAL[i] * standardError ? 1 : 0;
            }
        }

        String rootMeanSquare() {
            return String.format(Locale.ROOT, "%.3f", Math.sqrt(squares / number));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s, intervals of 50/90/99 %% hold %.3f %.3f %.3f",
                    rootMeanSquare(),
                    (double) within[0] / number,
                    (double) within[1] / number,
                    (double) within[2] / number);
        }
    }
}
