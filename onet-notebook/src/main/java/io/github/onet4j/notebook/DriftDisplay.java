package io.github.onet4j.notebook;

import io.github.onet4j.Domain;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.compare.DriftPart;
import io.github.onet4j.compare.GapDrift;
import io.github.onet4j.compare.RatingChange;
import io.github.onet4j.compare.Side;
import io.github.onet4j.notebook.Table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows why readiness moved between two releases. */
final class DriftDisplay {
    private final GapDrift drift;

    DriftDisplay(GapDrift drift) {
        this.drift = drift;
    }

    Display display() {
        return new Display(
                drift.from().occupation() + " to " + drift.to().occupation(),
                "O*NET " + drift.earlier().version() + " to " + drift.later().version(),
                parts(),
                new Rows(
                        List.of(
                                "from_code",
                                "from",
                                "to_code",
                                "to",
                                "element_id",
                                "element",
                                "side",
                                "kind",
                                "part",
                                "earlier_level",
                                "later_level",
                                "earlier_importance",
                                "later_importance",
                                "earlier_release",
                                "later_release"),
                        drift.parts().stream().map(this::cells).toList()),
                drift.attribution());
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Paragraph(drift.text()));
        if (!drift.parts().isEmpty()) {
            List<Domain> domains = List.of(drift.domain());
            parts.add(Table.listing(
                    "What moved readiness, largest part first",
                    List.of(
                            Column.text(Figures.sentence(Figures.noun(1, domains))),
                            Column.text("side"),
                            Column.text("change"),
                            Column.text("level"),
                            Column.text("importance"),
                            Column.number("part")),
                    drift.parts().stream().map(DriftDisplay::row).toList()));
            parts.add(
                    new Paragraph("The parts add up to the change of readiness. Of the source only the level counts."));
        }
        return parts;
    }

    private static List<String> row(DriftPart part) {
        return List.of(
                part.element().name(),
                word(part.side()),
                part.kind() == RatingChange.Kind.RE_RATED ? "re-rated" : "restated",
                change(part.earlier().level(), part.later().level()),
                change(part.earlier().importance(), part.later().importance()),
                Figures.signed(part.share()));
    }

    private static String word(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    private static String change(Optional<Rating> earlier, Optional<Rating> later) {
        return figure(earlier) + " to " + figure(later);
    }

    private static String figure(Optional<Rating> rating) {
        return rating.map(value -> Figures.decimal(value.value())).orElse(Figures.UNKNOWN);
    }

    private List<@Nullable Object> cells(DriftPart part) {
        return Arrays.asList(
                drift.from().occupation().code().value(),
                drift.from().occupation().title(),
                drift.to().occupation().code().value(),
                drift.to().occupation().title(),
                part.element().id(),
                part.element().name(),
                word(part.side()),
                part.kind().name(),
                part.share(),
                level(part.earlier()),
                level(part.later()),
                importance(part.earlier()),
                importance(part.later()),
                drift.earlier().version(),
                drift.later().version());
    }

    private static @Nullable Double level(RatedElement rated) {
        return rated.level().map(Rating::value).orElse(null);
    }

    private static @Nullable Double importance(RatedElement rated) {
        return rated.importance().map(Rating::value).orElse(null);
    }
}
