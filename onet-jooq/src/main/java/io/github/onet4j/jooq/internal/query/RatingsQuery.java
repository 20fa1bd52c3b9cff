package io.github.onet4j.jooq.internal.query;

import static io.github.onet4j.jooq.Tables.ONET_ACTIVE_RELEASE;
import static io.github.onet4j.jooq.Tables.ONET_RATING;
import static io.github.onet4j.jooq.Tables.ONET_RELEASE;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationLevel;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.Scale;
import io.github.onet4j.jooq.StoredRelease;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads ratings. jOOQ writes the SQL, once; the rows are read with plain JDBC, for this is the query that an analysis is made of,
 * and a record for each of its 140 rows would take longer than the database does.
 */
final class RatingsQuery {
    private static final List<Field<?>> RATING = List.of(
            ONET_RATING.ONETSOC_CODE,
            ONET_RATING.ELEMENT_ID,
            ONET_RATING.SCALE_ID,
            ONET_RATING.DATA_VALUE,
            ONET_RATING.N,
            ONET_RATING.STANDARD_ERROR,
            ONET_RATING.LOWER_CI_BOUND,
            ONET_RATING.UPPER_CI_BOUND,
            ONET_RATING.RECOMMEND_SUPPRESS,
            ONET_RATING.NOT_RELEVANT,
            ONET_RATING.DATE_UPDATED,
            ONET_RATING.DOMAIN_SOURCE);

    /** Infinity and not-a-number are no decimals, so they do not go to the database. */
    private static final double HIGHER_THAN_ANY_LEVEL = 1000;

    private final DSLContext dsl;
    private final @Nullable StoredRelease fixed;
    private final Map<Integer, String> sqlByCodes = new ConcurrentHashMap<>();

    RatingsQuery(DSLContext dsl, @Nullable StoredRelease fixed) {
        this.dsl = dsl;
        this.fixed = fixed;
    }

    /** Reads the ratings of occupations in a domain, with the number of the release that they stand in, in one statement. */
    Result read(Connection connection, Domain domain, List<OnetSocCode> codes) throws SQLException {
        String sql = sqlByCodes.computeIfAbsent(codes.size(), this::sql);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 0;
            statement.setString(++parameter, domain.name());
            for (OnetSocCode code : codes) {
                statement.setString(++parameter, code.value());
            }
            try (ResultSet rows = statement.executeQuery()) {
                Result result = new Result();
                RatingReader reader = new RatingReader(rows, 2);
                while (rows.next()) {
                    result.add(rows.getInt(1), reader);
                }
                return result;
            }
        }
    }

    /** Reads the occupations whose level of an element is above 0 and at least a minimum. */
    List<OccupationLevel> needing(
            Connection connection, int releaseId, String elementId, double minimumLevel, Map<String, Occupation> all)
            throws SQLException {
        if (!(minimumLevel < HIGHER_THAN_ANY_LEVEL)) {
            return new ArrayList<>();
        }
        Condition needed = ONET_RATING
                .RELEASE_ID
                .eq(DSL.param("release", Integer.class))
                .and(ONET_RATING.ELEMENT_ID.eq(DSL.param("element", String.class)))
                .and(ONET_RATING.SCALE_ID.eq(DSL.inline(Scale.LEVEL)))
                .and(ONET_RATING.DATA_VALUE.gt(DSL.inline(BigDecimal.ZERO)))
                .and(ONET_RATING.DATA_VALUE.ge(DSL.param("minimum", BigDecimal.class)));
        Select<?> select = dsl.select(RATING).from(ONET_RATING).where(needed);
        try (PreparedStatement statement = connection.prepareStatement(select.getSQL(ParamType.INDEXED))) {
            statement.setInt(1, releaseId);
            statement.setString(2, elementId);
            statement.setBigDecimal(3, BigDecimal.valueOf(Math.max(0, minimumLevel)));
            try (ResultSet rows = statement.executeQuery()) {
                List<OccupationLevel> found = new ArrayList<>();
                RatingReader reader = new RatingReader(rows, 1);
                while (rows.next()) {
                    Occupation occupation = all.get(reader.code());
                    if (occupation != null) {
                        found.add(new OccupationLevel(occupation, reader.rating()));
                    }
                }
                return found;
            }
        }
    }

    /** The release stands on the left of the join, so that its number comes back even if nothing is rated. */
    private String sql(int codes) {
        Table<?> releases = fixed == null ? ONET_ACTIVE_RELEASE : ONET_RELEASE;
        Field<Integer> releaseId = fixed == null ? ONET_ACTIVE_RELEASE.RELEASE_ID : ONET_RELEASE.RELEASE_ID;
        Condition which = fixed == null
                ? ONET_ACTIVE_RELEASE.SLOT.eq(DSL.inline(1))
                : ONET_RELEASE.RELEASE_ID.eq(DSL.inline(fixed.id()));
        Condition asked = codes == 0
                ? DSL.falseCondition()
                : ONET_RATING.ONETSOC_CODE.in(Collections.nCopies(codes, DSL.param("code", String.class)));
        List<Field<?>> columns = new ArrayList<>();
        columns.add(releaseId);
        columns.addAll(RATING);
        return dsl.select(columns)
                .from(releases)
                .leftJoin(ONET_RATING)
                .on(ONET_RATING.RELEASE_ID.eq(releaseId))
                .and(ONET_RATING.DOMAIN.eq(DSL.param("domain", String.class)))
                .and(asked)
                .where(which)
                .getSQL(ParamType.INDEXED);
    }

    /** Ratings by occupation and element, and the release that they stand in. */
    static final class Result {
        private final Map<String, Map<String, Pair>> byCode = new HashMap<>();
        private @Nullable Integer releaseId;

        /** The release's number, or null if there is no such release. */
        @Nullable
        Integer releaseId() {
            return releaseId;
        }

        Profile profile(Occupation occupation, Domain domain, ReferenceData reference) {
            Map<String, Pair> pairs = byCode.getOrDefault(occupation.code().value(), Map.of());
            List<RatedElement> rated = new ArrayList<>(pairs.size());
            for (Element element : reference.elements(domain).values()) {
                Pair pair = pairs.get(element.id());
                if (pair != null) {
                    rated.add(new RatedElement(element, pair.importance, pair.level));
                }
            }
            return Profile.of(
                    reference.release().info(),
                    occupation,
                    domain,
                    rated,
                    reference.elements(domain).values());
        }

        private void add(int release, RatingReader row) throws SQLException {
            releaseId = release == 0 ? null : (Integer) release;
            String code = row.code();
            if (code == null) {
                return;
            }
            String scale = row.scaleId();
            boolean importance = Scale.IMPORTANCE.equals(scale);
            if (importance || Scale.LEVEL.equals(scale)) {
                byCode.computeIfAbsent(code, key -> new HashMap<>())
                        .computeIfAbsent(row.elementId(), id -> new Pair())
                        .set(importance, row.rating());
            }
        }
    }

    private static final class Pair {
        private @Nullable Rating importance;
        private @Nullable Rating level;

        void set(boolean isImportance, Rating rating) {
            if (isImportance) {
                importance = rating;
            } else {
                level = rating;
            }
        }
    }

    /** Reads the columns of {@link #RATING} out of the current row. */
    private static final class RatingReader {
        private final ResultSet row;
        private final int first;

        RatingReader(ResultSet row, int first) {
            this.row = row;
            this.first = first;
        }

        @Nullable
        String code() throws SQLException {
            return row.getString(first);
        }

        String elementId() throws SQLException {
            return row.getString(first + 1);
        }

        @Nullable
        String scaleId() throws SQLException {
            return row.getString(first + 2);
        }

        Rating rating() throws SQLException {
            return new Rating(
                    row.getDouble(first + 3),
                    integer(first + 4),
                    decimal(first + 5),
                    decimal(first + 6),
                    decimal(first + 7),
                    flag(first + 8),
                    flag(first + 9),
                    month(first + 10),
                    row.getString(first + 11));
        }

        private @Nullable Integer integer(int column) throws SQLException {
            int value = row.getInt(column);
            return row.wasNull() ? null : (Integer) value;
        }

        private @Nullable Double decimal(int column) throws SQLException {
            double value = row.getDouble(column);
            return row.wasNull() ? null : (Double) value;
        }

        private @Nullable Boolean flag(int column) throws SQLException {
            String value = row.getString(column);
            return value == null ? null : (Boolean) value.equals("Y");
        }

        private @Nullable YearMonth month(int column) throws SQLException {
            // As text it would take MySQL's driver longer than all other columns together.
            LocalDate date = row.getObject(column, LocalDate.class);
            return date == null ? null : YearMonth.from(date);
        }
    }
}
