package io.github.onet4j.jooq.internal.web;

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
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.internal.query.DatabaseCatalog;
import io.github.onet4j.jooq.load.StoredRelease;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The catalog of the active release that fetches what it lacks, and then answers as if it had been there. */
public final class OnDemandCatalog implements OnetCatalog {
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
    public List<Profile> profiles(Domain domain, List<OnetSocCode> codes) {
        Map<Asked, FetchOutcome> answers = new HashMap<>();
        while (true) {
            List<Profile> profiles = withOccupations(() -> stored.profiles(domain, codes));
            if (answers.isEmpty() && profiles.stream().allMatch(OnDemandCatalog::isRated)) {
                return profiles;
            }
            StoredRelease release = stored.storedRelease();
            Optional<Asked> next = profiles.stream()
                    .filter(profile -> !isRated(profile))
                    .map(profile -> Asked.of(release, profile))
                    .filter(asked -> !isSettled(answers.get(asked), domain, asked.code()))
                    .findFirst();
            if (next.isEmpty()) {
                return profiles.stream()
                        .map(profile -> profile.withFetchOutcome(
                                answers.getOrDefault(Asked.of(release, profile), profile.fetchOutcome())))
                        .toList();
            }
            OnetSocCode code = next.get().code();
            answers.put(next.get(), readThrough.ratings(release, code, domain).fetchOutcome());
        }
    }

    private static boolean isRated(Profile profile) {
        return profile.coverage() != Coverage.UNRATED;
    }

    /** Whether there is no use in asking again for ratings that are not there. */
    private static boolean isSettled(@Nullable FetchOutcome answer, Domain domain, OnetSocCode code) {
        if (answer == FetchOutcome.FETCHED || answer == FetchOutcome.NOT_NEEDED) {
            throw notKept(domain.label() + " of " + code);
        }
        return answer != null;
    }

    /** Answers a question, once each occupation that it misses has been fetched. */
    private <T> T withOccupations(Supplier<T> question) {
        Set<Asked> fetched = new HashSet<>();
        while (true) {
            try {
                return question.get();
            } catch (OccupationNotFoundException missing) {
                StoredRelease release = stored.storedRelease();
                if (!fetched.add(new Asked(release.id(), missing.code()))) {
                    throw notKept("occupation " + missing.code());
                }
                fetch(release, missing);
            }
        }
    }

    private void fetch(StoredRelease release, OccupationNotFoundException missing) {
        ReadThrough.Answer answer = readThrough.occupation(release, missing.code());
        if (answer.failure() != null) {
            throw answer.failure();
        }
        if (!answer.isFound()) {
            throw new OccupationNotFoundException(
                    missing.code(), release.info().version(), stored.occupations(), answer.fetchOutcome());
        }
    }

    private static OnetDatabaseException notKept(String what) {
        return new OnetDatabaseException(
                what
                        + ": fetched, and not there. If the connections of the DataSource come with auto-commit off,"
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

    /** What was asked for, of which release: while a question is answered, another may be activated that has none of it. */
    private record Asked(int releaseId, OnetSocCode code) {
        static Asked of(StoredRelease release, Profile profile) {
            return new Asked(release.id(), profile.occupation().code());
        }
    }
}
