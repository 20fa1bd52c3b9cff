package io.github.onet4j.examples.assistants;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.Rating;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.compare.Change;
import io.github.onet4j.compare.Changes;
import io.github.onet4j.compare.Presence;
import io.github.onet4j.compare.RatingChange;
import io.github.onet4j.compare.RatingChanges;
import io.github.onet4j.compare.ReleaseComparison;
import io.github.onet4j.compare.Seam;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what changed between two releases. */
final class WhatChanged {
    private static final int DEFAULT_LIMIT = 8;

    private final Releases releases;

    private WhatChanged(Releases releases) {
        this.releases = releases;
    }

    static OnetTool tool(Releases releases) {
        return OnetTool.of(
                "what_changed",
                "What changed between releases",
                "Tells how two O*NET releases differ, for one occupation or in all: the occupations listed, and the"
                        + " ratings of a domain by the kind of change. Read the seams first: across one, a difference"
                        + " is not always a change of the work.",
                Arguments.class,
                Changed.class,
                new WhatChanged(releases)::answer);
    }

    private Changed answer(Arguments arguments) {
        ReleaseComparison comparison = comparison(arguments);
        Domain domain = Objects.requireNonNullElse(arguments.domain(), Domain.SKILLS);
        int limit = Objects.requireNonNullElse(arguments.limit(), DEFAULT_LIMIT);
        OnetCatalog earlier = catalog(comparison.earlier());
        OnetCatalog later = catalog(comparison.later());
        Occupation occupation =
                arguments.occupation() == null ? null : occupation(arguments.occupation(), earlier, later);
        Predicate<Occupation> asked = each -> occupation == null || each.code().equals(occupation.code());
        RatingChanges ratings = comparison.ratings(domain);
        Changes<Occupation> occupations = comparison.occupations();
        List<RatingChange> changes = ratings.changes().stream()
                .filter(change -> asked.test(change.occupation()))
                .toList();
        List<RatingChange> shown = changes.stream()
                .filter(change -> change.kind() != RatingChange.Kind.PRECISION)
                .sorted(Comparator.comparingDouble(WhatChanged::movement).reversed())
                .toList();
        return new Changed(
                ReleaseName.of(comparison.earlier()),
                ReleaseName.of(comparison.later()),
                occupation == null ? null : OccupationName.of(occupation),
                domain,
                ratings.presence(),
                comparison.seams().stream()
                        .filter(seam -> seam.concerns(domain))
                        .map(SeamText::of)
                        .toList(),
                Counts.of(changes, carried(ratings, changes, occupation, later)),
                shown.stream().limit(limit).map(RatingMove::of).toList(),
                Math.max(0, shown.size() - limit),
                Names.of(ratings.newlyRated().stream().filter(asked).toList(), limit),
                Names.of(ratings.noLongerRated().stream().filter(asked).toList(), limit),
                Names.of(occupations.added().stream().filter(asked).toList(), limit),
                Names.of(occupations.removed().stream().filter(asked).toList(), limit),
                Names.of(
                        occupations.changed().stream()
                                .map(Change::later)
                                .filter(asked)
                                .toList(),
                        limit),
                releases.all().stream().map(ReleaseInfo::version).distinct().toList(),
                ratings.attribution());
    }

    /** A rating that only one release has did not move; it comes after those that did. */
    private static double movement(RatingChange change) {
        Rating earlier = change.earlier();
        Rating later = change.later();
        return earlier == null || later == null ? -1 : Math.abs(later.value() - earlier.value());
    }

    private static int carried(
            RatingChanges ratings, List<RatingChange> changes, @Nullable Occupation occupation, OnetCatalog later) {
        if (occupation == null || ratings.presence() != Presence.BOTH) {
            return ratings.count(RatingChange.Kind.CARRIED);
        }
        long changed = changes.stream()
                .filter(change -> change.kind() != RatingChange.Kind.DROPPED)
                .count();
        return (int) (numberOfRatings(later, occupation.code(), ratings.domain()) - changed);
    }

    private static int numberOfRatings(OnetCatalog catalog, OnetSocCode code, Domain domain) {
        return catalog
                .findOccupation(code)
                .map(found -> catalog.profile(code, domain))
                .map(Profile::elements)
                .orElse(List.of())
                .stream()
                .mapToInt(element -> element.ratings().size())
                .sum();
    }

    private ReleaseComparison comparison(Arguments arguments) {
        List<ReleaseInfo> byVersion = releases.all().stream()
                .sorted(Comparator.comparing(WhatChanged::order))
                .toList();
        ReleaseInfo later =
                arguments.later() == null ? byVersion.get(byVersion.size() - 1) : require("later", arguments.later());
        ReleaseInfo earlier =
                arguments.earlier() == null ? before(later, byVersion) : require("earlier", arguments.earlier());
        if (order(earlier).compareTo(order(later)) >= 0) {
            throw new RefusedCallException("earlier must be an earlier release than later, but they are "
                    + earlier.version() + " and " + later.version() + ". " + listed());
        }
        return ReleaseComparison.of(catalog(earlier), catalog(later));
    }

    private ReleaseInfo before(ReleaseInfo later, List<ReleaseInfo> byVersion) {
        return byVersion.stream()
                .filter(each -> order(each).compareTo(order(later)) < 0)
                .reduce((one, other) -> other)
                .orElseThrow(() -> new RefusedCallException(
                        "There is no release earlier than " + later.version() + " to compare it with. " + listed()));
    }

    private ReleaseInfo require(String argument, String version) {
        return releases.all().stream()
                .filter(release -> release.version().equals(version))
                .findFirst()
                .orElseThrow(() ->
                        new RefusedCallException(argument + ": there is no release " + version + ". " + listed()));
    }

    private OnetCatalog catalog(ReleaseInfo release) {
        return releases.catalog(release);
    }

    private String listed() {
        return "The releases here are "
                + releases.all().stream().map(ReleaseInfo::version).distinct().collect(Collectors.joining(", "))
                + ". Ask with two of these, or tell the user to add another one.";
    }

    private static Occupation occupation(String codeOrTitle, OnetCatalog earlier, OnetCatalog later) {
        Optional<Occupation> removed = OnetSocCode.isCode(codeOrTitle)
                ? earlier.findOccupation(OnetSocCode.parse(codeOrTitle))
                : Optional.empty();
        return removed.filter(each -> later.findOccupation(each.code()).isEmpty())
                .orElseGet(() -> Occupations.require(later, "occupation", codeOrTitle));
    }

    /** Returns a version, two numbers with a point between them, as a text that sorts like the numbers. */
    private static String order(ReleaseInfo release) {
        return Arrays.stream(release.version().split("\\.", -1))
                .map(number -> "0".repeat(Math.max(0, 6 - number.length())) + number)
                .collect(Collectors.joining("."));
    }

    record Arguments(
            @Schema(
                    description = "Version of the earlier release, for example 29.3; default is the one before later",
                    pattern = "^[0-9]{1,3}\\.[0-9]{1,3}$")
            @Nullable
            String earlier,

            @Schema(
                    description = "Version of the later release; default is the newest there is",
                    pattern = "^[0-9]{1,3}\\.[0-9]{1,3}$")
            @Nullable
            String later,

            @Schema(description = Occupations.CODE_OR_TITLE + "; default is all", minLength = 1, maxLength = 200)
            @Nullable
            String occupation,

            @Schema(description = "Domain of the ratings", defaultValue = "SKILLS") @Nullable
            Domain domain,

            @Schema(
                    description = "The most entries to return of each list",
                    minimum = "1",
                    maximum = "50",
                    defaultValue = "8")
            @Nullable
            Integer limit) {}

    record Changed(
            ReleaseName earlier,
            ReleaseName later,

            @Schema(description = "The occupation; null if all were asked for") @Nullable
            OccupationName occupation,

            Domain domain,

            @Schema(description = "Which of the two has ratings of the domain; unless BOTH, nothing is compared")
            Presence presence,

            @Schema(description = "Known changes of method, layout or scales that concern the domain")
            List<SeamText> seams,

            @Schema(description = "How many ratings changed in which way")
            Counts counts,

            @Schema(description = "The ratings that moved most, then those that only one release has")
            List<RatingMove> changes,

            @Schema(description = "How many further ratings differ in more than decimals")
            int changesLeftOff,

            @Schema(description = "Occupations that only the later release rates")
            Names newlyRated,

            @Schema(description = "Occupations that only the earlier release rates")
            Names noLongerRated,

            @Schema(description = "Occupations that only the later release lists")
            Names added,

            @Schema(description = "Occupations that only the earlier release lists")
            Names removed,

            @Schema(description = "Occupations with another title, by their later one")
            Names renamed,

            @Schema(description = "Versions that can be compared here")
            List<String> releases,

            String attribution)
            implements Answer {
        @Override
        public String text() {
            String subject = occupation == null ? "all occupations" : Text.occupation(occupation);
            String head = "O*NET " + earlier.version() + " to " + later.version() + ", " + domain.label() + " of "
                    + subject + ": ";
            if (presence != Presence.BOTH) {
                return head + "not compared, since the ratings are in " + presence + " of the two.";
            }
            return head + counts.text() + "."
                    + Text.lines(seams.stream().map(SeamText::asText).toList())
                    + Text.lines(changes.stream().map(RatingMove::text).toList())
                    + Text.leftOff(changesLeftOff, "changed ratings")
                    + newlyRated.text("Newly rated")
                    + noLongerRated.text("No longer rated")
                    + added.text("Added")
                    + removed.text("Removed")
                    + renamed.text("Renamed");
        }
    }

    record SeamText(
            @Schema(description = "Release from which on it holds")
            String version,

            String text,
            String source) {
        private static SeamText of(Seam seam) {
            return new SeamText(seam.version(), seam.text(), seam.source().toString());
        }

        private String asText() {
            return "seam of " + version + ": " + Text.quoted(text);
        }
    }

    record Counts(
            @Schema(description = "Only the later release has it")
            int newlyRated,

            @Schema(description = "Only the earlier release has it")
            int dropped,

            @Schema(description = "Rated anew: the date differs")
            int reRated,

            @Schema(description = "Same date, another value or standard error")
            int restated,

            @Schema(description = "Only the decimals differ")
            int precision,

            @Schema(description = "The same in both") int carried) {
        private static Counts of(List<RatingChange> changes, int carried) {
            return new Counts(
                    count(changes, RatingChange.Kind.NEWLY_RATED),
                    count(changes, RatingChange.Kind.DROPPED),
                    count(changes, RatingChange.Kind.RE_RATED),
                    count(changes, RatingChange.Kind.RESTATED),
                    count(changes, RatingChange.Kind.PRECISION),
                    carried);
        }

        private static int count(List<RatingChange> changes, RatingChange.Kind kind) {
            return (int)
                    changes.stream().filter(change -> change.kind() == kind).count();
        }

        private String text() {
            return newlyRated + " newly rated, " + dropped + " dropped, " + reRated + " re-rated, " + restated
                    + " restated, " + precision + " with other decimals, " + carried + " carried over";
        }
    }

    record RatingMove(
            OccupationName occupation,
            String elementId,
            String name,

            @Schema(
                    description =
                            "Scale, for example LV for level or IM for importance; with its category if it has any")
            String scale,

            RatingChange.Kind kind,

            @Schema(description = "Null if only the later release has it") @Nullable
            Double earlierValue,

            @Schema(description = "Null if only the earlier release has it") @Nullable
            Double laterValue,

            @Schema(description = "Month of the earlier rating; null if unknown") @Nullable
            String earlierDate,

            @Schema(description = "Month of the later rating; null if unknown") @Nullable
            String laterDate) {
        private static RatingMove of(RatingChange change) {
            Rating earlier = change.earlier();
            Rating later = change.later();
            return new RatingMove(
                    OccupationName.of(change.occupation()),
                    change.element().id(),
                    change.element().name(),
                    change.key().toString(),
                    change.kind(),
                    earlier == null ? null : (Double) earlier.value(),
                    later == null ? null : (Double) later.value(),
                    earlier == null ? null : earlier.getDate(),
                    later == null ? null : later.getDate());
        }

        private String text() {
            return Text.occupation(occupation) + ", " + new ElementName(elementId, name).text() + ", " + scale + ": "
                    + value(earlierValue) + " to " + value(laterValue) + ", " + kind;
        }

        private static String value(@Nullable Double value) {
            return value == null ? "none" : Text.level(value);
        }
    }

    record Names(
            List<OccupationName> occupations,
            @Schema(description = "How many more there are") int leftOff) {
        private static Names of(List<Occupation> occupations, int limit) {
            return new Names(
                    occupations.stream().limit(limit).map(OccupationName::of).toList(),
                    Math.max(0, occupations.size() - limit));
        }

        private String text(String what) {
            return occupations.isEmpty()
                    ? ""
                    : "\n" + what + ": "
                            + occupations.stream().map(Text::occupation).collect(Collectors.joining(", "))
                            + (leftOff == 0 ? "." : " and " + leftOff + " more.");
        }
    }
}
