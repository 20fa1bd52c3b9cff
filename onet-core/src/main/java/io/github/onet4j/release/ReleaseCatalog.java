package io.github.onet4j.release;

import static io.github.onet4j.release.ReleaseColumn.*;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationLevel;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.Scale;
import io.github.onet4j.TitleMatch;
import io.github.onet4j.internal.ContentModel;
import io.github.onet4j.internal.ElementNotFound;
import io.github.onet4j.internal.OccupationRatings;
import io.github.onet4j.internal.search.TitleIndex;
import io.github.onet4j.internal.search.TitleIndexBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A release held in memory, indexed once for each question that a catalog answers. */
final class ReleaseCatalog implements OnetCatalog {
    private final ReleaseInfo release;
    private final NavigableMap<OnetSocCode, Occupation> occupations = new TreeMap<>();
    private final List<Scale> scales = new ArrayList<>();
    private final Map<Domain, NavigableMap<String, Element>> elements = new EnumMap<>(Domain.class);
    private final Map<Domain, Map<OnetSocCode, Profile>> profiles = new EnumMap<>(Domain.class);
    private final Map<Domain, List<Occupation>> rated = new EnumMap<>(Domain.class);
    private final Map<OnetSocCode, List<RelatedOccupation>> related = new HashMap<>();
    private final NavigableMap<OnetSocCode, JobZone> jobZones = new TreeMap<>();
    private TitleIndex titles = new TitleIndexBuilder(List.of()).build();

    private ReleaseCatalog(ReleaseInfo release) {
        this.release = release;
    }

    static ReleaseCatalog read(OnetRelease release) {
        return new Reader(release).read();
    }

    @Override
    public ReleaseInfo release() {
        return release;
    }

    @Override
    public Optional<Occupation> findOccupation(OnetSocCode code) {
        Objects.requireNonNull(code, "code");
        return Optional.ofNullable(occupations.get(code));
    }

    @Override
    public List<Occupation> occupations() {
        return List.copyOf(occupations.values());
    }

    @Override
    public List<TitleMatch> searchOccupations(String title, int limit) {
        Objects.requireNonNull(title, "title");
        return titles.search(title, limit);
    }

    @Override
    public List<Profile> profiles(Domain domain, List<OnetSocCode> codes) {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(codes, "codes");
        List<Profile> found = new ArrayList<>(codes.size());
        Map<OnetSocCode, Profile> ofDomain = profiles.getOrDefault(domain, Map.of());
        for (OnetSocCode code : codes) {
            Profile profile = ofDomain.get(code);
            found.add(profile != null ? profile : unrated(code, domain));
        }
        return found;
    }

    @Override
    public List<OccupationLevel> occupationsNeeding(String elementId, double minimumLevel) {
        Objects.requireNonNull(elementId, "elementId");
        if (elements.values().stream().noneMatch(ofDomain -> ofDomain.containsKey(elementId))) {
            throw ElementNotFound.of(elementId, release);
        }
        List<OccupationLevel> found = new ArrayList<>();
        profiles.values().stream()
                .flatMap(ofDomain -> ofDomain.values().stream())
                .forEach(profile -> profile.findElement(elementId)
                        .flatMap(RatedElement::level)
                        .filter(level -> level.value() > 0 && level.value() >= minimumLevel)
                        .ifPresent(level -> found.add(new OccupationLevel(profile.occupation(), level))));
        found.sort(Comparator.comparingDouble(
                        (OccupationLevel need) -> -need.level().value())
                .thenComparing(need -> need.occupation().code()));
        return found;
    }

    @Override
    public List<RelatedOccupation> relatedOccupations(OnetSocCode code) {
        Objects.requireNonNull(code, "code");
        requireOccupation(code);
        return related.getOrDefault(code, List.of());
    }

    @Override
    public List<JobZone> jobZones() {
        return List.copyOf(jobZones.values());
    }

    @Override
    public List<Occupation> ratedOccupations(Domain domain) {
        Objects.requireNonNull(domain, "domain");
        return rated.getOrDefault(domain, List.of());
    }

    @Override
    public Set<Domain> domains() {
        return Collections.unmodifiableSet(elements.keySet());
    }

    @Override
    public List<Element> elements(Domain domain) {
        Objects.requireNonNull(domain, "domain");
        return List.copyOf(
                elements.getOrDefault(domain, Collections.emptyNavigableMap()).values());
    }

    @Override
    public List<Scale> scales() {
        return List.copyOf(scales);
    }

    private Profile unrated(OnetSocCode code, Domain domain) {
        return Profile.of(release, requireOccupation(code), domain, List.of(), elements(domain));
    }

    /** Fills a catalog, table by table. */
    private static final class Reader {
        private final OnetRelease source;
        private final ReleaseCatalog catalog;
        private final Origin origin;
        private final ContentModel contentModel = new ContentModel();

        Reader(OnetRelease source) {
            this.source = source;
            this.catalog = new ReleaseCatalog(source.info());
            this.origin = new Origin(Origin.Kind.RELEASE, source.version());
        }

        ReleaseCatalog read() {
            each(ReleaseTable.SCALES_REFERENCE, row -> catalog.scales.add(row.scale()));
            catalog.scales.sort(Comparator.comparing(Scale::id));
            each(ReleaseTable.OCCUPATION_DATA, this::addOccupation);
            addTitles();
            each(ReleaseTable.RELATED_OCCUPATIONS, this::addRelated);
            catalog.related.replaceAll((code, list) -> list.stream()
                    .sorted(Comparator.comparingInt(RelatedOccupation::index))
                    .toList());
            each(ReleaseTable.JOB_ZONES, this::addJobZone);
            each(
                    ReleaseTable.CONTENT_MODEL_REFERENCE,
                    row -> contentModel.addDescription(row.requiredText(ELEMENT_ID), row.text(DESCRIPTION)));
            each(
                    ReleaseTable.LEVEL_SCALE_ANCHORS,
                    row -> contentModel.addAnchor(
                            row.requiredText(ELEMENT_ID), row.requiredText(SCALE_ID), row.levelAnchor()));
            for (ReleaseTable table : source.tables()) {
                table.domain().ifPresent(domain -> addRatings(table, domain));
            }
            return catalog;
        }

        private void each(ReleaseTable table, Consumer<ReleaseRow> action) {
            try (ReleaseRows rows = source.rows(table)) {
                rows.forEachRemaining(action);
            }
        }

        private void addOccupation(ReleaseRow row) {
            Occupation occupation = row.occupation();
            catalog.occupations.put(occupation.code(), occupation);
        }

        private void addTitles() {
            TitleIndexBuilder titles = new TitleIndexBuilder(catalog.occupations.values());
            each(
                    ReleaseTable.JOB_TITLES,
                    row -> titles.addJobTitle(
                            row.requiredText(ONETSOC_CODE), row.requiredText(JOB_TITLE), row.text(SOURCES)));
            each(
                    ReleaseTable.SAMPLE_OF_REPORTED_TITLES,
                    row -> titles.addReportedTitle(
                            row.requiredText(ONETSOC_CODE),
                            row.requiredText(REPORTED_JOB_TITLE),
                            row.text(SHOWN_IN_MY_NEXT_MOVE)));
            catalog.titles = titles.build();
        }

        private void addRelated(ReleaseRow row) {
            catalog.related
                    .computeIfAbsent(row.code(ONETSOC_CODE), code -> new ArrayList<>())
                    .add(row.relatedOccupation(occupation(row, RELATED_ONETSOC_CODE)));
        }

        private void addJobZone(ReleaseRow row) {
            JobZone zone = row.jobZone(occupation(row, ONETSOC_CODE));
            catalog.jobZones.put(zone.occupation().code(), zone);
        }

        private void addRatings(ReleaseTable table, Domain domain) {
            NavigableMap<String, Element> ofDomain = new TreeMap<>();
            Map<OnetSocCode, OccupationRatings> ratings = new TreeMap<>();
            each(table, row -> {
                Element element = ofDomain.computeIfAbsent(
                        row.requiredText(ELEMENT_ID),
                        id -> contentModel.element(id, row.requiredText(ELEMENT_NAME), domain));
                ratings.computeIfAbsent(row.code(ONETSOC_CODE), code -> new OccupationRatings())
                        .add(element, row.ratingKey(), row.rating(origin));
            });
            if (ofDomain.isEmpty()) {
                return;
            }
            catalog.elements.put(domain, ofDomain);
            catalog.rated.put(
                    domain, ratings.keySet().stream().map(this::occupation).toList());
            catalog.profiles.put(
                    domain,
                    ratings.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    entry -> profile(entry.getKey(), domain, entry.getValue(), ofDomain))));
        }

        private Profile profile(
                OnetSocCode code, Domain domain, OccupationRatings ratings, NavigableMap<String, Element> ofDomain) {
            return Profile.of(catalog.release, occupation(code), domain, ratings.elements(), ofDomain.values());
        }

        private Occupation occupation(ReleaseRow row, ReleaseColumn column) {
            return occupation(row.code(column));
        }

        private Occupation occupation(OnetSocCode code) {
            return catalog.requireOccupation(code);
        }
    }
}
