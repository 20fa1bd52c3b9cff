package io.github.onet4j.jooq.internal.query;

import static io.github.onet4j.jooq.schema.Tables.*;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.LevelAnchor;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Scale;
import io.github.onet4j.jooq.load.StoredRelease;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * The data that every answer about a release needs and that stay the same within a revision: occupations, elements with
 * anchors, and scales. About a megabyte; read once for each revision, so that an analysis has to read ratings only.
 */
final class ReferenceData {
    private final StoredRelease release;
    private final Revision revision;
    private final NavigableMap<String, Occupation> occupations = new TreeMap<>();
    private final Map<Domain, NavigableMap<String, Element>> elements = new EnumMap<>(Domain.class);
    private final List<Scale> scales = new ArrayList<>();

    private ReferenceData(StoredRelease release, Revision revision) {
        this.release = release;
        this.revision = revision;
    }

    static ReferenceData read(DSLContext dsl, StoredRelease release, Revision revision) {
        ReferenceData data = new ReferenceData(release, revision);
        data.readOccupations(dsl);
        data.readElements(dsl, data.anchors(dsl));
        data.readScales(dsl);
        return data;
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

    List<Scale> scales() {
        return scales;
    }

    private void readOccupations(DSLContext dsl) {
        dsl.select(ONET_OCCUPATION.ONETSOC_CODE, ONET_OCCUPATION.TITLE, ONET_OCCUPATION.DESCRIPTION)
                .from(ONET_OCCUPATION)
                .where(ONET_OCCUPATION.RELEASE_ID.eq(release.id()))
                .forEach(row -> occupations.put(
                        row.value1(), new Occupation(new OnetSocCode(row.value1()), row.value2(), row.value3())));
    }

    private Map<String, List<LevelAnchor>> anchors(DSLContext dsl) {
        Map<String, List<LevelAnchor>> anchors = new HashMap<>();
        dsl.select(ONET_LEVEL_ANCHOR.ELEMENT_ID, ONET_LEVEL_ANCHOR.ANCHOR_VALUE, ONET_LEVEL_ANCHOR.ANCHOR_DESCRIPTION)
                .from(ONET_LEVEL_ANCHOR)
                .where(ONET_LEVEL_ANCHOR.RELEASE_ID.eq(release.id()))
                .and(ONET_LEVEL_ANCHOR.SCALE_ID.eq(Scale.LEVEL))
                .orderBy(ONET_LEVEL_ANCHOR.ELEMENT_ID, ONET_LEVEL_ANCHOR.ANCHOR_VALUE)
                .forEach(row -> anchors.computeIfAbsent(row.value1(), id -> new ArrayList<>())
                        .add(new LevelAnchor(row.value2().doubleValue(), row.value3())));
        return anchors;
    }

    private void readElements(DSLContext dsl, Map<String, List<LevelAnchor>> anchors) {
        dsl.select(ONET_ELEMENT.ELEMENT_ID, ONET_ELEMENT.ELEMENT_NAME, ONET_ELEMENT.DESCRIPTION, ONET_ELEMENT.DOMAIN)
                .from(ONET_ELEMENT)
                .where(ONET_ELEMENT.RELEASE_ID.eq(release.id()))
                .and(ONET_ELEMENT.DOMAIN.in(
                        Stream.of(Domain.values()).map(Domain::name).toList()))
                .forEach(row -> {
                    Domain domain = Domain.valueOf(row.value4());
                    List<LevelAnchor> ofElement = anchors.getOrDefault(row.value1(), List.of());
                    elements.computeIfAbsent(domain, key -> new TreeMap<>())
                            .put(
                                    row.value1(),
                                    new Element(row.value1(), row.value2(), row.value3(), domain, ofElement));
                });
    }

    private void readScales(DSLContext dsl) {
        dsl.selectFrom(ONET_SCALE)
                .where(ONET_SCALE.RELEASE_ID.eq(release.id()))
                .forEach(row -> scales.add(new Scale(
                        row.getScaleId(),
                        row.getScaleName(),
                        row.getMinimum().doubleValue(),
                        row.getMaximum().doubleValue())));
        // Sorted here, for a database may sort text by the rules of a language.
        scales.sort(Comparator.comparing(Scale::id));
    }
}
