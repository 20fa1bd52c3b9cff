package io.github.onet4j.jooq.internal.query;

import static io.github.onet4j.jooq.schema.Tables.ONET_ASSESSED_LEVEL;
import static io.github.onet4j.jooq.schema.Tables.ONET_ASSESSMENT;

import io.github.onet4j.Element;
import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.jooq.internal.database.Session;
import io.github.onet4j.jooq.schema.tables.OnetAssessment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Record1;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads the levels of the newest assessment of an occupation in a domain, in one statement. */
final class AssessedLevelsQuery {
    private AssessedLevelsQuery() {}

    static Optional<Profile> read(Session session, ReferenceData reference, Profile official) {
        Result<Record3<String, String, BigDecimal>> rows = session.dsl()
                .select(ONET_ASSESSMENT.MODEL, ONET_ASSESSED_LEVEL.ELEMENT_ID, ONET_ASSESSED_LEVEL.ASSESSED_LEVEL)
                .from(ONET_ASSESSMENT)
                .join(ONET_ASSESSED_LEVEL)
                .on(ONET_ASSESSED_LEVEL.ASSESSMENT_ID.eq(ONET_ASSESSMENT.ASSESSMENT_ID))
                .where(ONET_ASSESSMENT.ASSESSMENT_ID.eq(newest(reference, official)))
                .fetch();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Origin origin = new Origin(Origin.Kind.ASSESSED, rows.get(0).value1());
        Map<String, BigDecimal> levels =
                rows.intoMap(ONET_ASSESSED_LEVEL.ELEMENT_ID, ONET_ASSESSED_LEVEL.ASSESSED_LEVEL);
        return Optional.of(official.withElements(elements(reference, official, levels, origin)));
    }

    /**
     * Assessments are numbered as they come, so the newest is found without a look at clocks, which nodes may disagree
     * on.
     */
    private static Select<Record1<Integer>> newest(ReferenceData reference, Profile official) {
        OnetAssessment any = ONET_ASSESSMENT.as("any_assessment");
        return DSL.select(DSL.max(any.ASSESSMENT_ID))
                .from(any)
                .where(any.RELEASE_ID.eq(reference.release().id()))
                .and(any.ONETSOC_CODE.eq(official.occupation().code().value()))
                .and(any.DOMAIN.eq(official.domain().name()));
    }

    private static List<RatedElement> elements(
            ReferenceData reference, Profile official, Map<String, BigDecimal> levels, Origin origin) {
        List<RatedElement> elements = new ArrayList<>();
        for (Element element : reference.elements(official.domain()).values()) {
            Rating importance = official.findElement(element.id())
                    .flatMap(RatedElement::importance)
                    .orElse(null);
            Rating level = rating(levels.get(element.id()), origin);
            if (importance != null || level != null) {
                elements.add(RatedElement.of(element, importance, level));
            }
        }
        return elements;
    }

    private static @Nullable Rating rating(@Nullable BigDecimal level, Origin origin) {
        return level == null
                ? null
                : new Rating(level.doubleValue(), null, null, null, null, null, null, null, null, origin);
    }
}
