package io.github.onet4j.jooq.internal.web;

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
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.internal.query.DatabaseCatalog;
import io.github.onet4j.jooq.load.StoredRelease;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers from the active release, and fetches what it lacks first. */
public final class OnDemandCatalog implements RecentCatalog {
    private final DatabaseCatalog stored;
    private final ReadThrough readThrough;

    public OnDemandCatalog(DatabaseCatalog stored, ReadThrough readThrough) {
        this.stored = stored;
        this.readThrough = readThrough;
    }

    @Override
    public Occupation requireOccupation(OnetSocCode code) {
        return withOccupations(() -> stored.requireOccupation(code));
    }

    @Override
    public Optional<Occupation> findOccupation(OnetSocCode code) {
        try {
            return Optional.of(requireOccupation(code));
        } catch (OccupationNotFoundException notThere) {
            return Optional.empty();
        }
    }

    @Override
    public List<RelatedOccupation> relatedOccupations(OnetSocCode code) {
        return withOccupations(() -> stored.relatedOccupations(code));
    }

    @Override
    public List<Occupation> ratedAlternatives(OnetSocCode code, Domain domain) {
        return withOccupations(() -> stored.ratedAlternatives(code, domain));
    }

    @Override
    public OnetCatalog asOf(Profile profile) {
        OnetCatalog recent = stored.asOf(profile);
        return recent == stored ? this : recent;
    }

    /** From what is stored: an estimate asks the service for nothing. */
    @Override
    public <T> T derived(Profile profile, Class<T> type, Function<OnetCatalog, T> derivation) {
        return stored.derived(profile, type, derivation);
    }

    @Override
    public List<Profile> profiles(Domain domain, List<OnetSocCode> codes) {
        // By release too: while the service is asked, another release may be activated that lacks the same ratings.
        Map<Lookup, FetchOutcome> answers = new HashMap<>();
        while (true) {
            List<Profile> profiles = withOccupations(() -> stored.profiles(domain, codes));
            List<Profile> unrated = profiles.stream()
                    .filter(profile -> profile.coverage() == Coverage.UNRATED)
                    .toList();
            if (answers.isEmpty() && unrated.isEmpty()) {
                return profiles;
            }
            StoredRelease release = stored.storedRelease();
            Optional<Lookup> next = unrated.stream()
                    .map(profile -> lookup(release, profile))
                    .filter(lookup -> !isSettled(lookup, answers.get(lookup)))
                    .findFirst();
            if (next.isEmpty()) {
                return profiles.stream()
                        .map(profile -> profile.withFetchOutcome(
                                answers.getOrDefault(lookup(release, profile), profile.fetchOutcome())))
                        .toList();
            }
            answers.put(next.get(), readThrough.ask(next.get()).outcome());
        }
    }

    private static Lookup lookup(StoredRelease release, Profile profile) {
        return Lookup.ofRatings(release, profile.occupation().code(), profile.domain());
    }

    /** Tells that the service need not be asked again for ratings that are lacking. */
    private static boolean isSettled(Lookup lookup, @Nullable FetchOutcome answer) {
        if (answer == FetchOutcome.FETCHED || answer == FetchOutcome.NOT_NEEDED) {
            throw notKept(lookup);
        }
        return answer != null;
    }

    /** Answers a question, once each occupation that it lacks has been fetched. */
    private <T> T withOccupations(Supplier<T> question) {
        Set<Lookup> fetched = new HashSet<>();
        while (true) {
            try {
                return question.get();
            } catch (OccupationNotFoundException missing) {
                Lookup lookup = Lookup.ofOccupation(stored.storedRelease(), missing.code());
                if (!fetched.add(lookup)) {
                    throw notKept(lookup);
                }
                fetch(lookup, missing);
            }
        }
    }

    private void fetch(Lookup lookup, OccupationNotFoundException missing) {
        Answer answer = readThrough.ask(lookup);
        if (answer.failure() != null) {
            throw answer.failure();
        }
        if (answer.outcome() != FetchOutcome.FETCHED && answer.outcome() != FetchOutcome.NOT_NEEDED) {
            throw new OccupationNotFoundException(
                    missing.code(), lookup.release().info().version(), stored.occupations(), answer.outcome());
        }
    }

    private static OnetDatabaseException notKept(Lookup lookup) {
        return new OnetDatabaseException(
                lookup + ": fetched, and not there. If the connections of the DataSource come with auto-commit off,"
                        + " it was rolled back with its transaction: let them take part in the host's, or set"
                        + " Onet.create(…).transactionMode(TransactionMode.ALWAYS)",
                null);
    }

    @Override
    public ReleaseInfo release() {
        return stored.release();
    }

    @Override
    public List<Occupation> occupations() {
        return stored.occupations();
    }

    @Override
    public List<TitleMatch> searchOccupations(String title, int limit) {
        return stored.searchOccupations(title, limit);
    }

    @Override
    public List<OccupationLevel> occupationsNeeding(String elementId, double minimumLevel) {
        return stored.occupationsNeeding(elementId, minimumLevel);
    }

    @Override
    public List<Task> tasks(OnetSocCode code) {
        return withOccupations(() -> stored.tasks(code));
    }

    @Override
    public List<Technology> technologies(OnetSocCode code) {
        return withOccupations(() -> stored.technologies(code));
    }

    @Override
    public List<JobZone> jobZones() {
        return stored.jobZones();
    }

    @Override
    public List<OccupationText> texts() {
        return stored.texts();
    }

    @Override
    public List<Occupation> ratedOccupations(Domain domain) {
        return stored.ratedOccupations(domain);
    }

    @Override
    public Set<Domain> domains() {
        return stored.domains();
    }

    @Override
    public List<Element> elements(Domain domain) {
        return stored.elements(domain);
    }

    @Override
    public List<Scale> scales() {
        return stored.scales();
    }
}
