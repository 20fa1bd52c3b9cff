package io.github.onet4j.jooq.internal.query;

import static io.github.onet4j.jooq.Tables.*;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationLevel;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.Scale;
import io.github.onet4j.TitleMatch;
import io.github.onet4j.internal.TitleQuery;
import io.github.onet4j.jooq.ReleaseNotLoadedException;
import io.github.onet4j.jooq.StoredRelease;
import io.github.onet4j.jooq.internal.dialect.Database;
import io.github.onet4j.jooq.internal.dialect.Session;
import io.github.onet4j.jooq.internal.load.Releases;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A catalog that the database answers: of one release, or of the one that is active at the moment of each question. */
public final class DatabaseCatalog implements OnetCatalog {
    private final Database database;
    private final @Nullable StoredRelease fixed;
    private final RatingsQuery ratings;

    /** That of the release seen last; replaced when another becomes active. Releases never change, so it is never stale. */
    private volatile @Nullable ReferenceData reference;

    private DatabaseCatalog(Database database, @Nullable StoredRelease fixed) {
        this.database = database;
        this.fixed = fixed;
        this.ratings = new RatingsQuery(database.dsl(), fixed);
    }

    public static DatabaseCatalog ofActiveRelease(Database database) {
        return new DatabaseCatalog(database, null);
    }

    public static DatabaseCatalog ofRelease(Database database, StoredRelease release) {
        return new DatabaseCatalog(database, release);
    }

    @Override
    public ReleaseInfo release() {
        return current().release().info();
    }

    @Override
    public Optional<Occupation> findOccupation(OnetSocCode code) {
        return Optional.ofNullable(current().occupations().get(code.value()));
    }

    @Override
    public List<Occupation> occupations() {
        return List.copyOf(current().occupations().values());
    }

    @Override
    public Set<Domain> domains() {
        return Collections.unmodifiableSet(current().elements().keySet());
    }

    @Override
    public List<Element> elements(Domain domain) {
        return List.copyOf(current().elements(domain).values());
    }

    @Override
    public List<Scale> scales() {
        return List.copyOf(current().scales());
    }

    @Override
    public List<Profile> profiles(Domain domain, List<OnetSocCode> codes) {
        if (!domain.hasLevels()) {
            throw new IllegalArgumentException(domain + " has no importance and level ratings");
        }
        return database.read("read ratings", session -> {
            while (true) {
                RatingsQuery.Result result = ratings.read(session.connection(), domain, codes);
                ReferenceData data = reference(session, result.releaseId());
                if (data != null) {
                    return codes.stream()
                            .map(code -> result.profile(occupation(data, code), domain, data))
                            .toList();
                }
            }
        });
    }

    @Override
    public List<OccupationLevel> occupationsNeeding(String elementId, double minimumLevel) {
        return answer("look up occupations by level", (session, data) -> {
            List<OccupationLevel> needs = ratings.needing(
                    session.connection(), data.release().id(), elementId, minimumLevel, data.occupations());
            needs.sort(Comparator.comparingDouble(
                            (OccupationLevel need) -> -need.level().value())
                    .thenComparing(need -> need.occupation().code()));
            return needs;
        });
    }

    @Override
    public List<RelatedOccupation> relatedOccupations(OnetSocCode code) {
        return answer("read related occupations", (session, data) -> {
            occupation(data, code);
            return session.dsl()
                    .select(
                            ONET_RELATED_OCCUPATION.RELATED_ONETSOC_CODE,
                            ONET_RELATED_OCCUPATION.RELATEDNESS_TIER,
                            ONET_RELATED_OCCUPATION.RELATED_INDEX)
                    .from(ONET_RELATED_OCCUPATION)
                    .where(ONET_RELATED_OCCUPATION.RELEASE_ID.eq(data.release().id()))
                    .and(ONET_RELATED_OCCUPATION.ONETSOC_CODE.eq(code.value()))
                    .orderBy(ONET_RELATED_OCCUPATION.RELATED_INDEX)
                    .fetch(row -> new RelatedOccupation(
                            occupation(data, new OnetSocCode(row.value1())), row.value2(), row.value3()));
        });
    }

    @Override
    public List<Occupation> ratedOccupations(Domain domain) {
        List<Occupation> rated = answer(
                "read rated occupations",
                (session, data) -> session.dsl()
                        .selectDistinct(ONET_RATING.ONETSOC_CODE)
                        .from(ONET_RATING)
                        .where(ONET_RATING.RELEASE_ID.eq(data.release().id()))
                        .and(ONET_RATING.DOMAIN.eq(domain.name()))
                        .fetch(row -> occupation(data, new OnetSocCode(row.value1()))));
        return rated.stream().sorted(Comparator.comparing(Occupation::code)).toList();
    }

    @Override
    public List<TitleMatch> searchOccupations(String title, int limit) {
        TitleQuery query = TitleQuery.of(title);
        return answer(
                "search titles",
                (session, data) -> query.rank(
                        consumer -> {
                            if (!query.words().isEmpty()) {
                                candidates(session.dsl(), data.release().id(), query)
                                        .forEach(row -> consumer.accept(candidate(data, row)));
                            }
                        },
                        limit));
    }

    private static Select<Record3<String, String, Boolean>> candidates(
            DSLContext dsl, int releaseId, TitleQuery query) {
        return dsl.select(ONET_OCCUPATION.ONETSOC_CODE, ONET_OCCUPATION.TITLE, DSL.inline(true))
                .from(ONET_OCCUPATION)
                .where(ONET_OCCUPATION.RELEASE_ID.eq(releaseId))
                .and(everyWord(ONET_OCCUPATION.TITLE_SEARCH, query))
                .unionAll(DSL.select(ONET_JOB_TITLE.ONETSOC_CODE, ONET_JOB_TITLE.JOB_TITLE, DSL.inline(false))
                        .from(ONET_JOB_TITLE)
                        .where(ONET_JOB_TITLE.RELEASE_ID.eq(releaseId))
                        .and(everyWord(ONET_JOB_TITLE.JOB_TITLE_SEARCH, query)))
                .unionAll(DSL.select(
                                ONET_REPORTED_TITLE.ONETSOC_CODE,
                                ONET_REPORTED_TITLE.REPORTED_JOB_TITLE,
                                DSL.inline(false))
                        .from(ONET_REPORTED_TITLE)
                        .where(ONET_REPORTED_TITLE.RELEASE_ID.eq(releaseId))
                        .and(everyWord(ONET_REPORTED_TITLE.REPORTED_JOB_TITLE_SEARCH, query)));
    }

    /** Narrows down only, and a little too wide; {@link TitleQuery} decides. Words have no character that LIKE takes for more. */
    private static Condition everyWord(Field<String> searched, TitleQuery query) {
        return DSL.and(query.words().stream()
                .map(word -> searched.like("%" + word + "%"))
                .toList());
    }

    private static TitleQuery.Candidate candidate(ReferenceData data, Record3<String, String, Boolean> row) {
        TitleMatch.Kind kind = row.value3() ? TitleMatch.Kind.OCCUPATION_TITLE : TitleMatch.Kind.ALTERNATE_TITLE;
        Occupation occupation = occupation(data, new OnetSocCode(row.value1()));
        return new TitleQuery.Candidate(occupation, row.value2(), kind, TitleQuery.normalize(row.value2()));
    }

    private static Occupation occupation(ReferenceData data, OnetSocCode code) {
        Occupation occupation = data.occupations().get(code.value());
        if (occupation == null) {
            throw new OccupationNotFoundException(
                    code,
                    data.release().info().version(),
                    data.occupations().values().stream()
                            .filter(other -> other.code().minorGroup().equals(code.minorGroup()))
                            .toList());
        }
        return occupation;
    }

    private ReferenceData current() {
        return database.read("find the active release", session -> {
            while (true) {
                ReferenceData data = reference(session, currentReleaseId(session));
                if (data != null) {
                    return data;
                }
            }
        });
    }

    /** Answers out of one whole release: one that was pruned meanwhile may have been read in part, so it is asked again. */
    private <T> T answer(String purpose, Question<T> question) {
        return database.read(purpose, session -> {
            while (true) {
                ReferenceData data = reference(session, currentReleaseId(session));
                if (data != null) {
                    T answer = question.answer(session, data);
                    if (isLoaded(session, data.release().id())) {
                        return answer;
                    }
                }
            }
        });
    }

    private @Nullable Integer currentReleaseId(Session session) {
        if (fixed != null) {
            return isLoaded(session, fixed.id()) ? (Integer) fixed.id() : null;
        }
        return session.dsl()
                .select(ONET_ACTIVE_RELEASE.RELEASE_ID)
                .from(ONET_ACTIVE_RELEASE)
                .where(ONET_ACTIVE_RELEASE.SLOT.eq(1))
                .fetchOne(ONET_ACTIVE_RELEASE.RELEASE_ID);
    }

    private static boolean isLoaded(Session session, int releaseId) {
        return session.dsl().fetchExists(ONET_RELEASE, ONET_RELEASE.RELEASE_ID.eq(releaseId));
    }

    /** Returns what is known about a release, or null if it was pruned since its number was read. */
    private @Nullable ReferenceData reference(Session session, @Nullable Integer releaseId) {
        ReferenceData known = reference;
        if (releaseId != null && known != null && known.release().id() == releaseId) {
            return known;
        }
        List<StoredRelease> loaded = Releases.all(session.dsl());
        if (releaseId == null) {
            throw new ReleaseNotLoadedException(
                    fixed == null ? "no O*NET release is active" : fixed + " is no longer loaded", loaded);
        }
        ReferenceData read = loaded.stream()
                .filter(release -> release.id() == releaseId)
                .findFirst()
                .map(release -> ReferenceData.read(session.dsl(), release))
                .orElse(null);
        if (read == null || !isLoaded(session, releaseId)) {
            return null;
        }
        reference = read;
        return read;
    }

    /** A question about one release. */
    private interface Question<T> {
        T answer(Session session, ReferenceData data) throws SQLException;
    }
}
