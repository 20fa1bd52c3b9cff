package io.github.onet4j.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OccupationText;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What occupations without ratings are estimated to be rated. */
class EstimatesTest {
    private static final OnetSocCode EXECUTIVES = new OnetSocCode("11-1011.00");
    private static final OnetSocCode ANALYSTS = new OnetSocCode("15-1211.00");
    private static final OnetSocCode PROGRAMMERS = new OnetSocCode("15-1251.00");
    private static final OnetSocCode DEVELOPERS = new OnetSocCode("15-1252.00");
    private static final OnetSocCode SCIENTISTS = new OnetSocCode("15-2051.00");

    /** Four rows of executives and a header stand before it. */
    private static final int FIRST_OF_ANALYSTS = 6;

    @TempDir
    private Path folder;

    private OnetCatalog catalog;
    private Estimates estimates;

    @BeforeEach
    void open() {
        catalog = catalog(MiniRelease.text());
        estimates = Estimates.of(catalog, Domain.SKILLS);
    }

    private OnetCatalog catalog(MiniRelease release) {
        return OnetRelease.open(release.writeZip(folder.resolve(release.hashCode() + ".zip")))
                .catalog();
    }

    @Test
    void anEstimateIsTheSolutionOfTheEquations() {
        Estimate estimate = estimates.estimate(DEVELOPERS);
        List<Profile> rated = ratedInFull();
        Reading reading = new Reading(catalog, catalog.texts());
        double[][] covariances = rated.stream()
                .map(one -> rated.stream()
                        .mapToDouble(other -> reading.covariance(code(one), code(other)))
                        .toArray())
                .toArray(double[][]::new);
        double[] withRated = rated.stream()
                .mapToDouble(other -> reading.covariance(DEVELOPERS, code(other)))
                .toArray();
        double[] weights = KrigingTest.solved(covariances, withRated);

        assertThat(estimates.rated())
                .isEqualTo(rated.stream().map(Profile::occupation).toList());
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i];
            assertThat(estimate.madeOf())
                    .filteredOn(OccupationWeight::occupation, rated.get(i).occupation())
                    .allSatisfy(of -> assertThat(of.weight()).isCloseTo(weight, within(1e-12)))
                    .hasSize(1);
        }
        assertThat(estimate.elements()).hasSize(5).allSatisfy(element -> {
            assertThat(element.level()).isCloseTo(value(rated, weights, element, RatedElement::level), within(1e-12));
            assertThat(element.importance())
                    .isCloseTo(value(rated, weights, element, RatedElement::importance), within(1e-12));
        });
    }

    private List<Profile> ratedInFull() {
        return catalog.ratedOccupations(Domain.SKILLS).stream()
                .map(occupation -> catalog.profile(occupation.code(), Domain.SKILLS))
                .filter(profile -> profile.coverage() == Coverage.RATED)
                .toList();
    }

    private static OnetSocCode code(Profile profile) {
        return profile.occupation().code();
    }

    private static double value(
            List<Profile> rated,
            double[] weights,
            EstimatedElement element,
            Function<RatedElement, Optional<Rating>> scale) {
        double[] values = rated.stream()
                .mapToDouble(profile -> profile.findElement(element.element().id())
                        .flatMap(scale)
                        .orElseThrow()
                        .value())
                .toArray();
        double mean = DoubleStream.of(values).average().orElseThrow();
        double sum = mean;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * (values[i] - mean);
        }
        return sum;
    }

    @Test
    void itSaysWhatItIsMadeOf() {
        Estimate estimate = estimates.estimate(DEVELOPERS);

        assertThat(estimate.occupation()).isEqualTo(catalog.requireOccupation(DEVELOPERS));
        assertThat(estimate.domain()).isEqualTo(Domain.SKILLS);
        assertThat(estimate.release()).isEqualTo(catalog.release());
        assertThat(estimate.attribution()).isEqualTo(catalog.release().attribution());
        assertThat(estimate.elements())
                .extracting(EstimatedElement::element)
                .isEqualTo(catalog.elements(Domain.SKILLS));
        assertThat(estimate.madeOf())
                .extracting(OccupationWeight::weight)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(estimate.sumOfWeights())
                .isCloseTo(
                        estimate.madeOf().stream()
                                .mapToDouble(OccupationWeight::weight)
                                .sum(),
                        within(1e-12));
        assertThat(estimate.origins()).containsExactly(new Origin(Origin.Kind.RELEASE, "31.0"));
        assertThat(estimate.oldestRating()).isEqualTo(YearMonth.of(2012, 7));
        assertThat(estimate.getNewestRating()).isEqualTo("2024-08");
    }

    @Test
    void whatIsLeftOutCountsAsIfItWereNotRated() {
        OnetCatalog unrated = catalog(withAnalystsRatedInPart());
        Estimate expected = Estimates.of(unrated, Domain.SKILLS).estimate(DEVELOPERS);

        Estimate estimate = estimates.estimate(DEVELOPERS, Set.of(ANALYSTS, SCIENTISTS));

        assertThat(estimate.madeOf())
                .extracting(OccupationWeight::occupation)
                .isEqualTo(expected.madeOf().stream()
                        .map(OccupationWeight::occupation)
                        .toList())
                .hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(estimate.madeOf().get(i).weight())
                    .isCloseTo(expected.madeOf().get(i).weight(), within(1e-12));
        }
        for (int i = 0; i < 5; i++) {
            assertThat(estimate.elements().get(i).level())
                    .isCloseTo(expected.elements().get(i).level(), within(1e-12));
        }
    }

    @Test
    void aRatedOccupationIsEstimatedWithoutItsOwnRatings() {
        Estimate expected =
                Estimates.of(catalog(withAnalystsRatedInPart()), Domain.SKILLS).estimate(ANALYSTS);

        Estimate estimate = estimates.estimate(ANALYSTS);

        assertThat(estimate.madeOf())
                .extracting(OccupationWeight::occupation)
                .doesNotContain(estimate.occupation())
                .hasSize(4);
        for (int i = 0; i < 5; i++) {
            assertThat(estimate.elements().get(i).level())
                    .isCloseTo(expected.elements().get(i).level(), within(1e-12));
        }
    }

    private static MiniRelease withAnalystsRatedInPart() {
        MiniRelease release = MiniRelease.text();
        for (int row = 0; row < 4; row++) {
            release = release.withoutLine("Essential Skills.txt", FIRST_OF_ANALYSTS);
        }
        return release;
    }

    @Test
    void namesWhatTheOccupationOrTheReleaseLacks() {
        assertThat(estimates.estimate(SCIENTISTS).missing()).contains(Evidence.RELATED);
        assertThat(estimates.estimate(DEVELOPERS).missing()).doesNotContain(Evidence.RELATED);

        Estimates little = Estimates.of(
                catalog(MiniRelease.text()
                        .withoutFile("Related Occupations.txt")
                        .withoutFile("Job Zones.txt")
                        .withoutFile("Career Interest Types.txt")
                        .withoutFile("Task Statements.txt")
                        .withoutFile("Task Ratings.txt")
                        .withoutFile("Emerging Tasks.txt")
                        .withoutFile("Tasks to DWAs.txt")
                        .withoutFile("Job Titles.txt")
                        .withoutFile("Sample of Reported Titles.txt")),
                Domain.SKILLS);

        Estimate estimate = little.estimate(PROGRAMMERS);
        assertThat(estimate.missing())
                .containsExactlyInAnyOrder(
                        Evidence.TITLES, Evidence.WORK, Evidence.RELATED, Evidence.JOB_ZONE, Evidence.INTERESTS);
        assertThat(estimate.elements()).allSatisfy(element -> {
            assertThat(element.level()).isBetween(0.0, 7.0);
            assertThat(element.levelStandardError()).isPositive();
        });
    }

    @Test
    void refusesWhatItCannotAnswer() {
        OnetSocCode unknown = new OnetSocCode("99-9999.00");
        assertThatThrownBy(() -> estimates.estimate(unknown)).isInstanceOf(OccupationNotFoundException.class);
        assertThatThrownBy(() -> Estimates.of(catalog, Domain.WORK_STYLES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("domain must be rated by level, but was WORK_STYLES");
        Set<OnetSocCode> all =
                Set.copyOf(catalog.occupations().stream().map(Occupation::code).toList());
        assertThatThrownBy(() -> estimates.estimate(DEVELOPERS, all))
                .isInstanceOfSatisfying(NotEstimableException.class, e -> {
                    assertThat(e.occupation()).isEqualTo(catalog.requireOccupation(DEVELOPERS));
                    assertThat(e.domain()).isEqualTo(Domain.SKILLS);
                })
                .hasMessage("skills of Software Developers (15-1252.00) can't be estimated: fewer than two occupations"
                        + " are rated in full, or no other one");
        OnetCatalog unlike =
                catalog(MiniRelease.text().withRow("Occupation Data.txt", "99-9999.00", "Zymurgists", "Zymurgy."));
        assertThatThrownBy(() -> Estimates.of(unlike, Domain.SKILLS).estimate(unknown))
                .isInstanceOf(NotEstimableException.class)
                .hasMessageEndingWith("it has nothing in common with any that is rated in full");
    }

    /** The covariances by their formula, from the catalog; the words on the work as developers have them: no tasks. */
    private static final class Reading {
        private final Map<OnetSocCode, Integer> rows = new HashMap<>();
        private final Map<OnetSocCode, Map<OnetSocCode, Double>> related = new HashMap<>();
        private final Map<OnetSocCode, Integer> zones = new HashMap<>();
        private final TextSimilarity titles;
        private final TextSimilarity work;

        Reading(OnetCatalog catalog, List<OccupationText> texts) {
            List<List<String>> titleWords = new ArrayList<>();
            List<List<String>> workWords = new ArrayList<>();
            for (OccupationText text : texts) {
                Occupation occupation = text.occupation();
                rows.put(occupation.code(), rows.size());
                titleWords.add(Words.of(Stream.concat(Stream.of(occupation.title()), text.titles().stream())));
                Stream<String> described = Stream.of(occupation.title(), occupation.description());
                workWords.add(Words.of(described));
                Map<OnetSocCode, Double> list = new HashMap<>();
                for (RelatedOccupation relation : catalog.relatedOccupations(occupation.code())) {
                    int index = relation.index();
                    list.put(relation.occupation().code(), index <= 5 ? 1 : index <= 10 ? .8 : .5);
                }
                list.put(occupation.code(), 1.5);
                related.put(occupation.code(), list);
            }
            for (JobZone zone : catalog.jobZones()) {
                zones.put(zone.occupation().code(), zone.zone());
            }
            titles = TextSimilarity.of(titleWords);
            work = TextSimilarity.of(workWords);
        }

        double covariance(OnetSocCode one, OnetSocCode other) {
            if (one.equals(other)) {
                return .15 + .55 + .50 + .14 + .25 + .46;
            }
            int row = rows.getOrDefault(one, -1);
            int column = rows.getOrDefault(other, -1);
            double difference = zones.getOrDefault(one, 0) - zones.getOrDefault(other, 0);
            return .15 * titles.cosines(row)[column]
                    + .55 * work.cosines(row)[column]
                    + .50 * cosine(related.getOrDefault(one, Map.of()), related.getOrDefault(other, Map.of()))
                    + .14 * Math.exp(-difference * difference / 2)
                    + .25 * likenessOfInterests(one, other);
        }

        /** Only two have them, at a standard deviation above and below the mean. */
        private static double likenessOfInterests(OnetSocCode one, OnetSocCode other) {
            return Set.of(one, other).equals(Set.of(EXECUTIVES, DEVELOPERS)) ? Math.exp(-.5) : 0;
        }

        private static double cosine(Map<OnetSocCode, Double> one, Map<OnetSocCode, Double> other) {
            double product = one.entrySet().stream()
                    .mapToDouble(entry -> entry.getValue() * other.getOrDefault(entry.getKey(), 0.0))
                    .sum();
            return product / Math.sqrt(squares(one) * squares(other));
        }

        private static double squares(Map<OnetSocCode, Double> vector) {
            return vector.values().stream().mapToDouble(each -> each * each).sum();
        }
    }
}
