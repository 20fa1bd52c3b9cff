package io.github.onet4j.jooq.internal.load;

import static io.github.onet4j.jooq.schema.Tables.ONET_CATEGORY_RATING;
import static io.github.onet4j.jooq.schema.Tables.ONET_RATING;

import io.github.onet4j.Domain;
import io.github.onet4j.release.ReleaseTable;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * A table of ratings: {@code onet_rating}, or {@code onet_category_rating}, which has its columns and one more.
 *
 * @param table the table
 */
public record RatingTable(Table<?> table) {
    /** Returns the table that holds the ratings of a domain. */
    public static RatingTable of(Domain domain) {
        return new RatingTable(TableMapping.target(ReleaseTable.of(domain)));
    }

    /** Returns the field that has the name of one of {@code onet_rating}. */
    public <T> Field<T> field(Field<T> field) {
        return Objects.requireNonNull(table.field(field.getName(), field.getType()), field.getName());
    }

    public boolean hasCategories() {
        return table.equals(ONET_CATEGORY_RATING);
    }

    /** Returns the condition that a row is of an occupation and a domain. */
    public Condition isOf(int releaseId, Field<String> onetsocCode, Domain domain) {
        return DSL.and(
                field(ONET_RATING.RELEASE_ID).eq(releaseId),
                field(ONET_RATING.ONETSOC_CODE).eq(onetsocCode),
                field(ONET_RATING.DOMAIN).eq(domain.name()));
    }
}
