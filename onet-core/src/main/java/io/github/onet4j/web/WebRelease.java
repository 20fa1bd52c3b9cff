package io.github.onet4j.web;

import static io.github.onet4j.release.ReleaseColumn.*;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.LevelAnchor;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.Scale;
import io.github.onet4j.release.ReleaseColumn;
import io.github.onet4j.release.ReleaseRow;
import io.github.onet4j.release.ReleaseTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the service says of one O*NET version and what does not change within it: asked once and kept. */
final class WebRelease {
    private final OnetWebServices services;
    private final ReleaseInfo info;
    private final Kept<NavigableMap<OnetSocCode, Occupation>> occupations = new Kept<>(this::askForOccupations);
    private final Kept<NavigableMap<String, Scale>> scales = new Kept<>(this::askForScales);
    private final Kept<Map<String, String>> descriptions = new Kept<>(this::askForDescriptions);
    private final Kept<Map<String, List<LevelAnchor>>> anchors = new Kept<>(this::askForAnchors);
    private final Map<Domain, Kept<DomainElements>> elements = new EnumMap<>(Domain.class);
    private final Map<String, Kept<List<WebColumn>>> columns = new ConcurrentHashMap<>();

    WebRelease(OnetWebServices services, String version) {
        this.services = services;
        this.info = new ReleaseInfo(version, null, null);
        for (Domain domain : Domain.values()) {
            elements.put(domain, new Kept<>(() -> askForElements(domain)));
        }
    }

    ReleaseInfo info() {
        return info;
    }

    Origin origin() {
        return OnetWebServices.origin(info.version());
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
    ReleaseRow onScale(ReleaseRow row, ReleaseColumn value) {
        Scale scale = scales().get(row.requiredText(SCALE_ID));
        if (scale == null || !scale.contains(Double.parseDouble(row.requiredText(value)))) {
            throw services.unreadable("row " + row.number() + " of " + row.file() + " has the value "
                    + row.requiredText(value) + " on the scale "
                    + (scale == null
                            ? row.requiredText(SCALE_ID) + ", which is not among the scales"
                            : scale.id() + ", which goes from " + scale.minimum() + " to " + scale.maximum()));
        }
        return row;
    }

    /** The rows of a table that a release may lack; none if the service lacks it. */
    List<ReleaseRow> rows(ReleaseTable table, UnaryOperator<RowQuery> narrowed) {
        return table.isRequired() || services.has(table) ? services.releaseRows(table, narrowed) : List.of();
    }

    /** The id by which a table of the service calls a column. */
    String columnId(String tableId, ReleaseColumn column) {
        List<String> there =
                columns.computeIfAbsent(tableId, id -> new Kept<>(() -> services.columns(id))).get().stream()
                        .map(WebColumn::id)
                        .toList();
        return WebRow.ids(column).stream()
                .filter(there::contains)
                .findFirst()
                .orElseThrow(() -> services.unreadable(
                        tableId + " has none of the columns " + WebRow.ids(column) + "; it has " + there));
    }

    private DomainElements ofDomain(Domain domain) {
        Kept<DomainElements> kept = elements.get(domain);
        return kept == null ? DomainElements.NONE : kept.get();
    }

    private NavigableMap<OnetSocCode, Occupation> askForOccupations() {
        return byKey(ReleaseTable.OCCUPATION_DATA, OnetWebServices::occupation, Occupation::code);
    }

    private NavigableMap<String, Scale> askForScales() {
        return byKey(ReleaseTable.SCALES_REFERENCE, OnetWebServices::scale, Scale::id);
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

    private Map<String, String> askForDescriptions() {
        Map<String, String> found = new HashMap<>();
        for (ReleaseRow row : rows(ReleaseTable.CONTENT_MODEL_REFERENCE, query -> query)) {
            String description = row.text(DESCRIPTION);
            if (description != null) {
                found.put(row.requiredText(ELEMENT_ID), description);
            }
        }
        return found;
    }

    private Map<String, List<LevelAnchor>> askForAnchors() {
        Map<String, List<LevelAnchor>> found = new HashMap<>();
        for (ReleaseRow row : rows(ReleaseTable.LEVEL_SCALE_ANCHORS, query -> query)) {
            if (onScale(row, ANCHOR_VALUE).requiredText(SCALE_ID).equals(Scale.LEVEL)) {
                found.computeIfAbsent(row.requiredText(ELEMENT_ID), id -> new ArrayList<>())
                        .add(new LevelAnchor(
                                Double.parseDouble(row.requiredText(ANCHOR_VALUE)),
                                row.requiredText(ANCHOR_DESCRIPTION)));
            }
        }
        found.values().forEach(list -> list.sort(Comparator.comparingDouble(LevelAnchor::level)));
        return found;
    }

    private DomainElements askForElements(Domain domain) {
        ReleaseTable table = ReleaseTable.of(domain);
        if (!table.isRequired() && !services.has(table)) {
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

    /** Whether a page can be taken to hold all elements: an occupation is rated on all of them, with few exceptions. */
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

    /** The element that a rating is of, with its description and its anchors. */
    Element element(ReleaseRow row, Domain domain) {
        String id = row.requiredText(ELEMENT_ID);
        return new Element(
                id,
                row.requiredText(ELEMENT_NAME),
                descriptions.get().get(id),
                domain,
                anchors.get().getOrDefault(id, List.of()));
    }

    /** A table, and an element and a scale that it has ratings on. */
    record RatedOn(String tableId, String elementId, String scaleId) {}

    private record DomainElements(
            NavigableMap<String, Element> elements,
            @Nullable RatedOn first) {
        static final DomainElements NONE = new DomainElements(new TreeMap<>(), null);
    }
}
