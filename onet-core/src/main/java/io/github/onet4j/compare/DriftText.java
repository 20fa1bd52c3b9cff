package io.github.onet4j.compare;

import io.github.onet4j.Element;
import io.github.onet4j.RatedElement;
import io.github.onet4j.RatingKey;
import io.github.onet4j.gap.ReadinessBounds;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a drift into words. */
final class DriftText {
    private static final int NAMED_AT_MOST = 3;

    /** What three decimals show as 0. */
    private static final double NOTHING = 0.0005;

    private final GapDrift drift;

    DriftText(GapDrift drift) {
        this.drift = drift;
    }

    String text() {
        return drift.outcome() == GapDrift.Outcome.MEASURED ? measured() : notMeasured();
    }

    private String subject() {
        return "Readiness of " + drift.from().occupation() + " for "
                + drift.to().occupation() + " in " + drift.domain().label();
    }

    private String measured() {
        double before = drift.earlierReadiness().orElseThrow();
        double after = drift.laterReadiness().orElseThrow();
        double change = after - before;
        String movement = Math.abs(change) < NOTHING
                ? " stayed at " + figure(after) + " from O*NET " + earlier() + " to " + later()
                : (change > 0 ? " rose" : " fell") + " from " + figure(before) + " in O*NET " + earlier() + " to "
                        + figure(after) + " in O*NET " + later();
        return subject() + movement + reasons(change) + "." + leftOut();
    }

    private String reasons(double change) {
        List<String> reasons = causes().stream().map(this::reason).toList();
        if (reasons.isEmpty()) {
            return drift.parts().isEmpty() ? ": no rating behind it changed" : "";
        }
        return (Math.abs(change) < NOTHING ? " despite " : " because of ") + String.join(", and ", reasons);
    }

    /** The parts of each cause that matters, of the one with the largest sum first. */
    private List<List<DriftPart>> causes() {
        Map<DriftSplit.Cause, List<DriftPart>> byCause = new LinkedHashMap<>();
        for (DriftPart part : drift.parts()) {
            byCause.computeIfAbsent(new DriftSplit.Cause(part.side(), part.kind()), cause -> new ArrayList<>())
                    .add(part);
        }
        return byCause.values().stream()
                .filter(parts -> parts.stream().anyMatch(DriftText::isSeen))
                .sorted(Comparator.comparingDouble(parts -> -Math.abs(sum(parts))))
                .toList();
    }

    private String reason(List<DriftPart> parts) {
        DriftPart largest = parts.get(0);
        DriftSide side = largest.side() == Side.SOURCE ? drift.from() : drift.to();
        String what = largest.kind() == RatingChange.Kind.RE_RATED
                ? "the re-rating of " + side.occupation().title() + dates(parts)
                : "figures of " + side.occupation().title() + " restated without a new date";
        String named = parts.stream()
                .filter(DriftText::isSeen)
                .limit(NAMED_AT_MOST)
                .map(part -> part.element().name() + " " + signed(part.share()))
                .collect(Collectors.joining(", "));
        long seen = parts.stream().filter(DriftText::isSeen).count();
        return what + " (" + signed(sum(parts)) + (seen > NAMED_AT_MOST ? ", most by " : ": ") + named + ")";
    }

    /** The months in which the ratings that matter were re-rated. */
    private static String dates(List<DriftPart> parts) {
        NavigableSet<YearMonth> dates = parts.stream()
                .filter(DriftText::isSeen)
                .flatMap(DriftText::newDates)
                .collect(Collectors.toCollection(TreeSet::new));
        if (dates.isEmpty()) {
            return "";
        }
        return (dates.size() == 1 ? " in " : " up to ") + dates.last();
    }

    /** Of the source, only the level counts. */
    private static Stream<YearMonth> newDates(DriftPart part) {
        return Stream.of(RatingKey.LEVEL, RatingKey.IMPORTANCE)
                .filter(key -> part.side() == Side.TARGET || key.equals(RatingKey.LEVEL))
                .filter(key -> !date(part.earlier(), key).equals(date(part.later(), key)))
                .flatMap(key -> date(part.later(), key).stream());
    }

    private static Optional<YearMonth> date(RatedElement rated, RatingKey key) {
        return rated.rating(key).flatMap(rating -> Optional.ofNullable(rating.date()));
    }

    private String leftOut() {
        List<String> left = Stream.of(
                        left(drift.from(), drift.from().newlyRated(), later()),
                        left(drift.from(), drift.from().dropped(), earlier()),
                        left(drift.to(), drift.to().newlyRated(), later()),
                        left(drift.to(), drift.to().dropped(), earlier()))
                .flatMap(Optional::stream)
                .toList();
        return left.isEmpty()
                ? ""
                : " Left out: " + String.join("; ", left)
                        + ". With them, and with what is unknown in each release, it is "
                        + bounds(drift.earlierAnalyzed()) + " and " + bounds(drift.laterAnalyzed()) + ".";
    }

    private static Optional<String> left(DriftSide side, List<Element> elements, String version) {
        return elements.isEmpty()
                ? Optional.empty()
                : Optional.of("what only O*NET " + version + " rates of "
                        + side.occupation().title() + " (" + names(elements) + ")");
    }

    private static String names(List<Element> elements) {
        String named = elements.stream().limit(NAMED_AT_MOST).map(Element::name).collect(Collectors.joining(", "));
        int more = elements.size() - NAMED_AT_MOST;
        return more > 0 ? named + " and " + more + " more" : named;
    }

    private String notMeasured() {
        String reason = drift.outcome() == GapDrift.Outcome.UNDEFINED
                ? "nothing that both releases rate is needed by "
                        + drift.to().occupation().title()
                : Stream.of(drift.from(), drift.to())
                        .distinct()
                        .flatMap(side -> unrated(side).stream())
                        .distinct()
                        .collect(Collectors.joining(", and "));
        return subject() + " has no change from O*NET " + earlier() + " to " + later() + ": " + reason + "."
                + alone(earlier(), drift.earlierAnalyzed().orElse(null))
                + alone(later(), drift.laterAnalyzed().orElse(null));
    }

    private Optional<String> unrated(DriftSide side) {
        String title = side.occupation().title();
        return switch (side.rated()) {
            case BOTH -> Optional.empty();
            case EARLIER_ONLY -> Optional.of("O*NET " + later() + " does not rate " + title);
            case LATER_ONLY -> Optional.of("O*NET " + earlier() + " does not rate " + title);
            case NEITHER -> Optional.of("neither release rates " + title);
        };
    }

    private static String alone(String version, @Nullable ReadinessBounds bounds) {
        return bounds == null ? "" : " In O*NET " + version + " it is " + bounds(Optional.of(bounds)) + ".";
    }

    private static String bounds(Optional<ReadinessBounds> bounds) {
        return bounds.map(found -> found.isExact()
                        ? figure(found.low())
                        : "between " + figure(found.low()) + " and " + figure(found.high()))
                .orElse("undefined");
    }

    private String earlier() {
        return drift.earlier().version();
    }

    private String later() {
        return drift.later().version();
    }

    private static boolean isSeen(DriftPart part) {
        return Math.abs(part.share()) >= NOTHING;
    }

    private static double sum(List<DriftPart> parts) {
        return parts.stream().mapToDouble(DriftPart::share).sum();
    }

    private static String figure(double readiness) {
        return String.format(Locale.ROOT, "%.3f", readiness);
    }

    private static String signed(double share) {
        return String.format(Locale.ROOT, "%+.3f", share);
    }
}
