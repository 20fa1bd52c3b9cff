package io.github.onet4j.match;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OccupationText;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.Rating;
import io.github.onet4j.ReleaseInfo;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The occupations of a release in the order of their codes, with how alike their texts are. */
final class ReleaseTexts {
    private final ReleaseInfo release;
    private final List<Occupation> occupations;
    private final Map<OnetSocCode, Integer> rows = new HashMap<>();
    private final TextSimilarity titles;
    private final TextSimilarity work;
    private final TextSimilarity descriptions;
    private final BitSet titled = new BitSet();
    private final BitSet described = new BitSet();

    private ReleaseTexts(ReleaseInfo release, List<OccupationText> texts) {
        this.release = release;
        occupations = texts.stream().map(OccupationText::occupation).toList();
        occupations.forEach(occupation -> rows.put(occupation.code(), rows.size()));
        titles = TextSimilarity.of(texts.stream()
                .map(text -> Words.of(Stream.concat(Stream.of(text.occupation().title()), text.titles().stream())))
                .toList());
        work = TextSimilarity.of(texts.stream()
                .map(text -> Words.of(Stream.of(description(text), text.tasks().stream(), text.activities().stream())
                        .flatMap(words -> words)))
                .toList());
        descriptions = TextSimilarity.of(
                texts.stream().map(text -> Words.of(description(text))).toList());
        for (int row = 0; row < texts.size(); row++) {
            titled.set(row, !texts.get(row).titles().isEmpty());
            described.set(row, !texts.get(row).tasks().isEmpty());
        }
    }

    private static Stream<String> description(OccupationText text) {
        return Stream.of(text.occupation().title(), text.occupation().description());
    }

    static ReleaseTexts read(OnetCatalog catalog) {
        return new ReleaseTexts(catalog.release(), catalog.texts());
    }

    /** Refuses what was read partly of another release. */
    void requireSameRelease(OnetCatalog catalog) {
        if (!catalog.release().equals(release)) {
            throw new IllegalStateException("the catalog went over from O*NET " + release.version() + " to "
                    + catalog.release().version() + " while it was read; read it again");
        }
    }

    ReleaseInfo release() {
        return release;
    }

    List<Occupation> occupations() {
        return occupations;
    }

    /** Returns the row of an occupation; refuses one that the release has not. */
    int row(OnetSocCode code) {
        Integer row = rows.get(code);
        if (row == null) {
            throw new OccupationNotFoundException(code, release.version(), occupations, FetchOutcome.NOT_OFFERED);
        }
        return row;
    }

    /** Returns the row of an occupation, or null if it came to the release after it was read. */
    @Nullable
    Integer findRow(OnetSocCode code) {
        return rows.get(code);
    }

    /** How alike the titles are: the occupation's own, job titles and reported titles. */
    TextSimilarity titles() {
        return titles;
    }

    /** How alike the words on the work are: title, description, tasks and their activities. */
    TextSimilarity work() {
        return work;
    }

    /** How alike the titles and the descriptions are, as far as they are the only words on the work. */
    TextSimilarity descriptions() {
        return descriptions;
    }

    /** Tells whether an occupation has other titles than its own. */
    boolean hasTitles(int row) {
        return titled.get(row);
    }

    boolean hasTasks(int row) {
        return described.get(row);
    }

    boolean hasAnyTitles() {
        return !titled.isEmpty();
    }

    boolean hasAnyTasks() {
        return !described.isEmpty();
    }

    /** Returns for each row the values on a scale of a domain; null, or with a NaN, where they are not all known. */
    double[] @Nullable [] values(OnetCatalog catalog, Domain domain, String scaleId) {
        double[] @Nullable [] values = new double[occupations.size()][];
        // High-points are elements of interests that are not rated on this scale.
        List<OnetSocCode> rated =
                catalog.ratedOccupations(domain).stream().map(Occupation::code).toList();
        List<Profile> profiles = catalog.profiles(domain, rated);
        List<Element> elements = catalog.elements(domain).stream()
                .filter(element -> profiles.stream()
                        .anyMatch(profile -> profile.findElement(element.id())
                                .flatMap(of -> of.rating(scaleId))
                                .isPresent()))
                .toList();
        for (Profile profile : profiles) {
            Integer row = findRow(profile.occupation().code());
            if (row != null) {
                values[row] = elements.stream()
                        .mapToDouble(element -> value(profile, element, scaleId))
                        .toArray();
            }
        }
        return values;
    }

    private static double value(Profile profile, Element element, String scaleId) {
        return profile.findElement(element.id())
                .flatMap(rated -> rated.rating(scaleId))
                .map(Rating::value)
                .orElse(Double.NaN);
    }
}
