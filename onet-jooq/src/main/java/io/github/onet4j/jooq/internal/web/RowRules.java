package io.github.onet4j.jooq.internal.web;

import static io.github.onet4j.jooq.schema.Tables.ONET_SCALE;

import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Scale;
import io.github.onet4j.jooq.internal.load.TableMapping;
import io.github.onet4j.release.ReferenceCheck;
import io.github.onet4j.release.RejectedRow;
import io.github.onet4j.release.ReleaseColumn;
import io.github.onet4j.release.ReleaseRow;
import io.github.onet4j.release.ReleaseTable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a fetched row must keep to fit into a release: it refers to an occupation, an element and a scale of
 * it.
 */
final class RowRules {
    private final DSLContext dsl;
    private final int releaseId;
    private final Map<ReleaseTable, Set<String>> keys = new EnumMap<>(ReleaseTable.class);
    private final Map<String, Scale> scales = new HashMap<>();
    private final ReferenceCheck references = new ReferenceCheck(this::keys, scales::get);

    private RowRules(DSLContext dsl, int releaseId) {
        this.dsl = dsl;
        this.releaseId = releaseId;
    }

    static RowRules of(DSLContext dsl, int releaseId) {
        RowRules rules = new RowRules(dsl, releaseId);
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

    /** Admits rows of an occupation that the service has just brought. */
    void addOccupation(ReleaseRow row) {
        keys(ReleaseTable.OCCUPATION_DATA).add(row.requiredText(ReleaseColumn.ONETSOC_CODE));
    }

    /** Returns the row as a rejected one if it breaks a rule, otherwise null. */
    @Nullable
    RejectedRow problem(FetchedRow fetched, @Nullable OnetSocCode asked) {
        ReleaseRow row = fetched.row();
        if (asked != null && !row.requiredText(ReleaseColumn.ONETSOC_CODE).equals(asked.value())) {
            return row.rejected(ReleaseColumn.ONETSOC_CODE, "the occupation that was asked for, " + asked);
        }
        return references.problem(row);
    }

    /** The keys that the release has in a table, read when they are first needed. */
    private Set<String> keys(ReleaseTable table) {
        return keys.computeIfAbsent(table, this::readKeys);
    }

    private Set<String> readKeys(ReleaseTable table) {
        Field<String> key = DSL.field(DSL.name(table.key().get(0).id()), String.class);
        return new HashSet<>(dsl.select(key)
                .from(TableMapping.target(table))
                .where(DSL.field(DSL.name(ONET_SCALE.RELEASE_ID.getName()), Integer.class)
                        .eq(releaseId))
                .fetch(key));
    }
}
