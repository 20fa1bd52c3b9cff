package io.github.onet4j.jooq.internal.query;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.RelatedOccupation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The rows of one revision that have been read so far. Grows up to the size of the release. Thread-safe. */
final class KeptRows {
    private final Map<Domain, Map<String, PackedProfile>> profiles = new EnumMap<>(Domain.class);
    private final Map<Domain, List<Occupation>> rated = new ConcurrentHashMap<>();
    private final Map<String, List<RelatedOccupation>> related = new ConcurrentHashMap<>();

    KeptRows() {
        for (Domain domain : Domain.values()) {
            profiles.put(domain, new ConcurrentHashMap<>());
        }
    }

    /** Profiles in a domain, by code; that of an unrated occupation is empty. */
    Map<String, PackedProfile> profiles(Domain domain) {
        return Objects.requireNonNull(profiles.get(domain), domain.name());
    }

    /** Rated occupations, by domain. */
    Map<Domain, List<Occupation>> rated() {
        return rated;
    }

    /** Related occupations, by code. */
    Map<String, List<RelatedOccupation>> related() {
        return related;
    }

    void addAll(KeptRows others) {
        others.profiles.forEach((domain, ofDomain) -> profiles(domain).putAll(ofDomain));
        rated.putAll(others.rated);
        related.putAll(others.related);
    }
}
