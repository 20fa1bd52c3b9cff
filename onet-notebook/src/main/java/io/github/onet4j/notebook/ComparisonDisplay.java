package io.github.onet4j.notebook;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.Rating;
import io.github.onet4j.compare.Changes;
import io.github.onet4j.compare.Presence;
import io.github.onet4j.compare.RatingChange;
import io.github.onet4j.compare.RatingChanges;
import io.github.onet4j.compare.ReleaseComparison;
import io.github.onet4j.compare.Seam;
import io.github.onet4j.notebook.Table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows what changed between two releases in a domain. */
final class ComparisonDisplay {
    private final ReleaseComparison comparison;
    private final RatingChanges ratings;
    private final Changes<Occupation> occupations;

    ComparisonDisplay(ReleaseComparison comparison, Domain domain) {
        this.comparison = comparison;
        this.ratings = comparison.ratings(domain);
        this.occupations = comparison.occupations();
    }

    Display display() {
        return new Display(
                "What changed in " + ratings.domain().label(),
                comparison.toString(),
                parts(),
                new Rows(
                        List.of(
                                "code",
                                "occupation",
                                "element_id",
                                "element",
                                "scale",
                                "category",
                                "kind",
                                "earlier_value",
                                "later_value",
                                "earlier_date",
                                "later_date",
                                "earlier_release",
                                "later_release"),
                        ratings.changes().stream().map(this::cells).toList()),
                ratings.attribution());
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Seam seam : comparison.seams()) {
            if (seam.concerns(ratings.domain())) {
                parts.add(new Paragraph("Since O*NET " + seam.version() + ": " + seam.text()));
            }
        }
        parts.add(Table.whole(
                "Ratings of " + ratings.domain().label() + " by kind of change",
                List.of(Column.text("Kind"), Column.number("ratings")),
                Stream.of(RatingChange.Kind.values())
                        .map(kind -> List.of(word(kind), String.valueOf(ratings.count(kind))))
                        .toList()));
        presence(ratings.presence()).ifPresent(parts::add);
        addOccupations(parts, "Newly rated occupations, by code", ratings.newlyRated());
        addOccupations(parts, "Occupations no longer rated, by code", ratings.noLongerRated());
        addOccupations(parts, "New occupations, by code", occupations.added());
        addOccupations(parts, "Occupations that are gone, by code", occupations.removed());
        if (!occupations.changed().isEmpty()) {
            parts.add(renamed());
        }
        return parts;
    }

    private Optional<Part> presence(Presence presence) {
        return switch (presence) {
            case BOTH -> Optional.empty();
            case EARLIER_ONLY -> Optional.of(only(comparison.earlier().version()));
            case LATER_ONLY -> Optional.of(only(comparison.later().version()));
            case NEITHER -> Optional.of(new Paragraph("Neither release has ratings in this domain."));
        };
    }

    private static Part only(String version) {
        return new Paragraph("Only O*NET " + version + " has ratings in this domain.");
    }

    private static String word(RatingChange.Kind kind) {
        return switch (kind) {
            case NEWLY_RATED -> "newly rated";
            case DROPPED -> "dropped";
            case RE_RATED -> "re-rated, with another date";
            case RESTATED -> "restated, with the same date";
            case PRECISION -> "other decimals only";
            case CARRIED -> "unchanged";
        };
    }

    private static void addOccupations(List<Part> parts, String caption, List<Occupation> occupations) {
        if (!occupations.isEmpty()) {
            parts.add(Table.listing(
                    caption,
                    List.of(Column.text("Occupation"), Column.code()),
                    occupations.stream()
                            .map(occupation -> List.of(
                                    occupation.title(), occupation.code().value()))
                            .toList()));
        }
    }

    private Table renamed() {
        return Table.listing(
                "Renamed occupations, by code",
                List.of(Column.text("Occupation"), Column.code(), Column.text("earlier title")),
                occupations.changed().stream()
                        .map(change -> List.of(
                                change.later().title(),
                                change.later().code().value(),
                                change.earlier().title()))
                        .toList());
    }

    private List<@Nullable Object> cells(RatingChange change) {
        return Arrays.asList(
                change.occupation().code().value(),
                change.occupation().title(),
                change.element().id(),
                change.element().name(),
                change.key().scaleId(),
                change.key().category(),
                change.kind().name(),
                value(change.earlier()),
                value(change.later()),
                date(change.earlier()),
                date(change.later()),
                comparison.earlier().version(),
                comparison.later().version());
    }

    private static @Nullable Double value(@Nullable Rating rating) {
        return rating == null ? null : (Double) rating.value();
    }

    private static @Nullable String date(@Nullable Rating rating) {
        return rating == null ? null : rating.getDate();
    }
}
