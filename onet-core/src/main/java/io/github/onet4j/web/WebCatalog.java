package io.github.onet4j.web;

import static io.github.onet4j.release.ReleaseColumn.*;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationLevel;
import io.github.onet4j.OccupationText;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.Scale;
import io.github.onet4j.Task;
import io.github.onet4j.Technology;
import io.github.onet4j.TitleMatch;
import io.github.onet4j.internal.ElementNotFound;
import io.github.onet4j.internal.OccupationRatings;
import io.github.onet4j.internal.OccupationTexts;
import io.github.onet4j.internal.web.RowQuery;
import io.github.onet4j.internal.web.ServiceCatalog;
import io.github.onet4j.internal.web.TableClient;
import io.github.onet4j.release.ReleaseColumn;
import io.github.onet4j.release.ReleaseRow;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.web.WebServicesException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers from what it keeps of the service's current version, and asks the service for the rest. */
final class WebCatalog implements ServiceCatalog {
    /** The age of kept answers at which the service is asked for its version again. */
    static final Duration FRESH = Duration.ofMinutes(15);

    private final ServiceRows services;
    private final InstantSource clock;
    private @Nullable WebRelease kept;
    private Instant askedAt = Instant.EPOCH;

    WebCatalog(ServiceRows services, InstantSource clock) {
        this.services = services;
        this.clock = clock;
    }

    @Override
    public TableClient tables() {
        return services.tables();
    }

    @Override
    public ReleaseInfo release() {
        return answer(WebRelease::info);
    }

    @Override
    public Optional<Occupation> findOccupation(OnetSocCode code) {
        Objects.requireNonNull(code, "code");
        return answer(release -> Optional.ofNullable(release.occupations().get(code)));
    }

    @Override
    public Occupation requireOccupation(OnetSocCode code) {
        Objects.requireNonNull(code, "code");
        return answer(release -> release.requireOccupation(code));
    }

    @Override
    public List<Occupation> occupations() {
        return answer(release -> List.copyOf(release.occupations().values()));
    }

    @Override
    public List<TitleMatch> searchOccupations(String title, int limit) {
        Objects.requireNonNull(title, "title");
        return answer(release -> release.titles().search(title, limit));
    }

    @Override
    public List<Profile> profiles(Domain domain, List<OnetSocCode> codes) {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(codes, "codes");
        if (codes.isEmpty()) {
            return List.of();
        }
        return answer(release -> {
            codes.forEach(release::requireOccupation);
            Map<OnetSocCode, Profile> profiles = new HashMap<>();
            codes.forEach(code -> profiles.computeIfAbsent(code, each -> profile(release, each, domain)));
            return codes.stream().map(profiles::get).toList();
        });
    }

    @Override
    public List<OccupationLevel> occupationsNeeding(String elementId, double minimumLevel) {
        Objects.requireNonNull(elementId, "elementId");
        return answer(release -> {
            List<OccupationLevel> found = new ArrayList<>();
            boolean known = false;
            for (Domain domain : Domain.values()) {
                boolean has = (domain.hasLevels() || !known)
                        && release.elements(domain).containsKey(elementId);
                if (has && domain.hasLevels()) {
                    needing(release, domain, elementId, minimumLevel, found);
                }
                known |= has;
            }
            if (!known) {
                throw ElementNotFound.of(elementId, release.info());
            }
            found.sort(Comparator.comparingDouble(
                            (OccupationLevel need) -> -need.level().value())
                    .thenComparing(need -> need.occupation().code()));
            return found;
        });
    }

    @Override
    public List<RelatedOccupation> relatedOccupations(OnetSocCode code) {
        Objects.requireNonNull(code, "code");
        return answer(release -> {
            release.requireOccupation(code);
            List<RelatedOccupation> related = new ArrayList<>();
            for (ReleaseRow row : release.rows(ReleaseTable.RELATED_OCCUPATIONS, query -> query.ofOccupation(code))) {
                occupation(release, row, RELATED_ONETSOC_CODE)
                        .ifPresent(other -> related.add(row.relatedOccupation(other)));
            }
            related.sort(Comparator.comparingInt(RelatedOccupation::index));
            return List.copyOf(related);
        });
    }

    @Override
    public List<Task> tasks(OnetSocCode code) {
        Objects.requireNonNull(code, "code");
        return answer(release -> {
            release.requireOccupation(code);
            Map<String, Map<RatingKey, Rating>> ratings = new HashMap<>();
            for (ReleaseRow row : release.rows(ReleaseTable.TASK_RATINGS, query -> query.ofOccupation(code))) {
                ratings.computeIfAbsent(row.requiredText(TASK_ID), task -> new HashMap<>())
                        .put(row.ratingKey(), release.checked(row).rating(release.origin()));
            }
            return release.rows(ReleaseTable.TASK_STATEMENTS, query -> query.ofOccupation(code)).stream()
                    .map(row -> row.task(ratings.getOrDefault(row.requiredText(TASK_ID), Map.of())))
                    .sorted()
                    .toList();
        });
    }

    @Override
    public List<Technology> technologies(OnetSocCode code) {
        Objects.requireNonNull(code, "code");
        return answer(release -> {
            release.requireOccupation(code);
            return release.rows(ReleaseTable.SOFTWARE_SKILLS, query -> query.ofOccupation(code)).stream()
                    .map(ReleaseRow::technology)
                    .sorted()
                    .toList();
        });
    }

    @Override
    public List<JobZone> jobZones() {
        return answer(WebRelease::jobZones);
    }

    @Override
    public List<OccupationText> texts() {
        return answer(release -> {
            OccupationTexts texts = new OccupationTexts(release.occupations().values());
            for (ReleaseRow row : release.rows(ReleaseTable.JOB_TITLES, query -> query)) {
                texts.addTitle(row.requiredText(ONETSOC_CODE), row.requiredText(JOB_TITLE));
                texts.addTitle(row.requiredText(ONETSOC_CODE), row.text(SHORT_TITLE));
            }
            for (ReleaseRow row : release.rows(ReleaseTable.SAMPLE_OF_REPORTED_TITLES, query -> query)) {
                texts.addTitle(row.requiredText(ONETSOC_CODE), row.requiredText(REPORTED_JOB_TITLE));
            }
            for (ReleaseRow row : release.rows(ReleaseTable.TASK_STATEMENTS, query -> query)) {
                texts.addTask(row.requiredText(ONETSOC_CODE), row.requiredText(TASK));
            }
            for (ReleaseRow row : release.rows(ReleaseTable.GWAS_TO_IWAS_TO_DWAS, query -> query)) {
                texts.nameActivity(row.requiredText(DWA_ELEMENT_ID), row.requiredText(DWA_ELEMENT_NAME));
            }
            for (ReleaseRow row : release.rows(ReleaseTable.TASKS_TO_DWAS, query -> query)) {
                texts.addActivity(row.requiredText(ONETSOC_CODE), row.requiredText(DWA_ELEMENT_ID));
            }
            return texts.all();
        });
    }

    @Override
    public List<Occupation> ratedOccupations(Domain domain) {
        Objects.requireNonNull(domain, "domain");
        return answer(release -> {
            WebRelease.RatedOn ratedOn = release.ratedOn(domain);
            if (ratedOn == null) {
                return List.of();
            }
            RowQuery query = RowQuery.of(ratedOn.tableId())
                    .where("element_id", ratedOn.elementId())
                    .where("scale_id", ratedOn.scaleId());
            Set<OnetSocCode> codes = new TreeSet<>();
            for (ReleaseRow row : services.releaseRows(ReleaseTable.of(domain), query)) {
                codes.add(row.code(ONETSOC_CODE));
            }
            return codes.stream()
                    .map(release.occupations()::get)
                    .filter(occupation -> occupation != null)
                    .toList();
        });
    }

    @Override
    public Set<Domain> domains() {
        return answer(release -> {
            Set<Domain> domains = EnumSet.noneOf(Domain.class);
            for (Domain domain : Domain.values()) {
                if (services.list().has(ReleaseTable.of(domain))) {
                    domains.add(domain);
                }
            }
            return Collections.unmodifiableSet(domains);
        });
    }

    @Override
    public List<Element> elements(Domain domain) {
        Objects.requireNonNull(domain, "domain");
        return answer(release -> List.copyOf(release.elements(domain).values()));
    }

    @Override
    public List<Scale> scales() {
        return answer(release -> List.copyOf(release.scales().values()));
    }

    /** Answers from one version; asks again if the service has moved to another in the meantime. */
    private <T> T answer(Function<WebRelease, T> question) {
        WebRelease release = current();
        try {
            T answer = question.apply(release);
            if (isStillKnown(release)) {
                return answer;
            }
        } catch (WebServicesException e) {
            if (e.reason() != Reason.TABLE_NOT_AVAILABLE) {
                throw e;
            }
        }
        forget(release);
        return question.apply(current());
    }

    private synchronized WebRelease current() {
        WebRelease release = kept;
        Instant now = clock.instant();
        boolean fresh = Duration.between(askedAt, now).abs().compareTo(FRESH) < 0;
        if (release != null && fresh && isStillKnown(release)) {
            return release;
        }
        String version = services.list().requireVersion();
        if (release == null || !release.info().version().equals(version)) {
            release = new WebRelease(services, version);
            kept = release;
        }
        askedAt = now;
        return release;
    }

    private synchronized void forget(WebRelease release) {
        if (kept == release) {
            kept = null;
        }
    }

    /** Tells whether the version is still the one that the client last heard of, from any caller. */
    private boolean isStillKnown(WebRelease release) {
        return release.info().version().equals(services.list().knownVersion());
    }

    private Profile profile(WebRelease release, OnetSocCode code, Domain domain) {
        try {
            return read(release, code, domain);
        } catch (WebServicesException e) {
            throw e.whileReading(domain.label() + " of " + code);
        }
    }

    private Profile read(WebRelease release, OnetSocCode code, Domain domain) {
        Map<String, Element> elements = release.elements(domain);
        OccupationRatings ratings = new OccupationRatings();
        for (ReleaseRow row : release.rows(ReleaseTable.of(domain), query -> query.ofOccupation(code))) {
            Element known = elements.get(row.requiredText(ELEMENT_ID));
            Element element = known == null ? release.element(row, domain) : known;
            services.add(ratings, element, release.checked(row), release.origin());
        }
        return Profile.of(
                release.info(), release.requireOccupation(code), domain, ratings.elements(), elements.values());
    }

    private void needing(
            WebRelease release, Domain domain, String elementId, double minimumLevel, List<OccupationLevel> found) {
        List<ReleaseRow> rows = release.rows(
                ReleaseTable.of(domain),
                query -> query.where("element_id", elementId).where("scale_id", Scale.LEVEL));
        for (ReleaseRow row : rows) {
            double level = Double.parseDouble(release.checked(row).requiredText(DATA_VALUE));
            if (level > 0 && level >= minimumLevel) {
                occupation(release, row, ONETSOC_CODE)
                        .ifPresent(
                                occupation -> found.add(new OccupationLevel(occupation, row.rating(release.origin()))));
            }
        }
    }

    /** Returns the occupation of a row; nothing if the service rates or names one that it does not have. */
    private static Optional<Occupation> occupation(WebRelease release, ReleaseRow row, ReleaseColumn column) {
        return Optional.ofNullable(release.occupations().get(row.code(column)));
    }
}
