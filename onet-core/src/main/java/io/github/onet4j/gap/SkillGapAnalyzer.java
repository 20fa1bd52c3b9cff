package io.github.onet4j.gap;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetException;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.internal.ListenerCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes the gap between an occupation, or a person, and an occupation. Holds nothing but its catalog: as safe for
 * use by many threads as the catalog, and always up to date with it.
 *
 * <p>An occupation <em>has</em> an element when its level (scale {@code LV}) is present and above 0. These definitions
 * are onet4j's own; O*NET publishes the ratings only. An analysis of two rated occupations asks the catalog once.
 *
 * <p>Each method that takes codes as text reads them as {@link OnetSocCode#parse} does, and throws
 * {@link io.github.onet4j.InvalidOnetSocCodeException}, {@link io.github.onet4j.OccupationNotFoundException} or
 * {@link UnratedOccupationException} where a gap cannot be computed, and with assessed levels
 * {@link UnassessedOccupationException}; never an empty or a full list.
 */
public final class SkillGapAnalyzer {
    private static final Logger LOG = LoggerFactory.getLogger(SkillGapAnalyzer.class);

    private final OnetCatalog catalog;
    private final KeptEstimates estimates;
    private final @Nullable AssessedLevels assessedLevels;
    private final @Nullable GapDescriber describer;
    private final AnalysisListener listener;

    private SkillGapAnalyzer(
            OnetCatalog catalog,
            KeptEstimates estimates,
            @Nullable AssessedLevels assessedLevels,
            @Nullable GapDescriber describer,
            AnalysisListener listener) {
        this.catalog = catalog;
        this.estimates = estimates;
        this.assessedLevels = assessedLevels;
        this.describer = describer;
        this.listener = listener;
    }

    /**
     * Creates an analyzer over a catalog.
     *
     * @param catalog the catalog to ask
     * @return the analyzer
     */
    public static SkillGapAnalyzer of(OnetCatalog catalog) {
        Objects.requireNonNull(catalog, "catalog");
        return new SkillGapAnalyzer(catalog, new KeptEstimates(), null, null, new AnalysisListener() {});
    }

    /**
     * Returns an analyzer over the same catalog whose {@linkplain #describe(SkillGap) descriptions} are written by a
     * describer, such as {@code LanguageModelGapDescriber}. What it computes stays the same.
     *
     * @param describer the author of the descriptions; by default they are made of figures and level anchors alone
     * @return a new analyzer
     */
    public SkillGapAnalyzer describedBy(GapDescriber describer) {
        Objects.requireNonNull(describer, "describer");
        return new SkillGapAnalyzer(catalog, estimates, assessedLevels, describer, listener);
    }

    /**
     * Returns an analyzer over the same catalog that finds assessed levels, for {@link LevelPolicy#ASSESSED} and
     * {@link LevelPolicy#ASSESSED_WHERE_UNRATED}. What it computes from {@link LevelPolicy#OFFICIAL} stays the same.
     *
     * @param assessedLevels the source of assessed levels; default is none, so that both are refused
     * @return a new analyzer
     */
    public SkillGapAnalyzer assessedBy(AssessedLevels assessedLevels) {
        Objects.requireNonNull(assessedLevels, "assessedLevels");
        return new SkillGapAnalyzer(catalog, estimates, assessedLevels, describer, listener);
    }

    /**
     * Returns an analyzer over the same catalog that tells a listener of each analysis. What it computes stays the
     * same.
     *
     * @param listener the listener, which replaces any other; default is none
     * @return a new analyzer
     */
    public SkillGapAnalyzer reportingTo(AnalysisListener listener) {
        Objects.requireNonNull(listener, "listener");
        return new SkillGapAnalyzer(catalog, estimates, assessedLevels, describer, listener);
    }

    /**
     * Returns the skills that the target has and the source has not. A skill that nobody rated for the source is not
     * among them; {@link SkillGap#unknown} has it.
     *
     * @param from the source's O*NET-SOC code
     * @param to the target's O*NET-SOC code
     * @return the missing skills, largest share of the shortfall first, ties by element id; empty if nothing is missing
     */
    public List<Element> missingSkills(String from, String to) {
        return analyze(from, to).gaps().stream()
                .filter(gap -> gap.fromLevel() == 0)
                .map(ElementGap::element)
                .toList();
    }

    /**
     * Returns the skills that the target has at a higher level than the source, among them those the source has not.
     *
     * @param from the source's O*NET-SOC code
     * @param to the target's O*NET-SOC code
     * @return the gaps, largest share of the shortfall first, ties by element id; empty if there is none
     */
    public List<ElementGap> gapByLevel(String from, String to) {
        return analyze(from, to).gaps();
    }

    /**
     * Compares the skills of two occupations.
     *
     * @param from the source's O*NET-SOC code
     * @param to the target's O*NET-SOC code
     * @return the gap, with {@link GapOptions#DEFAULTS}
     */
    public SkillGap analyze(String from, String to) {
        return analyze(from, to, GapOptions.DEFAULTS);
    }

    /**
     * Compares two occupations.
     *
     * @param from the source's O*NET-SOC code
     * @param to the target's O*NET-SOC code
     * @param options the options of the gap
     * @return the gap
     */
    public SkillGap analyze(String from, String to, GapOptions options) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(options, "options");
        return reported(() -> gap(OnetSocCode.parse(from), OnetSocCode.parse(to), options));
    }

    /**
     * Compares two occupations.
     *
     * @param from the source's code
     * @param to the target's code
     * @param options the options of the gap
     * @return the gap
     */
    public SkillGap analyze(OnetSocCode from, OnetSocCode to, GapOptions options) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(options, "options");
        return reported(() -> gap(from, to, options));
    }

    /**
     * Compares a person with an occupation. The person's levels have no standard error, so every difference is of
     * {@link Grade#UNKNOWN_PRECISION}. An element that the person has no level of is {@linkplain SkillGap#unknown
     * unknown}, and readiness lies between {@linkplain SkillGap#readinessBounds bounds}.
     *
     * @param from the person
     * @param to the target's O*NET-SOC code
     * @param options the options of the gap
     * @return the gap
     * @throws IllegalArgumentException if the person has a level in something that is no element of the domain
     */
    public SkillGap analyze(Person from, String to, GapOptions options) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(options, "options");
        return reported(() -> gap(from, OnetSocCode.parse(to), options));
    }

    /**
     * Compares the skills of two occupations and describes each gap.
     *
     * @param from the source's O*NET-SOC code
     * @param to the target's O*NET-SOC code
     * @return the gap, with {@link GapOptions#DEFAULTS}, and its descriptions
     */
    public DescribedGap describe(String from, String to) {
        return describe(from, to, GapOptions.DEFAULTS);
    }

    /**
     * Compares two occupations and describes each gap.
     *
     * @param from the source's O*NET-SOC code
     * @param to the target's O*NET-SOC code
     * @param options the options of the gap
     * @return the gap and its descriptions
     */
    public DescribedGap describe(String from, String to, GapOptions options) {
        return describe(analyze(from, to, options));
    }

    /**
     * Describes each of the {@linkplain SkillGap#gaps gaps}. The describer's text stands where there is one; where
     * there is no describer, it fails, or it leaves an element out, sentences from figures and level anchors stand in
     * its place, and the {@link GapDescription} says which it is. A describer that fails is logged at {@code WARN},
     * never thrown.
     *
     * @param gap a gap, of an occupation or a person
     * @return the same gap with a description of each of its gaps
     */
    public DescribedGap describe(SkillGap gap) {
        Objects.requireNonNull(gap, "gap");
        GapDescriber.Texts texts = texts(gap);
        return new DescribedGap(
                gap,
                gap.gaps().stream()
                        .map(element -> description(gap, element, texts))
                        .toList());
    }

    private SkillGap reported(Supplier<SkillGap> analysis) {
        long start = System.nanoTime();
        SkillGap gap;
        try {
            gap = analysis.get();
        } catch (OnetException e) {
            Duration elapsed = since(start);
            ListenerCall.report("analysis", () -> listener.analysisFailed(e, elapsed));
            throw e;
        }
        Duration elapsed = since(start);
        ListenerCall.report("analysis", () -> listener.analysisSucceeded(gap, elapsed));
        return gap;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private SkillGap gap(OnetSocCode from, OnetSocCode to, GapOptions options) {
        List<Profile> profiles = catalog.profiles(options.domain(), List.of(from, to));
        Profile source = profiles.get(0);
        Profile target = profiles.get(1);
        SideRatings ratings = new SideRatings(catalog, estimates, assessedLevels, options);
        return new GapArithmetic(options.notRelevant())
                .gap(
                        target.release(),
                        options.domain(),
                        ratings.ofSource(source, target),
                        ratings.ofTarget(target, source));
    }

    private SkillGap gap(Person from, OnetSocCode to, GapOptions options) {
        Profile target = catalog.profile(to, options.domain());
        GapInput source = input(from, elements(target), options.domain());
        SideRatings ratings = new SideRatings(catalog, estimates, assessedLevels, options);
        return new GapArithmetic(options.notRelevant())
                .gap(target.release(), options.domain(), source, ratings.ofTarget(target, null));
    }

    private GapDescriber.@Nullable Texts texts(SkillGap gap) {
        if (describer == null || gap.gaps().isEmpty()) {
            return null;
        }
        try {
            return describer.describe(gap);
        } catch (OnetException e) {
            LOG.warn("gaps are described from figures and level anchors alone: {}", e.getMessage());
            return null;
        }
    }

    private static GapDescription description(SkillGap gap, ElementGap element, GapDescriber.@Nullable Texts texts) {
        String text =
                texts == null ? null : texts.byElement().get(element.element().id());
        if (texts == null || text == null || text.isBlank()) {
            return new GapDescription(element, new AnchorDescription(gap, element).text(), null);
        }
        return new GapDescription(element, text, texts.model());
    }

    /** The elements of the domain, in the release that the profile is of, without another look at the catalog. */
    private static List<Element> elements(Profile profile) {
        return Stream.concat(profile.elements().stream().map(RatedElement::element), profile.unratedElements().stream())
                .sorted(Comparator.comparing(Element::id))
                .toList();
    }

    private static GapInput input(Person person, List<Element> elements, Domain domain) {
        Map<String, Double> unknown = new LinkedHashMap<>(person.levels());
        List<RatedElement> rated = new ArrayList<>();
        List<Element> unrated = new ArrayList<>();
        for (Element element : elements) {
            Double level = unknown.remove(element.id());
            if (level == null) {
                unrated.add(element);
            } else {
                rated.add(RatedElement.of(element, null, Rating.of(level)));
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no element of " + domain.label() + ": "
                    + unknown.keySet().stream()
                            .sorted(Comparator.naturalOrder())
                            .toList()
                    + "; OnetCatalog.elements(Domain." + domain + ") lists their ids");
        }
        return GapInput.of(person, rated, unrated);
    }
}
