package io.github.onet4j.jooq.internal.web;

import static io.github.onet4j.jooq.schema.Tables.ONET_ELEMENT;
import static io.github.onet4j.jooq.schema.Tables.ONET_OCCUPATION;
import static io.github.onet4j.jooq.schema.Tables.ONET_SCALE;

import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Scale;
import io.github.onet4j.release.RejectedRow;
import io.github.onet4j.release.ReleaseColumn;
import io.github.onet4j.release.ReleaseRow;
import io.github.onet4j.release.ReleaseTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What a fetched row must be, by itself, to fit into a release: of an occupation, an element and a scale that are there. */
final class RowRules {
    private final Set<String> codes;
    private final Set<String> elements;
    private final Map<String, Scale> scales = new HashMap<>();

    private RowRules(Set<String> codes, Set<String> elements) {
        this.codes = codes;
        this.elements = elements;
    }

    static RowRules of(DSLContext dsl, int releaseId) {
        RowRules rules = new RowRules(
                new HashSet<>(dsl.select(ONET_OCCUPATION.ONETSOC_CODE)
                        .from(ONET_OCCUPATION)
                        .where(ONET_OCCUPATION.RELEASE_ID.eq(releaseId))
                        .fetch(ONET_OCCUPATION.ONETSOC_CODE)),
                new HashSet<>(dsl.select(ONET_ELEMENT.ELEMENT_ID)
                        .from(ONET_ELEMENT)
                        .where(ONET_ELEMENT.RELEASE_ID.eq(releaseId))
                        .fetch(ONET_ELEMENT.ELEMENT_ID)));
        dsl.selectFrom(ONET_SCALE)
                .where(ONET_SCALE.RELEASE_ID.eq(releaseId))
                .forEach(scale -> rules.scales.put(
                        scale.getScaleId(),
                        new Scale(
                                scale.getScaleId(),
                                scale.getScaleName(),
                                scale.getMinimum().doubleValue(),
                                scale.getMaximum().doubleValue())));
        return rules;
    }

    /** Lets rows of an occupation in that the service brought just now. */
    void addOccupation(ReleaseRow row) {
        codes.add(row.requiredText(ReleaseColumn.ONETSOC_CODE));
    }

    /** What is wrong with a row, or null. */
    @Nullable
    RejectedRow problem(FetchedRow fetched, @Nullable OnetSocCode asked) {
        ReleaseRow row = fetched.row();
        String code = row.requiredText(ReleaseColumn.ONETSOC_CODE);
        if (asked != null && !code.equals(asked.value())) {
            return fetched.refused(ReleaseColumn.ONETSOC_CODE, "the occupation that was asked for, " + asked);
        }
        if (row.table() == ReleaseTable.OCCUPATION_DATA) {
            return null;
        }
        if (!codes.contains(code)) {
            return fetched.refused(ReleaseColumn.ONETSOC_CODE, "an occupation that the release has");
        }
        if (!elements.contains(row.requiredText(ReleaseColumn.ELEMENT_ID))) {
            return fetched.refused(ReleaseColumn.ELEMENT_ID, "an element that the release has");
        }
        Scale scale = scales.get(row.requiredText(ReleaseColumn.SCALE_ID));
        if (scale == null) {
            return fetched.refused(ReleaseColumn.SCALE_ID, "a scale that the release has");
        }
        if (!scale.contains(Double.parseDouble(row.requiredText(ReleaseColumn.DATA_VALUE)))) {
            return fetched.refused(
                    ReleaseColumn.DATA_VALUE,
                    "a value on the scale " + scale.id() + ", " + scale.minimum() + " to " + scale.maximum());
        }
        return null;
    }
}
