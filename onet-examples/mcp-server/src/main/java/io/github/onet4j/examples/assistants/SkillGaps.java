package io.github.onet4j.examples.assistants;

import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.Rating;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.GapSide;
import io.github.onet4j.gap.Grade;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.UnknownElement;
import io.github.onet4j.gap.UnratedPolicy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares two occupations. */
final class SkillGaps {
    private static final int DEFAULT_LIMIT = 8;
    private static final int MOST_ESTIMATED_FROM = 3;

    private final Releases releases;

    private SkillGaps(Releases releases) {
        this.releases = releases;
    }

    static OnetTool tool(Releases releases) {
        return OnetTool.of(
                "skill_gap",
                "Skill gap",
                "Tells what somebody in one occupation lacks for another, element by element: the levels of both, how"
                        + " sure the difference is, and its share of what is missing; and readiness, the part of what"
                        + " the target needs that the source has. An occupation is compared, not a person; for a person"
                        + " call person_readiness.",
                Arguments.class,
                Gap.class,
                new SkillGaps(releases)::answer);
    }

    private Gap answer(Arguments arguments) {
        OnetCatalog catalog = releases.catalog();
        Occupation from = Occupations.require(catalog, "from", arguments.from());
        Occupation to = Occupations.require(catalog, "to", arguments.to());
        GapOptions options = GapOptions.DEFAULTS
                .domain(LevelDomain.orDefault(arguments.domain()).domain())
                .unrated(Objects.requireNonNullElse(arguments.unrated(), UnratedPolicy.REFUSE));
        return Gap.of(
                releases.analyzer().analyze(from.code(), to.code(), options),
                Objects.requireNonNullElse(arguments.limit(), DEFAULT_LIMIT));
    }

    record Arguments(
            @Schema(description = "The source: " + Occupations.CODE_OR_TITLE, minLength = 1, maxLength = 200)
            String from,

            @Schema(description = "The target: " + Occupations.CODE_OR_TITLE, minLength = 1, maxLength = 200)
            String to,

            @Schema(description = "What to compare", defaultValue = LevelDomain.DEFAULT) @Nullable
            LevelDomain domain,

            @Schema(
                    description = "What becomes of an occupation without ratings: the call is refused, or the ratings"
                            + " are estimated from all occupations that are rated",
                    defaultValue = "REFUSE")
            @Nullable
            UnratedPolicy unrated,

            @Schema(
                    description = "The most elements to return of each list",
                    minimum = "1",
                    maximum = "40",
                    defaultValue = "8")
            @Nullable
            Integer limit) {}

    record Gap(
            Side from,
            Side to,
            LevelDomain domain,

            @Schema(
                    description = "The part of what the target needs that the source has, 0 to 1; null if ratings are"
                            + " missing that it depends on")
            @Nullable
            Double readiness,

            @Schema(description = "The lowest readiness that missing ratings allow; null if the target needs nothing")
            @Nullable
            Double lowestReadiness,

            @Schema(description = "The highest readiness that missing ratings allow; null if the target needs nothing")
            @Nullable
            Double highestReadiness,

            @Schema(description = "What the target has at a higher level, largest share first")
            List<GapElement> gaps,

            @Schema(description = "How many further gaps there are")
            int gapsLeftOff,

            @Schema(
                    description = "Elements without a rating of level on a side, of which nobody knows whether they are"
                            + " gaps")
            List<ElementName> unknown,

            @Schema(description = "How many further unknown elements there are")
            int unknownLeftOff,

            @Schema(description = "How many elements both have at the same level")
            int matched,

            @Schema(description = "How many elements the source has at a higher level")
            int surplus,

            ReleaseName release,
            String attribution)
            implements Answer {
        private static Gap of(SkillGap gap, int limit) {
            List<String> mustHave = gap.getMustHave();
            return new Gap(
                    Side.of(gap.from()),
                    Side.of(gap.to()),
                    LevelDomain.valueOf(gap.domain().name()),
                    gap.getReadiness(),
                    gap.readinessBounds().map(bounds -> bounds.low()).orElse(null),
                    gap.readinessBounds().map(bounds -> bounds.high()).orElse(null),
                    gap.gaps().stream()
                            .limit(limit)
                            .map(each -> GapElement.of(each, mustHave))
                            .toList(),
                    Math.max(0, gap.gaps().size() - limit),
                    gap.unknown().stream()
                            .limit(limit)
                            .map(UnknownElement::element)
                            .map(ElementName::of)
                            .toList(),
                    Math.max(0, gap.unknown().size() - limit),
                    gap.matched().size(),
                    gap.surplus().size(),
                    ReleaseName.of(gap.release()),
                    gap.attribution());
        }

        @Override
        public String text() {
            return from.text() + " to " + to.text() + ", " + domain.domain().label() + ", O*NET " + release.version()
                    + ": readiness " + readinessText() + ", " + (gaps.size() + gapsLeftOff) + " gaps"
                    + (gaps.isEmpty() ? "." : ", largest share of what is missing first:")
                    + Text.lines(gaps.stream().map(GapElement::text).toList())
                    + Text.leftOff(gapsLeftOff, "gaps");
        }

        private String readinessText() {
            if (readiness != null) {
                return Text.figure(readiness);
            }
            return lowestReadiness == null || highestReadiness == null
                    ? "undefined"
                    : Text.figure(lowestReadiness) + " to " + Text.figure(highestReadiness);
        }
    }

    record Side(
            @Schema(description = "O*NET-SOC code") String code,
            String title,

            @Schema(description = "Whether the ratings are estimates")
            boolean estimated,

            @Schema(description = "Standard error of the estimated levels, from 0 to 7 as these; null unless estimated")
            @Nullable
            Double estimateStandardError,

            @Schema(description = "The three occupations that count most in the estimate; empty unless estimated")
            List<OccupationName> estimatedFrom) {
        private static Side of(GapSide side) {
            return new Side(
                    String.valueOf(side.getCode()),
                    side.name(),
                    side.isEstimated(),
                    side.getEstimateStandardError(),
                    side.estimatedFrom().stream()
                            .limit(MOST_ESTIMATED_FROM)
                            .map(OccupationName::of)
                            .toList());
        }

        private String text() {
            return Text.occupation(new OccupationName(code, title)) + (estimated ? ", estimated," : "");
        }
    }

    record GapElement(
            String elementId,
            String name,

            @Schema(description = "Level of the source, 0 to 7")
            double fromLevel,

            @Schema(description = "Level of the target, 0 to 7")
            double toLevel,

            @Schema(description = "Importance for the target, 1 to 5; null if unknown") @Nullable
            Double importance,

            @Schema(
                    description = "How sure the difference is: CLEAR is larger than the raters' spread explains; null"
                            + " if there is none")
            @Nullable
            Grade grade,

            @Schema(description = "The part of what the target needs that is missing here, 0 to 1; null if unknown")
            @Nullable
            Double share,

            @Schema(description = "Whether it is clear and important, and so to be closed first")
            boolean mustHave,

            @Schema(description = "Both levels by O*NET's examples of work")
            String inWords) {
        private static GapElement of(ElementGap gap, List<String> mustHave) {
            Element element = gap.element();
            return new GapElement(
                    element.id(),
                    element.name(),
                    gap.fromLevel(),
                    gap.toLevel(),
                    gap.importance().map(Rating::value).orElse(null),
                    gap.getGrade(),
                    gap.getShare(),
                    mustHave.contains(element.id()),
                    gap.inWords());
        }

        private String text() {
            return Text.quoted(name) + " (" + elementId + "): level " + Text.level(fromLevel) + " to "
                    + Text.level(toLevel) + (grade == null ? "" : ", " + grade)
                    + (share == null ? "" : ", share " + Text.figure(share)) + (mustHave ? ", must have" : "");
        }
    }
}
