package io.github.onet4j.web;

import static io.github.onet4j.release.ReleaseColumn.*;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.Scale;
import io.github.onet4j.internal.ContentModel;
import io.github.onet4j.internal.Lazy;
import io.github.onet4j.internal.search.TitleIndex;
import io.github.onet4j.internal.search.TitleIndexBuilder;
import io.github.onet4j.internal.web.RowQuery;
import io.github.onet4j.release.ReferenceCheck;
import io.github.onet4j.release.RejectedRow;
import io.github.onet4j.release.ReleaseRow;
import io.github.onet4j.release.ReleaseTable;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The answers of the service that do not change within one O*NET version, each asked for once and kept. */
final class WebRelease {
    private final ServiceRows services;
    private final ReleaseInfo info;
    private final Lazy<NavigableMap<OnetSocCode, Occupation>> occupations = new Lazy<>(this::askForOccupations);
    private final Lazy<NavigableMap<String, Scale>> scales = new Lazy<>(this::askForScales);
    private final Lazy<ContentModel> contentModel = new Lazy<>(this::askForContentModel);
    private final Map<Domain, Lazy<DomainElements>> elements = new EnumMap<>(Domain.class);
    private final Lazy<List<JobZone>> jobZones = new Lazy<>(this::askForJobZones);
    private final Lazy<TitleIndex> titles = new Lazy<>(this::askForTitles);

    /** References to scales only: elements and occupations that the service lists nowhere else are passed over. */
    private final ReferenceCheck check = new ReferenceCheck(
            table -> table == ReleaseTable.SCALES_REFERENCE ? scales().keySet() : null, id -> scales().get(id));

    WebRelease(ServiceRows services, String version) {
        this.services = services;
        this.info = new ReleaseInfo(version, null, null);
        for (Domain domain : Domain.values()) {
            elements.put(domain, new Lazy<>(() -> askForElements(domain)));
        }
    }

    ReleaseInfo info() {
        return info;
    }

    Origin origin() {
        return ServiceRows.origin(info.version());
    }

    NavigableMap<OnetSocCode, Occupation> occupations() {
        return occupations.get();
    }

    Occupation requireOccupation(OnetSocCode code) {
        Occupation occupation = occupations().get(code);
        if (occupation == null) {
            throw new OccupationNotFoundException(
                    code, info.version(), occupations().values(), FetchOutcome.NOT_OFFERED);
        }
        return occupation;
    }

    /** The index of all titles. They are many pages, but an answer needs no other. */
    TitleIndex titles() {
        return titles.get();
    }

    List<JobZone> jobZones() {
        return jobZones.get();
    }

    NavigableMap<String, Scale> scales() {
        return scales.get();
    }

    NavigableMap<String, Element> elements(Domain domain) {
        return ofDomain(domain).elements();
    }

    /** The element and the scale by which the rated occupations of a domain are found; null where nothing is rated. */
    @Nullable
    RatedOn ratedOn(Domain domain) {
        return ofDomain(domain).first();
    }

    /** Returns the row if its value lies on its scale. */
    ReleaseRow checked(ReleaseRow row) {
        RejectedRow problem = check.problem(row);
        if (problem != null) {
            throw services.unreadable(problem.message());
        }
        return row;
    }

    /** The rows of a table that a release may lack; none if the service lacks it. */
    List<ReleaseRow> rows(ReleaseTable table, UnaryOperator<RowQuery> narrowed) {
        return table.isRequired() || services.list().has(table) ? services.releaseRows(table, narrowed) : List.of();
    }

    private DomainElements ofDomain(Domain domain) {
        Lazy<DomainElements> kept = elements.get(domain);
        return kept == null ? DomainElements.NONE : kept.get();
    }

    private NavigableMap<OnetSocCode, Occupation> askForOccupations() {
        return byKey(ReleaseTable.OCCUPATION_DATA, ReleaseRow::occupation, Occupation::code);
    }

    private TitleIndex askForTitles() {
        TitleIndexBuilder found = new TitleIndexBuilder(occupations().values());
        for (ReleaseRow row : rows(ReleaseTable.JOB_TITLES, query -> query)) {
            found.addJobTitle(row.requiredText(ONETSOC_CODE), row.requiredText(JOB_TITLE), row.text(SOURCES));
        }
        for (ReleaseRow row : rows(ReleaseTable.SAMPLE_OF_REPORTED_TITLES, query -> query)) {
            found.addReportedTitle(
                    row.requiredText(ONETSOC_CODE),
                    row.requiredText(REPORTED_JOB_TITLE),
                    row.text(SHOWN_IN_MY_NEXT_MOVE));
        }
        return found.build();
    }

    private List<JobZone> askForJobZones() {
        NavigableMap<OnetSocCode, JobZone> found = new TreeMap<>();
        for (ReleaseRow row : rows(ReleaseTable.JOB_ZONES, query -> query)) {
            // The service may name an occupation that it does not have.
            Occupation occupation = occupations().get(row.code(ONETSOC_CODE));
            if (occupation != null && found.put(occupation.code(), row.jobZone(occupation)) != null) {
                throw services.unreadable(row.file() + " has " + occupation.code() + " twice");
            }
        }
        return List.copyOf(found.values());
    }

    private NavigableMap<String, Scale> askForScales() {
        return byKey(ReleaseTable.SCALES_REFERENCE, ReleaseRow::scale, Scale::id);
    }

    private <K, V> NavigableMap<K, V> byKey(ReleaseTable table, Function<ReleaseRow, V> value, Function<V, K> key) {
        NavigableMap<K, V> values = new TreeMap<>();
        for (ReleaseRow row : rows(table, query -> query)) {
            V read = value.apply(row);
            if (values.put(key.apply(read), read) != null) {
                throw services.unreadable(row.file() + " has " + key.apply(read) + " twice");
            }
        }
        return values;
    }

    private ContentModel askForContentModel() {
        ContentModel found = new ContentModel();
        for (ReleaseRow row : rows(ReleaseTable.CONTENT_MODEL_REFERENCE, query -> query)) {
            found.addDescription(row.requiredText(ELEMENT_ID), row.text(DESCRIPTION));
        }
        for (ReleaseRow row : rows(ReleaseTable.LEVEL_SCALE_ANCHORS, query -> query)) {
            found.addAnchor(
                    row.requiredText(ELEMENT_ID),
                    row.requiredText(SCALE_ID),
                    checked(row).levelAnchor());
        }
        return found;
    }

    private DomainElements askForElements(Domain domain) {
        ReleaseTable table = ReleaseTable.of(domain);
        if (!table.isRequired() && !services.list().has(table)) {
            return DomainElements.NONE;
        }
        List<ReleaseRow> rows = services.firstReleaseRows(table);
        if (!comeByOccupation(rows)) {
            rows = services.releaseRows(table, query -> query);
        }
        if (rows.isEmpty()) {
            return DomainElements.NONE;
        }
        NavigableMap<String, Element> found = new TreeMap<>();
        rows.forEach(row -> found.computeIfAbsent(row.requiredText(ELEMENT_ID), id -> element(row, domain)));
        ReleaseRow first = rows.get(0);
        return new DomainElements(
                found, new RatedOn(first.file(), first.requiredText(ELEMENT_ID), first.requiredText(SCALE_ID)));
    }

    /**
     * Tells if a page can be taken to hold all elements: an occupation is rated on all of them, with few exceptions.
     */
    private static boolean comeByOccupation(List<ReleaseRow> rows) {
        Set<String> seen = new HashSet<>();
        String last = "";
        for (ReleaseRow row : rows) {
            String occupation = row.file() + " " + row.code(ONETSOC_CODE);
            if (!occupation.equals(last) && !seen.add(occupation)) {
                return false;
            }
            last = occupation;
        }
        return true;
    }

    /** Returns the element that a rating is of, with its description and its anchors. */
    Element element(ReleaseRow row, Domain domain) {
        return contentModel.get().element(row.requiredText(ELEMENT_ID), row.requiredText(ELEMENT_NAME), domain);
    }

    /** A table, and an element and a scale that it has ratings on. */
    record RatedOn(String tableId, String elementId, String scaleId) {}

    private record DomainElements(
            NavigableMap<String, Element> elements,
            @Nullable RatedOn first) {
        static final DomainElements NONE = new DomainElements(new TreeMap<>(), null);
    }
}
