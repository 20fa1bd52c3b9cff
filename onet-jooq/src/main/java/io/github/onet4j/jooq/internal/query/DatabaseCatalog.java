package io.github.onet4j.jooq.internal.query;

import static io.github.onet4j.jooq.schema.Tables.*;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationLevel;
import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OccupationText;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.Scale;
import io.github.onet4j.Task;
import io.github.onet4j.Technology;
import io.github.onet4j.TitleMatch;
import io.github.onet4j.internal.RecentCatalog;
import io.github.onet4j.internal.search.TitleIndex;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.database.Session;
import io.github.onet4j.jooq.internal.database.SqlWork;
import io.github.onet4j.jooq.load.StoredRelease;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A catalog that the database answers: of one release, or of the one that is active at the moment of each question. */
public final class DatabaseCatalog implements RecentCatalog {
    /** The number of lists of related occupations that are read one by one. */
    private static final int FEW = 20;

    private final Database database;
    private final FetchOutcome fetchOutcome;
    private final KeptRevisions kept;
    private final Revisions revisions;
    private final RatingsQuery ratings;
    private final ReentrantLock indexing = new ReentrantLock();

    private DatabaseCatalog(Database database, @Nullable StoredRelease fixed, KeptRevisions kept) {
        this.database = database;
        this.kept = kept;
        this.revisions = new Revisions(database.dsl(), fixed, kept);
        this.fetchOutcome = fixed == null ? FetchOutcome.NOT_CONFIGURED : FetchOutcome.NOT_OFFERED;
        this.ratings = new RatingsQuery(database.dsl(), fixed);
    }

    public static DatabaseCatalog ofActiveRelease(Database database, KeptRevisions kept) {
        return new DatabaseCatalog(database, null, kept);
    }

    public static DatabaseCatalog ofRelease(Database database, StoredRelease release, KeptRevisions kept) {
        return new DatabaseCatalog(database, release, kept);
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
        Objects.requireNonNull(code, "code");
        return find(current(), code.value());
    }

    @Override
    public Occupation requireOccupation(OnetSocCode code) {
        Objects.requireNonNull(code, "code");
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
        Objects.requireNonNull(domain, "domain");
        return List.copyOf(current().elements(domain).values());
    }

    @Override
    public List<Scale> scales() {
        return List.copyOf(current().scales());
    }

    @Override
    public List<Profile> profiles(Domain domain, List<OnetSocCode> codes) {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(codes, "codes");
        return untilSameRevision("read ratings", session -> {
            // Where nothing can be answered from memory, the ratings tell the revision, and a look at it is saved.
            if (kept.find(data -> isKept(data, domain, codes)).isPresent()) {
                Optional<List<Profile>> profiles = revisions
                        .known(revisions.current(session))
                        .filter(data -> isKept(data, domain, codes))
                        .map(data -> keptProfiles(data, domain, codes));
                if (profiles.isPresent()) {
                    return profiles;
                }
            }
            return readProfiles(session, domain, codes);
        });
    }

    private boolean isKept(ReferenceData data, Domain domain, List<OnetSocCode> codes) {
        if (!kept.keepsProfiles()) {
            return false;
        }
        Map<String, PackedProfile> profiles = data.kept().profiles(domain);
        for (OnetSocCode code : codes) {
            if (!profiles.containsKey(code.value()) && data.occupations().containsKey(code.value())) {
                return false;
            }
        }
        return true;
    }

    private List<Profile> keptProfiles(ReferenceData data, Domain domain, List<OnetSocCode> codes) {
        List<Profile> profiles = new ArrayList<>(codes.size());
        for (OnetSocCode code : codes) {
            Occupation occupation = occupation(data, code);
            PackedProfile packed =
                    Objects.requireNonNull(data.kept().profiles(domain).get(code.value()), code.value());
            profiles.add(withOutcome(packed.unpacked(data, occupation, domain)));
        }
        return profiles;
    }

    private Optional<List<Profile>> readProfiles(Session session, Domain domain, List<OnetSocCode> codes)
            throws SQLException {
        int generation = kept.generation();
        RatingsQuery.Result result = ratings.read(session, domain, codes);
        if (result == null) {
            throw revisions.notLoaded(session);
        }
        return revisions.data(session, result.revision()).map(data -> {
            boolean keeps = kept.keepsProfiles() && kept.generation() == generation;
            return codes.stream()
                    .map(code -> readProfile(result, code, data, keeps))
                    .toList();
        });
    }

    private Profile readProfile(RatingsQuery.Result result, OnetSocCode code, ReferenceData data, boolean keeps) {
        Profile profile = result.profile(occupation(data, code), data);
        if (keeps) {
            data.kept()
                    .profiles(profile.domain())
                    .put(code.value(), PackedProfile.of(profile, data.elementList(profile.domain())));
        }
        return withOutcome(profile);
    }

    private Profile withOutcome(Profile profile) {
        return profile.coverage() == Coverage.UNRATED ? profile.withFetchOutcome(fetchOutcome) : profile;
    }

    /** Returns a profile with the levels of its newest assessment; nothing if the occupation has not been assessed. */
    public Optional<Profile> assessed(Profile official) {
        return untilSameRevision("read an assessment", session -> {
            Optional<ReferenceData> data = revisions.data(session, official.release());
            return data.isEmpty()
                    ? Optional.empty()
                    : Optional.of(AssessedLevelsQuery.read(session, data.get(), official));
        });
    }

    @Override
    public List<OccupationLevel> occupationsNeeding(String elementId, double minimumLevel) {
        Objects.requireNonNull(elementId, "elementId");
        return ofCurrent("look up occupations by level", (session, data) -> {
            Element element = data.requireElement(elementId);
            if (kept.keepsProfiles()) {
                return allProfiles(session, data, element.domain())
                        .map(rows -> rows.needing(data, element, minimumLevel));
            }
            List<OccupationLevel> needs = ratings.needing(session, data, element, minimumLevel);
            return revisions.isUnchanged(session, data.revision()) ? Optional.of(needs) : Optional.empty();
        });
    }

    /** All profiles in a domain, kept; nothing if the revision was changed or pruned meanwhile. */
    private Optional<KeptRows> allProfiles(Session session, ReferenceData data, Domain domain) throws SQLException {
        KeptRows rows = data.kept();
        return rows.hasAll(data, domain) || addAllProfiles(rows, session, data, domain)
                ? Optional.of(rows)
                : Optional.empty();
    }

    private boolean addAllProfiles(KeptRows rows, Session session, ReferenceData data, Domain domain)
            throws SQLException {
        RatingsQuery.Result result = ratings.readAll(session, domain);
        if (result == null || !result.revision().equals(data.revision())) {
            return false;
        }
        CatalogRows.addProfiles(rows, result, data, domain);
        return true;
    }

    @Override
    public List<RelatedOccupation> relatedOccupations(OnetSocCode code) {
        Objects.requireNonNull(code, "code");
        return ofCurrent("read related occupations", (session, data) -> related(session, data, code));
    }

    @Override
    public List<Task> tasks(OnetSocCode code) {
        Objects.requireNonNull(code, "code");
        return ofCurrent("read tasks", (session, data) -> {
                    occupation(data, code);
                    return kept(
                            session,
                            data,
                            data.kept().tasks(),
                            code.value(),
                            () -> PackedTasks.of(CatalogRows.tasks(session, data, code.value())
                                    .getOrDefault(code.value(), List.of())));
                })
                .unpacked();
    }

    @Override
    public List<Technology> technologies(OnetSocCode code) {
        Objects.requireNonNull(code, "code");
        return ofCurrent("read technologies", (session, data) -> {
            occupation(data, code);
            return kept(
                    session,
                    data,
                    data.kept().technologies(),
                    code.value(),
                    () -> CatalogRows.technologies(session, data, ONET_SOFTWARE_SKILL.ONETSOC_CODE.eq(code.value()))
                            .getOrDefault(code.value(), List.of()));
        });
    }

    @Override
    public List<JobZone> jobZones() {
        return ofCurrent(
                "read job zones",
                (session, data) -> kept(
                        session,
                        data,
                        data.kept()::jobZones,
                        () -> CatalogRows.jobZones(session, data),
                        data.kept()::keepJobZones));
    }

    @Override
    public List<OccupationText> texts() {
        return ofCurrent("read texts", (session, data) -> {
            List<OccupationText> texts = CatalogRows.texts(session, data);
            return revisions.isUnchanged(session, data.revision()) ? Optional.of(texts) : Optional.empty();
        });
    }

    @Override
    public List<Occupation> ratedOccupations(Domain domain) {
        Objects.requireNonNull(domain, "domain");
        return ofCurrent("read rated occupations", (session, data) -> rated(session, data, domain));
    }

    @Override
    public List<Occupation> ratedAlternatives(OnetSocCode code, Domain domain) {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(domain, "domain");
        return ofCurrent("look for rated alternatives", (session, data) -> {
            Optional<List<RelatedOccupation>> related = related(session, data, code);
            Optional<List<Occupation>> rated = related.isEmpty() ? Optional.empty() : rated(session, data, domain);
            return rated.map(all -> {
                KeptRows rows = new KeptRows();
                rows.related().put(code.value(), related.orElseThrow());
                rows.rated().put(domain, all);
                return new SnapshotCatalog(data, rows, this::searchOccupations).ratedAlternatives(code, domain);
            });
        });
    }

    @Override
    public OnetCatalog asOf(Profile profile) {
        String code = profile.occupation().code().value();
        return revisions
                .last(profile.release())
                .filter(data -> data.kept().related().containsKey(code)
                        && data.kept().rated().containsKey(profile.domain()))
                .<OnetCatalog>map(data -> new SnapshotCatalog(data, data.kept(), this::searchOccupations))
                .orElse(this);
    }

    @Override
    public <T> T derived(Profile profile, Class<T> type, Function<OnetCatalog, T> derivation) {
        T known = revisions
                .last(profile.release())
                .map(data -> data.derived(profile.domain(), type))
                .orElse(null);
        if (known != null) {
            return known;
        }
        StoredRelease release = untilSameRevision(
                        "find a release", session -> revisions.data(session, profile.release()))
                .release();
        return ofRelease(database, release, kept).snapshot().derived(profile.domain(), type, derivation);
    }

    private Optional<List<RelatedOccupation>> related(Session session, ReferenceData data, OnetSocCode code)
            throws SQLException {
        occupation(data, code);
        return data.kept().related().size() < FEW
                ? kept(
                        session,
                        data,
                        data.kept().related(),
                        code.value(),
                        () -> CatalogRows.related(session, data, ONET_RELATED_OCCUPATION.ONETSOC_CODE.eq(code.value()))
                                .getOrDefault(code.value(), List.of()))
                : relatedOfAll(session, data).map(related -> Objects.requireNonNull(related.get(code.value())));
    }

    /** Who has asked for several lists will ask for all, as a comparison of releases does: that is one statement. */
    private Optional<Map<String, List<RelatedOccupation>>> relatedOfAll(Session session, ReferenceData data)
            throws SQLException {
        Map<String, List<RelatedOccupation>> memory = data.kept().related();
        return kept(
                session,
                data,
                () -> memory.keySet().containsAll(data.occupations().keySet()) ? memory : null,
                () -> {
                    KeptRows rows = new KeptRows();
                    CatalogRows.addRelated(rows, session, data);
                    return rows.related();
                },
                memory::putAll);
    }

    private Optional<List<Occupation>> rated(Session session, ReferenceData data, Domain domain) throws SQLException {
        return kept(session, data, data.kept().rated(), domain, () -> CatalogRows.rated(session, data, domain));
    }

    /** Answers from memory, or reads and keeps; nothing if the revision was changed or pruned meanwhile. */
    private <K, V> Optional<V> kept(Session session, ReferenceData data, Map<K, V> memory, K key, Supplier<V> read)
            throws SQLException {
        return kept(session, data, () -> memory.get(key), read, value -> memory.put(key, value));
    }

    private <V> Optional<V> kept(
            Session session, ReferenceData data, Supplier<@Nullable V> memory, Supplier<V> read, Consumer<V> keep)
            throws SQLException {
        V known = kept.keepsProfiles() ? memory.get() : null;
        if (known != null) {
            return Optional.of(known);
        }
        V value = read.get();
        if (!revisions.isUnchanged(session, data.revision())) {
            return Optional.empty();
        }
        if (kept.keepsProfiles()) {
            keep.accept(value);
        }
        return Optional.of(value);
    }

    /** Reads all that analyses need, to answer without the database. */
    public SnapshotCatalog snapshot() {
        return ofCurrent("read a whole release", (session, data) -> {
            Optional<KeptRows> rows = allRows(session, data);
            if (kept.keepsProfiles()) {
                rows.ifPresent(data.kept()::addAll);
            }
            Optional<TitleIndex> titles = rows.isEmpty() ? Optional.empty() : titles(session, data);
            return titles.map(index -> new SnapshotCatalog(data, rows.orElseThrow(), index::search));
        });
    }

    /** Tells whether this catalog would answer from a revision now. */
    boolean isAt(Revision revision) {
        return database.read(
                "look for the revision", session -> revisions.current(session).equals(revision));
    }

    boolean isInHostTransaction() {
        return database.isInHostTransaction();
    }

    private Optional<KeptRows> allRows(Session session, ReferenceData data) throws SQLException {
        KeptRows rows = new KeptRows();
        if (data.kept().hasAll(data)) {
            rows.addAll(data.kept());
            return Optional.of(rows);
        }
        for (Domain domain : Domain.values()) {
            if (!addAllProfiles(rows, session, data, domain)) {
                return Optional.empty();
            }
        }
        CatalogRows.addRelated(rows, session, data);
        CatalogRows.addTasksAndTechnologies(rows, session, data);
        rows.keepJobZones(CatalogRows.jobZones(session, data));
        rows.keepTexts(CatalogRows.texts(session, data));
        return revisions.isUnchanged(session, data.revision()) ? Optional.of(rows) : Optional.empty();
    }

    @Override
    public List<TitleMatch> searchOccupations(String title, int limit) {
        Objects.requireNonNull(title, "title");
        return ofCurrent(
                "search titles", (session, data) -> titles(session, data).map(index -> index.search(title, limit)));
    }

    /** The index of the titles; nothing if the release was pruned meanwhile. */
    private Optional<TitleIndex> titles(Session session, ReferenceData data) throws SQLException {
        TitleIndex known = kept.titles(data);
        return known != null ? Optional.of(known) : indexTitles(session, data);
    }

    private Optional<TitleIndex> indexTitles(Session session, ReferenceData data) throws SQLException {
        // Of the threads that search at once after a start, one reads and the others wait for it.
        indexing.lock();
        try {
            TitleIndex known = kept.titles(data);
            if (known != null) {
                return Optional.of(known);
            }
            TitleIndex read = CatalogRows.titles(session, data);
            if (!revisions.isUnchanged(session, data.revision())) {
                return Optional.empty();
            }
            data.keepTitles(read);
            return Optional.of(read);
        } finally {
            indexing.unlock();
        }
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
        return ofCurrent("find the active release", (session, data) -> Optional.of(data));
    }

    /** Answers from the current revision; the answer is nothing if the revision was changed or pruned meanwhile. */
    private <T> T ofCurrent(String purpose, Question<Optional<T>> question) {
        return untilSameRevision(purpose, session -> {
            Optional<ReferenceData> data = revisions.data(session, revisions.current(session));
            return data.isEmpty() ? Optional.empty() : question.answer(session, data.get());
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

    /** A question about one release. */
    private interface Question<T> {
        T answer(Session session, ReferenceData data) throws SQLException;
    }
}
