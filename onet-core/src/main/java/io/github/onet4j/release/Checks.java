package io.github.onet4j.release;

import static io.github.onet4j.release.ReleaseColumn.*;

import io.github.onet4j.Scale;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checks that need more than one row: that a code is one of Occupation Data, an element one of Content Model Reference where
 * there is one, a scale one of Scales Reference and a value on it, and that no two rows share a key. What they need to know is small whatever the release's size: the codes, the scales, and
 * for each kind of key one bit an occupation.
 */
final class Checks {
    private final OnetRelease release;
    private @Nullable Map<String, Integer> codes;
    private @Nullable Map<String, Scale> scales;
    private @Nullable Set<String> elements;

    Checks(OnetRelease release) {
        this.release = release;
    }

    /** A check of one reading of a table; it remembers the rows that it has seen. */
    RowCheck of(ReleaseTable table) {
        return switch (table) {
            case SCALES_REFERENCE -> new UniqueKey(SCALE_ID);
            case OCCUPATION_DATA -> new UniqueKey(ONETSOC_CODE);
            case CONTENT_MODEL_REFERENCE -> new UniqueKey(ELEMENT_ID);
            case LEVEL_SCALE_ANCHORS ->
                new ElementKnown(new OnScale(new UniqueKey(ELEMENT_ID, SCALE_ID, ANCHOR_VALUE), ANCHOR_VALUE));
            case SKILLS, KNOWLEDGE, ABILITIES, WORK_ACTIVITIES, WORK_STYLES ->
                new ElementKnown(new OnScale(new OfOccupation(ELEMENT_ID, SCALE_ID), DATA_VALUE));
            case JOB_ZONE_REFERENCE -> new UniqueKey(JOB_ZONE);
            case JOB_ZONES -> new OfOccupation();
            case RELATED_OCCUPATIONS -> new RelatedKnown(new OfOccupation(RELATED_ONETSOC_CODE));
            case JOB_TITLES, SAMPLE_OF_REPORTED_TITLES, SOFTWARE_SKILLS -> new CodeKnown();
        };
    }

    private synchronized Map<String, Integer> codes() {
        if (codes == null) {
            Map<String, Integer> found = new HashMap<>();
            try (ReleaseRows rows = release.rows(ReleaseTable.OCCUPATION_DATA, Checks::toldByItsOwnReading)) {
                rows.forEachRemaining(row -> found.put(row.requiredText(ONETSOC_CODE), found.size()));
            }
            codes = found;
        }
        return codes;
    }

    private synchronized Set<String> elements() {
        if (elements == null) {
            Set<String> found = new HashSet<>();
            try (ReleaseRows rows = release.rows(ReleaseTable.CONTENT_MODEL_REFERENCE, Checks::toldByItsOwnReading)) {
                rows.forEachRemaining(row -> found.add(row.requiredText(ELEMENT_ID)));
            }
            elements = found;
        }
        return elements;
    }

    private synchronized Map<String, Scale> scales() {
        if (scales == null) {
            Map<String, Scale> found = new HashMap<>();
            try (ReleaseRows rows = release.rows(ReleaseTable.SCALES_REFERENCE, Checks::toldByItsOwnReading)) {
                rows.forEachRemaining(row -> found.put(row.requiredText(SCALE_ID), scale(row)));
            }
            scales = found;
        }
        return scales;
    }

    static Scale scale(ReleaseRow row) {
        return new Scale(
                row.requiredText(SCALE_ID),
                row.requiredText(SCALE_NAME),
                Double.parseDouble(row.requiredText(MINIMUM)),
                Double.parseDouble(row.requiredText(MAXIMUM)));
    }

    private static void toldByItsOwnReading(RejectedRow row) {}

    /** What is wrong with a row beyond its single values. */
    interface RowCheck {
        /** Returns what is wrong, or null if nothing is. */
        @Nullable
        Problem problem(ReleaseRow row);
    }

    /** A column whose value is wrong, and what was expected there. */
    record Problem(ReleaseColumn column, String expected) {}

    private static final class UniqueKey implements RowCheck {
        private final ReleaseColumn[] key;
        private final Map<String, Long> lines = new HashMap<>();

        UniqueKey(ReleaseColumn... key) {
            this.key = key;
        }

        @Override
        public @Nullable Problem problem(ReleaseRow row) {
            StringBuilder text = new StringBuilder();
            for (ReleaseColumn column : key) {
                text.append(keyText(row, column)).append('\t');
            }
            Long first = lines.putIfAbsent(text.toString(), row.line());
            return first == null ? null : new Problem(key[0], "a key that no other row has; line " + first + " has it");
        }

        /** Numbers are equal however they are written: a database would not tell 1 from 1.00. */
        private static String keyText(ReleaseRow row, ReleaseColumn column) {
            String value = row.requiredText(column);
            return switch (column.type()) {
                case INTEGER, DECIMAL ->
                    new BigDecimal(value).stripTrailingZeros().toPlainString();
                default -> value;
            };
        }
    }

    private final class CodeKnown implements RowCheck {
        @Override
        public @Nullable Problem problem(ReleaseRow row) {
            return codes().containsKey(row.requiredText(ONETSOC_CODE)) ? null : unknownCode(ONETSOC_CODE);
        }
    }

    private static Problem unknownCode(ReleaseColumn column) {
        return new Problem(column, "a code that Occupation Data has");
    }

    /** One row at most for each occupation and value of the further columns. */
    private final class OfOccupation implements RowCheck {
        private final ReleaseColumn[] further;
        private final Map<String, BitSet> seen = new HashMap<>();

        OfOccupation(ReleaseColumn... further) {
            this.further = further;
        }

        @Override
        public @Nullable Problem problem(ReleaseRow row) {
            Integer occupation = codes().get(row.requiredText(ONETSOC_CODE));
            if (occupation == null) {
                return unknownCode(ONETSOC_CODE);
            }
            BitSet occupations = seen.computeIfAbsent(furtherKey(row), key -> new BitSet());
            if (occupations.get(occupation)) {
                return new Problem(
                        further.length == 0 ? ONETSOC_CODE : further[0],
                        "a row of its own; an earlier row has the same " + keyLabels());
            }
            occupations.set(occupation);
            return null;
        }

        private String furtherKey(ReleaseRow row) {
            return switch (further.length) {
                case 0 -> "";
                case 1 -> row.requiredText(further[0]);
                default -> row.requiredText(further[0]) + '\t' + row.requiredText(further[1]);
            };
        }

        private String keyLabels() {
            StringBuilder labels = new StringBuilder(ONETSOC_CODE.label());
            for (ReleaseColumn column : further) {
                labels.append(", ").append(column.label());
            }
            return labels.toString();
        }
    }

    private final class ElementKnown implements RowCheck {
        private final RowCheck next;

        ElementKnown(RowCheck next) {
            this.next = next;
        }

        @Override
        public @Nullable Problem problem(ReleaseRow row) {
            boolean checkable = release.tables().contains(ReleaseTable.CONTENT_MODEL_REFERENCE);
            return checkable && !elements().contains(row.requiredText(ELEMENT_ID))
                    ? new Problem(ELEMENT_ID, "an element that Content Model Reference has")
                    : next.problem(row);
        }
    }

    private final class OnScale implements RowCheck {
        private final RowCheck key;
        private final ReleaseColumn value;

        OnScale(RowCheck key, ReleaseColumn value) {
            this.key = key;
            this.value = value;
        }

        @Override
        public @Nullable Problem problem(ReleaseRow row) {
            Scale scale = scales().get(row.requiredText(SCALE_ID));
            if (scale == null) {
                return new Problem(SCALE_ID, "a scale that Scales Reference has");
            }
            if (!scale.contains(Double.parseDouble(row.requiredText(value)))) {
                return new Problem(
                        value,
                        "a value on the scale " + scale.id() + ", " + scale.minimum() + " to " + scale.maximum());
            }
            return key.problem(row);
        }
    }

    private final class RelatedKnown implements RowCheck {
        private final RowCheck key;

        RelatedKnown(RowCheck key) {
            this.key = key;
        }

        @Override
        public @Nullable Problem problem(ReleaseRow row) {
            boolean known = codes().containsKey(row.requiredText(RELATED_ONETSOC_CODE));
            return known ? key.problem(row) : unknownCode(RELATED_ONETSOC_CODE);
        }
    }
}
