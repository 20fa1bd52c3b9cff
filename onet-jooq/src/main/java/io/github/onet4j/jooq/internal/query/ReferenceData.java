package io.github.onet4j.jooq.internal.query;

import static io.github.onet4j.jooq.schema.Tables.*;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.LevelAnchor;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Scale;
import io.github.onet4j.internal.ElementNotFound;
import io.github.onet4j.internal.search.TitleIndex;
import io.github.onet4j.jooq.internal.load.Releases;
import io.github.onet4j.jooq.load.StoredRelease;
import java.math.BigDecimal;
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
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record7;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.SelectSelectStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The data that every answer about a release needs and that stay the same within a revision: occupations, elements with
 * anchors, and scales. About a megabyte; read once for each revision. Beside them it has the index of the titles, once
 * somebody searches, what was derived from all rows of the revision, and those rows, if they are kept.
 */
final class ReferenceData {
    private static final Field<String> NO_TEXT = DSL.inline(null, SQLDataType.VARCHAR);
    private static final Field<BigDecimal> NO_NUMBER = DSL.inline(null, SQLDataType.DECIMAL(7, 4));

    private final StoredRelease release;
    private final Revision revision;
    private final NavigableMap<String, Occupation> occupations = new TreeMap<>();
    private final Map<Domain, NavigableMap<String, Element>> elements = new EnumMap<>(Domain.class);
    private final Map<Domain, List<Element>> elementLists = new EnumMap<>(Domain.class);
    private final List<Scale> scales = new ArrayList<>();
    private final KeptRows kept = new KeptRows();
    private final Map<Derived, Object> derived = new ConcurrentHashMap<>();
    private volatile @Nullable TitleIndex titles;

    private ReferenceData(StoredRelease release, Revision revision) {
        this.release = release;
        this.revision = revision;
    }

    /** Reads a revision in two statements; nothing if the release was changed or pruned meanwhile. */
    static Optional<ReferenceData> read(DSLContext dsl, Revision revision) {
        Result<Record7<String, String, String, String, String, BigDecimal, BigDecimal>> rows =
                rows(dsl, revision.releaseId());
        // Read last, so that it tells whether the rows are of this revision.
        return Releases.find(dsl, isAt(revision)).map(release -> {
            ReferenceData data = new ReferenceData(release, revision);
            data.addAll(rows);
            return data;
        });
    }

    StoredRelease release() {
        return release;
    }

    Revision revision() {
        return revision;
    }

    /** Occupations by code. */
    NavigableMap<String, Occupation> occupations() {
        return occupations;
    }

    /** Elements that are rated, by domain and id. */
    Map<Domain, NavigableMap<String, Element>> elements() {
        return elements;
    }

    NavigableMap<String, Element> elements(Domain domain) {
        return elements.getOrDefault(domain, Collections.emptyNavigableMap());
    }

    /** The elements of a domain, by id. */
    List<Element> elementList(Domain domain) {
        return elementLists.getOrDefault(domain, List.of());
    }

    /** Returns a rated element; refuses one that no domain has. */
    Element requireElement(String elementId) {
        return elements.values().stream()
                .map(ofDomain -> ofDomain.get(elementId))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> ElementNotFound.of(elementId, release.info()));
    }

    List<Scale> scales() {
        return scales;
    }

    KeptRows kept() {
        return kept;
    }

    /** The index of the titles; null as long as nobody has searched. */
    @Nullable
    TitleIndex titles() {
        return titles;
    }

    void keepTitles(TitleIndex index) {
        titles = index;
    }

    /** Returns what was derived from the revision for a domain; null as long as nobody has asked. */
    <T> @Nullable T derived(Domain domain, Class<T> type) {
        return type.cast(derived.get(new Derived(domain, type)));
    }

    /** Derives it first if nobody has. Of the threads that ask at once, one derives and the others wait for it. */
    <T> T derived(Domain domain, Class<T> type, Supplier<T> derivation) {
        return type.cast(derived.computeIfAbsent(new Derived(domain, type), key -> derivation.get()));
    }

    /** Tells whether another revision has the same titles: those of a release never change, but occupations come. */
    boolean hasTitlesOf(ReferenceData other) {
        return revision.releaseId() == other.revision.releaseId() && occupations.equals(other.occupations);
    }

    private static Condition isAt(Revision revision) {
        return ONET_RELEASE
                .RELEASE_ID
                .eq(revision.releaseId())
                .and(DSL.coalesce(ONET_RELEASE.REVISION, 0).eq(revision.number()))
                .and(DSL.coalesce(ONET_RELEASE.REVISION_ID, 0L).eq(revision.id()));
    }

    private enum Kind {
        OCCUPATION,
        ANCHOR,
        ELEMENT,
        SCALE
    }

    /** In one statement, for the first analysis after a start waits for it. */
    private static Result<Record7<String, String, String, String, String, BigDecimal, BigDecimal>> rows(
            DSLContext dsl, int releaseId) {
        return dsl.fetch(select(
                        Kind.OCCUPATION,
                        ONET_OCCUPATION.ONETSOC_CODE,
                        ONET_OCCUPATION.TITLE,
                        ONET_OCCUPATION.DESCRIPTION,
                        NO_TEXT,
                        NO_NUMBER,
                        NO_NUMBER)
                .from(ONET_OCCUPATION)
                .where(ONET_OCCUPATION.RELEASE_ID.eq(releaseId))
                .unionAll(anchors(releaseId))
                .unionAll(elements(releaseId))
                .unionAll(scales(releaseId)));
    }

    private static Select<Record7<String, String, String, String, String, BigDecimal, BigDecimal>> anchors(
            int releaseId) {
        return select(
                        Kind.ANCHOR,
                        ONET_LEVEL_ANCHOR.ELEMENT_ID,
                        NO_TEXT,
                        ONET_LEVEL_ANCHOR.ANCHOR_DESCRIPTION,
                        NO_TEXT,
                        ONET_LEVEL_ANCHOR.ANCHOR_VALUE,
                        NO_NUMBER)
                .from(ONET_LEVEL_ANCHOR)
                .where(ONET_LEVEL_ANCHOR.RELEASE_ID.eq(releaseId))
                .and(ONET_LEVEL_ANCHOR.SCALE_ID.eq(Scale.LEVEL));
    }

    private static Select<Record7<String, String, String, String, String, BigDecimal, BigDecimal>> elements(
            int releaseId) {
        return select(
                        Kind.ELEMENT,
                        ONET_ELEMENT.ELEMENT_ID,
                        ONET_ELEMENT.ELEMENT_NAME,
                        ONET_ELEMENT.DESCRIPTION,
                        ONET_ELEMENT.DOMAIN,
                        NO_NUMBER,
                        NO_NUMBER)
                .from(ONET_ELEMENT)
                .where(ONET_ELEMENT.RELEASE_ID.eq(releaseId))
                .and(ONET_ELEMENT.DOMAIN.in(
                        Stream.of(Domain.values()).map(Domain::name).toList()));
    }

    private static Select<Record7<String, String, String, String, String, BigDecimal, BigDecimal>> scales(
            int releaseId) {
        return select(
                        Kind.SCALE,
                        ONET_SCALE.SCALE_ID,
                        ONET_SCALE.SCALE_NAME,
                        NO_TEXT,
                        NO_TEXT,
                        ONET_SCALE.MINIMUM,
                        ONET_SCALE.MAXIMUM)
                .from(ONET_SCALE)
                .where(ONET_SCALE.RELEASE_ID.eq(releaseId));
    }

    private static SelectSelectStep<Record7<String, String, String, String, String, BigDecimal, BigDecimal>> select(
            Kind kind,
            Field<String> id,
            Field<String> name,
            Field<String> description,
            Field<String> domain,
            Field<BigDecimal> number,
            Field<BigDecimal> maximum) {
        return DSL.select(DSL.inline(kind.name()), id, name, description, domain, number, maximum);
    }

    private void addAll(Result<Record7<String, String, String, String, String, BigDecimal, BigDecimal>> rows) {
        Map<String, List<LevelAnchor>> anchors = new HashMap<>();
        for (Record7<String, String, String, String, String, BigDecimal, BigDecimal> row : rows) {
            switch (Kind.valueOf(row.value1())) {
                case OCCUPATION ->
                    occupations.put(
                            row.value2(), new Occupation(new OnetSocCode(row.value2()), row.value3(), row.value4()));
                case ANCHOR ->
                    anchors.computeIfAbsent(row.value2(), id -> new ArrayList<>())
                            .add(new LevelAnchor(row.value6().doubleValue(), row.value4()));
                case SCALE ->
                    scales.add(new Scale(
                            row.value2(),
                            row.value3(),
                            row.value6().doubleValue(),
                            row.value7().doubleValue()));
                case ELEMENT -> {
                    // Once all anchors are there.
                }
            }
        }
        // Sorted here, for a database may sort text by the rules of a language.
        scales.sort(Comparator.comparing(Scale::id));
        anchors.values().forEach(ofElement -> ofElement.sort(Comparator.comparing(LevelAnchor::level)));
        rows.stream()
                .filter(row -> row.value1().equals(Kind.ELEMENT.name()))
                .forEach(row ->
                        addElement(Domain.valueOf(row.value5()), row.value2(), row.value3(), row.value4(), anchors));
        elements.forEach((domain, byId) -> elementLists.put(domain, List.copyOf(byId.values())));
    }

    private void addElement(
            Domain domain,
            String id,
            String name,
            @Nullable String description,
            Map<String, List<LevelAnchor>> anchors) {
        elements.computeIfAbsent(domain, key -> new TreeMap<>())
                .put(id, new Element(id, name, description, domain, anchors.getOrDefault(id, List.of())));
    }

    /** What is derived from a revision. */
    private record Derived(Domain domain, Class<?> type) {}
}
