package io.github.onet4j.jooq.internal.query;

import static io.github.onet4j.jooq.schema.Tables.*;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.FetchOutcome;
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
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.database.Session;
import io.github.onet4j.jooq.internal.database.SqlWork;
import io.github.onet4j.jooq.internal.load.Releases;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import io.github.onet4j.jooq.load.StoredRelease;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A catalog that the database answers: of one release, or of the one that is active at the moment of each question. */
public final class DatabaseCatalog implements OnetCatalog {
    private final Database database;
    private final @Nullable StoredRelease fixed;
    private final FetchOutcome fetchOutcome;
    private final RatingsQuery ratings;

    /** That of the revision seen last; replaced when another is seen. */
    private volatile @Nullable ReferenceData reference;

    private DatabaseCatalog(Database database, @Nullable StoredRelease fixed) {
        this.database = database;
        this.fixed = fixed;
        this.fetchOutcome = fixed == null ? FetchOutcome.NOT_CONFIGURED : FetchOutcome.NOT_OFFERED;
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
        return storedRelease().info();
    }

    /** Returns the release that this catalog answers from, as the database has it. */
    public StoredRelease storedRelease() {
        return current().release();
    }

    @Override
    public Optional<Occupation> findOccupation(OnetSocCode code) {
        return find(current(), code.value());
    }

    @Override
    public Occupation requireOccupation(OnetSocCode code) {
        return occupation(current(), code);
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
        return untilSameRevision("read ratings", session -> {
            RatingsQuery.Result result = ratings.read(session, domain, codes);
            if (result == null) {
                throw notLoaded(session);
            }
            return reference(session, result.revision())
                    .map(data -> codes.stream()
                            .map(code -> profile(result, code, data))
                            .toList());
        });
    }

    /** Returns a profile with the levels of its newest assessment; nothing if the occupation has not been assessed. */
    public Optional<Profile> assessed(Profile official) {
        return untilSameRevision("read an assessment", session -> {
            Optional<ReferenceData> data = reference(session, official.release());
            return data.isEmpty()
                    ? Optional.empty()
                    : Optional.of(AssessedLevelsQuery.read(session, data.get(), official));
        });
    }

    private Profile profile(RatingsQuery.Result result, OnetSocCode code, ReferenceData data) {
        Profile profile = result.profile(occupation(data, code), data);
        return profile.coverage() == Coverage.UNRATED ? profile.withFetchOutcome(fetchOutcome) : profile;
    }

    @Override
    public List<OccupationLevel> occupationsNeeding(String elementId, double minimumLevel) {
        return answer("look up occupations by level", (session, data) -> {
            List<OccupationLevel> needs = ratings.needing(session, data, elementId, minimumLevel);
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
            return session
                    .dsl()
                    .select(
                            ONET_RELATED_OCCUPATION.RELATED_ONETSOC_CODE,
                            ONET_RELATED_OCCUPATION.RELATEDNESS_TIER,
                            ONET_RELATED_OCCUPATION.RELATED_INDEX)
                    .from(ONET_RELATED_OCCUPATION)
                    .where(ONET_RELATED_OCCUPATION.RELEASE_ID.eq(data.release().id()))
                    .and(ONET_RELATED_OCCUPATION.ONETSOC_CODE.eq(code.value()))
                    .orderBy(ONET_RELATED_OCCUPATION.RELATED_INDEX)
                    .fetch()
                    .stream()
                    .flatMap(row -> find(data, row.value1())
                            .map(related -> new RelatedOccupation(related, row.value2(), row.value3()))
                            .stream())
                    .toList();
        });
    }

    @Override
    public List<Occupation> ratedOccupations(Domain domain) {
        return answer(
                "read rated occupations",
                (session, data) -> session
                        .dsl()
                        .selectDistinct(ONET_RATING.ONETSOC_CODE)
                        .from(ONET_RATING)
                        .where(ONET_RATING.RELEASE_ID.eq(data.release().id()))
                        .and(ONET_RATING.DOMAIN.eq(domain.name()))
                        .fetch(ONET_RATING.ONETSOC_CODE)
                        .stream()
                        .flatMap(code -> find(data, code).stream())
                        .sorted(Comparator.comparing(Occupation::code))
                        .toList());
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
                                        .forEach(row -> find(data, row.value1())
                                                .ifPresent(occupation -> consumer.accept(candidate(occupation, row))));
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

    /**
     * Narrows down only, and a little too wide; {@link TitleQuery} decides. Words have no character that LIKE takes for
     * more.
     */
    private static Condition everyWord(Field<String> searched, TitleQuery query) {
        return DSL.and(query.words().stream()
                .map(word -> searched.like("%" + word + "%"))
                .toList());
    }

    private static TitleQuery.Candidate candidate(Occupation occupation, Record3<String, String, Boolean> row) {
        TitleMatch.Kind kind = row.value3() ? TitleMatch.Kind.OCCUPATION_TITLE : TitleMatch.Kind.ALTERNATE_TITLE;
        return new TitleQuery.Candidate(occupation, row.value2(), kind, TitleQuery.normalize(row.value2()));
    }

    /** The occupation that a row names; nothing if the host has deleted it. */
    private static Optional<Occupation> find(ReferenceData data, String code) {
        return Optional.ofNullable(data.occupations().get(code));
    }

    /** The occupation that a caller names. */
    private Occupation occupation(ReferenceData data, OnetSocCode code) {
        return find(data, code.value())
                .orElseThrow(() -> new OccupationNotFoundException(
                        code,
                        data.release().info().version(),
                        data.occupations().values(),
                        fetchOutcome));
    }

    private ReferenceData current() {
        return untilSameRevision("find the active release", session -> reference(session, currentRevision(session)));
    }

    /** Answers from one whole revision. */
    private <T> T answer(String purpose, Question<T> question) {
        return untilSameRevision(purpose, session -> {
            Optional<ReferenceData> data = reference(session, currentRevision(session));
            if (data.isEmpty()) {
                return Optional.empty();
            }
            T answer = question.answer(session, data.get());
            return isUnchanged(session, data.get().revision()) ? Optional.of(answer) : Optional.empty();
        });
    }

    /** Repeats an attempt that returns nothing: it has read a revision that was changed or pruned meanwhile. */
    private <T> T untilSameRevision(String purpose, SqlWork<Session, Optional<T>> attempt) {
        return database.read(purpose, session -> {
            Optional<T> answer = Optional.empty();
            while (answer.isEmpty()) {
                answer = attempt.on(session);
            }
            return answer.get();
        });
    }

    private Revision currentRevision(Session session) {
        SelectJoinStep<Record3<Integer, Integer, Long>> releases = revisions(session);
        Revision current = fixed != null
                ? revision(releases.where(ONET_RELEASE.RELEASE_ID.eq(fixed.id())))
                : revision(releases.join(ONET_ACTIVE_RELEASE)
                        .on(ONET_ACTIVE_RELEASE.RELEASE_ID.eq(ONET_RELEASE.RELEASE_ID))
                        .where(ONET_ACTIVE_RELEASE.SLOT.eq(1)));
        if (current == null) {
            throw notLoaded(session);
        }
        return current;
    }

    private static boolean isUnchanged(Session session, Revision seen) {
        return seen.equals(revision(revisions(session).where(ONET_RELEASE.RELEASE_ID.eq(seen.releaseId()))));
    }

    private static SelectJoinStep<Record3<Integer, Integer, Long>> revisions(Session session) {
        return session.dsl()
                .select(ONET_RELEASE.RELEASE_ID, ONET_RELEASE.REVISION, ONET_RELEASE.REVISION_ID)
                .from(ONET_RELEASE);
    }

    private static @Nullable Revision revision(ResultQuery<Record3<Integer, Integer, Long>> release) {
        return release.fetchOne(row -> new Revision(
                row.value1(),
                Objects.requireNonNullElse(row.value2(), 0),
                Objects.requireNonNullElse(row.value3(), 0L)));
    }

    private ReleaseNotLoadedException notLoaded(Session session) {
        return fixed == null ? Releases.noneActive(session.dsl()) : Releases.notLoaded(session.dsl(), fixed);
    }

    /** Returns the data of a release, active or not; nothing as with a revision. */
    private Optional<ReferenceData> reference(Session session, ReleaseInfo info) {
        ReferenceData known = reference;
        if (known != null && known.release().info().equals(info)) {
            return Optional.of(known);
        }
        List<StoredRelease> loaded = Releases.all(session.dsl());
        StoredRelease release = loaded.stream()
                .filter(other -> other.info().equals(info))
                .min(Comparator.comparing(other -> !other.active()))
                .orElseThrow(() ->
                        new ReleaseNotLoadedException("O*NET " + info.version() + " is no longer loaded", loaded));
        Revision revision = revision(revisions(session).where(ONET_RELEASE.RELEASE_ID.eq(release.id())));
        return revision == null ? Optional.empty() : reference(session, revision);
    }

    /** Returns the data of a revision, or nothing if the release was changed or pruned meanwhile. */
    private Optional<ReferenceData> reference(Session session, Revision revision) {
        ReferenceData known = reference;
        if (known != null && known.revision().equals(revision)) {
            return Optional.of(known);
        }
        Optional<ReferenceData> read = Releases.all(session.dsl()).stream()
                .filter(release -> release.id() == revision.releaseId())
                .findFirst()
                .map(release -> ReferenceData.read(session.dsl(), release, revision))
                .filter(data -> isUnchanged(session, revision));
        read.ifPresent(data -> reference = data);
        return read;
    }

    /** A question about one release. */
    private interface Question<T> {
        T answer(Session session, ReferenceData data) throws SQLException;
    }
}
