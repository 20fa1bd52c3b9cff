package io.github.onet4j.release;

import static io.github.onet4j.release.ReleaseColumn.*;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationLevel;
import io.github.onet4j.OccupationText;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.Scale;
import io.github.onet4j.Task;
import io.github.onet4j.Technology;
import io.github.onet4j.TitleMatch;
import io.github.onet4j.internal.ContentModel;
import io.github.onet4j.internal.ElementNotFound;
import io.github.onet4j.internal.Lazy;
import io.github.onet4j.internal.OccupationRatings;
import io.github.onet4j.internal.OccupationTexts;
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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A release held in memory, indexed once for each question that a catalog answers. */
final class ReleaseCatalog implements OnetCatalog {
    private final ReleaseInfo release;
    private final NavigableMap<OnetSocCode, Occupation> occupations = new TreeMap<>();
    private final List<Scale> scales = new ArrayList<>();
    private final Map<Domain, Lazy<DomainRatings>> ratings = new EnumMap<>(Domain.class);
    private final Map<OnetSocCode, List<RelatedOccupation>> related = new HashMap<>();
    private final NavigableMap<OnetSocCode, JobZone> jobZones = new TreeMap<>();
    private Lazy<Map<OnetSocCode, List<Task>>> tasks = new Lazy<>(Map::of);
    private Lazy<Map<OnetSocCode, List<Technology>>> technologies = new Lazy<>(Map::of);
    private Supplier<List<OccupationText>> texts = List::of;
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
        Map<OnetSocCode, Profile> ofDomain = ratings(domain).profiles();
        for (OnetSocCode code : codes) {
            Profile profile = ofDomain.get(code);
            found.add(profile != null ? profile : unrated(code, domain));
        }
        return found;
    }

    @Override
    public List<OccupationLevel> occupationsNeeding(String elementId, double minimumLevel) {
        Objects.requireNonNull(elementId, "elementId");
        Domain domain = ratings.keySet().stream()
                .filter(each -> ratings(each).elements().containsKey(elementId))
                .findFirst()
                .orElseThrow(() -> ElementNotFound.of(elementId, release));
        List<OccupationLevel> found = new ArrayList<>();
        ratings(domain)
                .profiles()
                .values()
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
    public List<Task> tasks(OnetSocCode code) {
        Objects.requireNonNull(code, "code");
        requireOccupation(code);
        return tasks.get().getOrDefault(code, List.of());
    }

    @Override
    public List<Technology> technologies(OnetSocCode code) {
        Objects.requireNonNull(code, "code");
        requireOccupation(code);
        return technologies.get().getOrDefault(code, List.of());
    }

    @Override
    public List<JobZone> jobZones() {
        return List.copyOf(jobZones.values());
    }

    @Override
    public List<OccupationText> texts() {
        return texts.get();
    }

    @Override
    public List<Occupation> ratedOccupations(Domain domain) {
        Objects.requireNonNull(domain, "domain");
        return ratings(domain).rated();
    }

    @Override
    public Set<Domain> domains() {
        return Collections.unmodifiableSet(ratings.keySet());
    }

    @Override
    public List<Element> elements(Domain domain) {
        Objects.requireNonNull(domain, "domain");
        return List.copyOf(ratings(domain).elements().values());
    }

    @Override
    public List<Scale> scales() {
        return List.copyOf(scales);
    }

    private DomainRatings ratings(Domain domain) {
        Lazy<DomainRatings> ofDomain = ratings.get(domain);
        return ofDomain == null ? DomainRatings.NONE : ofDomain.get();
    }

    private Profile unrated(OnetSocCode code, Domain domain) {
        return Profile.of(release, requireOccupation(code), domain, List.of(), elements(domain));
    }

    /** The elements of a domain, the profiles that have a rating, and their occupations. */
    private record DomainRatings(
            NavigableMap<String, Element> elements, Map<OnetSocCode, Profile> profiles, List<Occupation> rated) {
        static final DomainRatings NONE = new DomainRatings(Collections.emptyNavigableMap(), Map.of(), List.of());
    }

    /** Fills a catalog, table by table. Some tables are large and seldom asked for; they are read when they are. */
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
                table.domain().filter(domain -> hasRow(table)).ifPresent(domain -> add(table, domain));
            }
            catalog.tasks = new Lazy<>(this::tasks);
            catalog.technologies = new Lazy<>(this::technologies);
            catalog.texts = this::texts;
            return catalog;
        }

        private boolean hasRow(ReleaseTable table) {
            try (ReleaseRows rows = source.rows(table)) {
                return rows.hasNext();
            }
        }

        private void add(ReleaseTable table, Domain domain) {
            Lazy<DomainRatings> ratings = new Lazy<>(() -> ratings(table, domain));
            if (domain.hasLevels() || domain == Domain.WORK_STYLES) {
                ratings.get();
            }
            catalog.ratings.put(domain, ratings);
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

        private DomainRatings ratings(ReleaseTable table, Domain domain) {
            NavigableMap<String, Element> ofDomain = new TreeMap<>();
            Map<OnetSocCode, OccupationRatings> ratings = new TreeMap<>();
            each(table, row -> {
                Element element = ofDomain.computeIfAbsent(
                        row.requiredText(ELEMENT_ID),
                        id -> contentModel.element(id, row.requiredText(ELEMENT_NAME), domain));
                ratings.computeIfAbsent(row.code(ONETSOC_CODE), code -> new OccupationRatings())
                        .add(element, row.ratingKey(), row.rating(origin));
            });
            return new DomainRatings(
                    ofDomain,
                    ratings.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    entry -> profile(entry.getKey(), domain, entry.getValue(), ofDomain))),
                    ratings.keySet().stream().map(this::occupation).toList());
        }

        private Map<OnetSocCode, List<Task>> tasks() {
            Map<String, Map<RatingKey, Rating>> ratings = new HashMap<>();
            each(
                    ReleaseTable.TASK_RATINGS,
                    row -> ratings.computeIfAbsent(row.requiredText(TASK_ID), task -> new HashMap<>())
                            .put(row.ratingKey(), row.rating(origin)));
            return byCode(
                    ReleaseTable.TASK_STATEMENTS,
                    row -> row.task(ratings.getOrDefault(row.requiredText(TASK_ID), Map.of())));
        }

        private List<OccupationText> texts() {
            OccupationTexts texts = new OccupationTexts(catalog.occupations.values());
            each(ReleaseTable.JOB_TITLES, row -> {
                texts.addTitle(row.requiredText(ONETSOC_CODE), row.requiredText(JOB_TITLE));
                texts.addTitle(row.requiredText(ONETSOC_CODE), row.text(SHORT_TITLE));
            });
            each(
                    ReleaseTable.SAMPLE_OF_REPORTED_TITLES,
                    row -> texts.addTitle(row.requiredText(ONETSOC_CODE), row.requiredText(REPORTED_JOB_TITLE)));
            each(
                    ReleaseTable.TASK_STATEMENTS,
                    row -> texts.addTask(row.requiredText(ONETSOC_CODE), row.requiredText(TASK)));
            each(
                    ReleaseTable.GWAS_TO_IWAS_TO_DWAS,
                    row -> texts.nameActivity(row.requiredText(DWA_ELEMENT_ID), row.requiredText(DWA_ELEMENT_NAME)));
            each(
                    ReleaseTable.TASKS_TO_DWAS,
                    row -> texts.addActivity(row.requiredText(ONETSOC_CODE), row.requiredText(DWA_ELEMENT_ID)));
            return texts.all();
        }

        private Map<OnetSocCode, List<Technology>> technologies() {
            return byCode(ReleaseTable.SOFTWARE_SKILLS, ReleaseRow::technology);
        }

        private <T extends Comparable<T>> Map<OnetSocCode, List<T>> byCode(
                ReleaseTable table, Function<ReleaseRow, T> value) {
            Map<OnetSocCode, List<T>> values = new HashMap<>();
            each(
                    table,
                    row -> values.computeIfAbsent(row.code(ONETSOC_CODE), code -> new ArrayList<>())
                            .add(value.apply(row)));
            values.replaceAll((code, list) -> list.stream().sorted().toList());
            return values;
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
