package io.github.onet4j.jooq.internal.query;

import static io.github.onet4j.jooq.schema.Tables.ONET_ACTIVE_RELEASE;
import static io.github.onet4j.jooq.schema.Tables.ONET_CATEGORY_RATING;
import static io.github.onet4j.jooq.schema.Tables.ONET_OCCUPATION;
import static io.github.onet4j.jooq.schema.Tables.ONET_RATING;
import static io.github.onet4j.jooq.schema.Tables.ONET_RELEASE;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationLevel;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Origin;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import io.github.onet4j.Scale;
import io.github.onet4j.internal.ElementRatings;
import io.github.onet4j.jooq.internal.database.Session;
import io.github.onet4j.jooq.internal.load.RatingTable;
import io.github.onet4j.jooq.load.StoredRelease;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads ratings. jOOQ writes the SQL, once; the rows are read with plain JDBC, for this is the query that an analysis
 * is made of, and a record for each of its 140 rows would take longer than the database does.
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
            ONET_RATING.DOMAIN_SOURCE,
            ONET_RATING.WEB_FETCH_ID);

    /** Infinity and not-a-number are no decimals, so they do not go to the database. */
    private static final double HIGHER_THAN_ANY_LEVEL = 1000;

    private static final int ALL = -1;

    /** Behind {@link #RATING}, where the table has it. */
    private static final int CATEGORY = RATING.size();

    private final DSLContext dsl;
    private final @Nullable StoredRelease fixed;
    private final FetchOrigins fetchOrigins = new FetchOrigins();
    private final Map<Question, String> sqlByQuestion = new ConcurrentHashMap<>();

    RatingsQuery(DSLContext dsl, @Nullable StoredRelease fixed) {
        this.dsl = dsl;
        this.fixed = fixed;
    }

    /**
     * Reads the ratings of occupations in a domain, with the revision of the release that they stand in, in one
     * statement; null if there is no such release. The first time that a fetch is met, its origin is looked up and the
     * ratings are read again.
     */
    @Nullable
    Result read(Session session, Domain domain, List<OnetSocCode> codes) throws SQLException {
        return read(session, domain, codes.size(), codes);
    }

    /** Reads the ratings of all occupations in a domain, in the same way. */
    @Nullable
    Result readAll(Session session, Domain domain) throws SQLException {
        return read(session, domain, ALL, List.of());
    }

    private @Nullable Result read(Session session, Domain domain, int asked, List<OnetSocCode> codes)
            throws SQLException {
        while (true) {
            Set<Integer> unknownFetches = new HashSet<>();
            Result result = read(session, domain, asked, codes, unknownFetches);
            if (result == null || unknownFetches.isEmpty()) {
                return result;
            }
            fetchOrigins.lookUp(session, unknownFetches);
        }
    }

    private @Nullable Result read(
            Session session, Domain domain, int asked, List<OnetSocCode> codes, Set<Integer> unknownFetches)
            throws SQLException {
        RatingTable table = RatingTable.of(domain);
        String sql = sqlByQuestion.computeIfAbsent(new Question(table, asked), this::sql);
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            int parameter = 0;
            statement.setString(++parameter, domain.name());
            for (OnetSocCode code : codes) {
                statement.setString(++parameter, code.value());
            }
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return null;
                }
                // A null is read as 0.
                Revision revision = new Revision(rows.getInt(1), rows.getInt(2), rows.getLong(3));
                Result result = new Result(domain, revision, new Origin(Origin.Kind.RELEASE, rows.getString(4)));
                RatingReader reader = new RatingReader(rows, 5, table.hasCategories(), result.origin(), unknownFetches);
                do {
                    result.add(reader);
                } while (rows.next());
                return result;
            }
        }
    }

    /** Reads the occupations whose level of an element is above 0 and at least a minimum, highest first. */
    List<OccupationLevel> needing(Session session, ReferenceData reference, Element element, double minimumLevel)
            throws SQLException {
        if (!(minimumLevel < HIGHER_THAN_ANY_LEVEL)) {
            return new ArrayList<>();
        }
        Origin origin =
                new Origin(Origin.Kind.RELEASE, reference.release().info().version());
        while (true) {
            Set<Integer> unknownFetches = new HashSet<>();
            List<OccupationLevel> needs = needing(session, reference, element, minimumLevel, origin, unknownFetches);
            if (unknownFetches.isEmpty()) {
                return needs;
            }
            fetchOrigins.lookUp(session, unknownFetches);
        }
    }

    /**
     * The primary key serves, if slowly: to keep an index by element up would take a third of a load's time. The
     * occupations are joined so that MySQL finds the level of each by the whole key.
     */
    private List<OccupationLevel> needing(
            Session session,
            ReferenceData reference,
            Element element,
            double minimumLevel,
            Origin origin,
            Set<Integer> unknownFetches)
            throws SQLException {
        Select<?> select = dsl.select(RATING)
                .from(ONET_OCCUPATION)
                .join(ONET_RATING)
                .on(ONET_RATING.RELEASE_ID.eq(ONET_OCCUPATION.RELEASE_ID))
                .and(ONET_RATING.ONETSOC_CODE.eq(ONET_OCCUPATION.ONETSOC_CODE))
                .and(ONET_RATING.DOMAIN.eq(DSL.param("domain", String.class)))
                .and(ONET_RATING.ELEMENT_ID.eq(DSL.param("element", String.class)))
                .and(ONET_RATING.SCALE_ID.eq(DSL.inline(Scale.LEVEL)))
                .where(ONET_OCCUPATION.RELEASE_ID.eq(DSL.param("release", Integer.class)))
                .and(ONET_RATING.DATA_VALUE.gt(DSL.inline(BigDecimal.ZERO)))
                .and(ONET_RATING.DATA_VALUE.ge(DSL.param("minimum", BigDecimal.class)));
        try (PreparedStatement statement = session.connection().prepareStatement(select.getSQL(ParamType.INDEXED))) {
            statement.setString(1, element.domain().name());
            statement.setString(2, element.id());
            statement.setInt(3, reference.release().id());
            statement.setBigDecimal(4, BigDecimal.valueOf(Math.max(0, minimumLevel)));
            try (ResultSet rows = statement.executeQuery()) {
                List<OccupationLevel> found = new ArrayList<>();
                RatingReader reader = new RatingReader(rows, 1, false, origin, unknownFetches);
                while (rows.next()) {
                    Occupation occupation = reference.occupations().get(reader.code());
                    if (occupation != null) {
                        found.add(new OccupationLevel(occupation, reader.rating()));
                    }
                }
                found.sort(KeptRows.HIGHEST_LEVEL_FIRST);
                return found;
            }
        }
    }

    /** The release stands on the left of the join, so that its revision comes back even if nothing is rated. */
    private String sql(Question question) {
        RatingTable rating = question.table();
        Condition which = fixed == null
                ? ONET_ACTIVE_RELEASE.SLOT.eq(DSL.inline(1))
                : ONET_RELEASE.RELEASE_ID.eq(DSL.inline(fixed.id()));
        Condition asked = switch (question.codes()) {
            case ALL -> DSL.noCondition();
            case 0 -> DSL.falseCondition();
            default ->
                rating.field(ONET_RATING.ONETSOC_CODE)
                        .in(Collections.nCopies(question.codes(), DSL.param("code", String.class)));
        };
        List<Field<?>> columns = new ArrayList<>();
        columns.add(ONET_RELEASE.RELEASE_ID);
        columns.add(ONET_RELEASE.REVISION);
        columns.add(ONET_RELEASE.REVISION_ID);
        columns.add(ONET_RELEASE.VERSION);
        RATING.forEach(field -> columns.add(rating.field(field)));
        if (rating.hasCategories()) {
            columns.add(ONET_CATEGORY_RATING.CATEGORY);
        }
        SelectJoinStep<?> releases = dsl.select(columns).from(ONET_RELEASE);
        if (fixed == null) {
            releases =
                    releases.join(ONET_ACTIVE_RELEASE).on(ONET_ACTIVE_RELEASE.RELEASE_ID.eq(ONET_RELEASE.RELEASE_ID));
        }
        return releases.leftJoin(rating.table())
                .on(rating.field(ONET_RATING.RELEASE_ID).eq(ONET_RELEASE.RELEASE_ID))
                .and(rating.field(ONET_RATING.DOMAIN).eq(DSL.param("domain", String.class)))
                .and(asked)
                .where(which)
                .getSQL(ParamType.INDEXED);
    }

    /** A table of ratings, and of how many occupations they are asked. */
    private record Question(RatingTable table, int codes) {}

    /** Ratings by occupation and element, and the release that they stand in. */
    static final class Result {
        private final Map<String, Map<String, ElementRatings>> byCode = new HashMap<>();
        private final Domain domain;
        private final Revision revision;
        private final Origin origin;

        private Result(Domain domain, Revision revision, Origin origin) {
            this.domain = domain;
            this.revision = revision;
            this.origin = origin;
        }

        Revision revision() {
            return revision;
        }

        private Origin origin() {
            return origin;
        }

        boolean hasRatings(Occupation occupation) {
            return byCode.containsKey(occupation.code().value());
        }

        Profile profile(Occupation occupation, ReferenceData reference) {
            Map<String, ElementRatings> ratings =
                    byCode.getOrDefault(occupation.code().value(), Map.of());
            List<RatedElement> rated = new ArrayList<>(ratings.size());
            for (Element element : reference.elements(domain).values()) {
                ElementRatings ofElement = ratings.get(element.id());
                if (ofElement != null) {
                    rated.add(ofElement.of(element));
                }
            }
            return Profile.of(
                    reference.release().info(),
                    occupation,
                    domain,
                    rated,
                    reference.elements(domain).values());
        }

        private void add(RatingReader row) throws SQLException {
            String code = row.code();
            if (code == null) {
                return;
            }
            byCode.computeIfAbsent(code, key -> new HashMap<>())
                    .computeIfAbsent(row.elementId(), id -> new ElementRatings())
                    .add(row.key(), row.rating());
        }
    }

    /** Reads the columns of {@link #RATING} out of the current row. */
    private final class RatingReader {
        private final ResultSet row;
        private final int first;
        private final boolean hasCategory;
        private final Origin ofRelease;
        private final Set<Integer> unknownFetches;

        RatingReader(ResultSet row, int first, boolean hasCategory, Origin ofRelease, Set<Integer> unknownFetches) {
            this.row = row;
            this.first = first;
            this.hasCategory = hasCategory;
            this.ofRelease = ofRelease;
            this.unknownFetches = unknownFetches;
        }

        @Nullable
        String code() throws SQLException {
            return row.getString(first);
        }

        String elementId() throws SQLException {
            return row.getString(first + 1);
        }

        RatingKey key() throws SQLException {
            String scaleId = row.getString(first + 2);
            int category = hasCategory ? row.getInt(first + CATEGORY) : 0;
            return category == 0 ? RatingKey.of(scaleId) : new RatingKey(scaleId, category);
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
                    row.getString(first + 11),
                    origin(first + 12));
        }

        /** Null where the fetch is unknown, which is then noted. */
        private @Nullable Origin origin(int column) throws SQLException {
            int fetchId = row.getInt(column);
            if (row.wasNull()) {
                return ofRelease;
            }
            Origin origin = fetchOrigins.find(fetchId);
            if (origin == null) {
                unknownFetches.add(fetchId);
            }
            return origin;
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
