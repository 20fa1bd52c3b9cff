package io.github.onet4j.jooq.internal.query;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationLevel;
import io.github.onet4j.OccupationText;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.Technology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of one revision that have been read so far. Grows up to the size of the release. Thread-safe. */
final class KeptRows {
    static final Comparator<OccupationLevel> HIGHEST_LEVEL_FIRST = Comparator.comparingDouble(
                    (OccupationLevel need) -> -need.level().value())
            .thenComparing(need -> need.occupation().code());

    private final Map<Domain, Map<String, PackedProfile>> profiles = new EnumMap<>(Domain.class);
    private final Map<Domain, List<Occupation>> rated = new ConcurrentHashMap<>();
    private final Map<String, List<RelatedOccupation>> related = new ConcurrentHashMap<>();
    private final Map<String, PackedTasks> tasks = new ConcurrentHashMap<>();
    private final Map<String, List<Technology>> technologies = new ConcurrentHashMap<>();
    private volatile @Nullable List<JobZone> jobZones;
    private volatile @Nullable List<OccupationText> texts;

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

    /** Tasks, by code. */
    Map<String, PackedTasks> tasks() {
        return tasks;
    }

    /** Technologies, by code. */
    Map<String, List<Technology>> technologies() {
        return technologies;
    }

    /** Job zones, by code; null as long as nobody has asked. */
    @Nullable
    List<JobZone> jobZones() {
        return jobZones;
    }

    void keepJobZones(List<JobZone> read) {
        jobZones = read;
    }

    /** Texts, by code; null unless it is of a snapshot. */
    @Nullable
    List<OccupationText> texts() {
        return texts;
    }

    void keepTexts(List<OccupationText> read) {
        texts = read;
    }

    /** Whether it has the profiles of all occupations in a domain. */
    boolean hasAll(ReferenceData data, Domain domain) {
        return profiles(domain).keySet().containsAll(data.occupations().keySet());
    }

    /** Whether it has all that a snapshot needs. */
    boolean hasAll(ReferenceData data) {
        return jobZones != null
                && texts != null
                && Stream.of(related, tasks, technologies)
                        .allMatch(byCode ->
                                byCode.keySet().containsAll(data.occupations().keySet()))
                && Stream.of(Domain.values()).allMatch(domain -> rated.containsKey(domain) && hasAll(data, domain));
    }

    /** Occupations whose level of an element is above 0 and at least a minimum, out of the profiles of all. */
    List<OccupationLevel> needing(ReferenceData data, Element element, double minimumLevel) {
        Map<String, PackedProfile> ofDomain = profiles(element.domain());
        int index = data.elementList(element.domain()).indexOf(element);
        List<OccupationLevel> needs = new ArrayList<>();
        for (Occupation occupation : data.occupations().values()) {
            String code = occupation.code().value();
            Objects.requireNonNull(ofDomain.get(code), code)
                    .level(index)
                    .filter(level -> level.value() > 0 && level.value() >= minimumLevel)
                    .ifPresent(level -> needs.add(new OccupationLevel(occupation, level)));
        }
        needs.sort(HIGHEST_LEVEL_FIRST);
        return needs;
    }

    void addAll(KeptRows others) {
        others.profiles.forEach((domain, ofDomain) -> profiles(domain).putAll(ofDomain));
        rated.putAll(others.rated);
        related.putAll(others.related);
        tasks.putAll(others.tasks);
        technologies.putAll(others.technologies);
        if (others.jobZones != null) {
            jobZones = others.jobZones;
        }
        if (others.texts != null) {
            texts = others.texts;
        }
    }
}
