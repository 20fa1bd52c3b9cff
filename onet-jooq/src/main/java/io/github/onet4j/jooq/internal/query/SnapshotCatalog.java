package io.github.onet4j.jooq.internal.query;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationLevel;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A catalog that answers from memory, out of one revision. */
final class SnapshotCatalog implements OnetCatalog {
    private final ReferenceData data;
    private final KeptRows rows;
    private final TitleSearch titles;

    SnapshotCatalog(ReferenceData data, KeptRows rows, TitleSearch titles) {
        this.data = data;
        this.rows = rows;
        this.titles = titles;
    }

    Revision revision() {
        return data.revision();
    }

    <T> T derived(Domain domain, Class<T> type, Function<OnetCatalog, T> derivation) {
        return data.derived(domain, type, () -> derivation.apply(this));
    }

    @Override
    public ReleaseInfo release() {
        return data.release().info();
    }

    @Override
    public Optional<Occupation> findOccupation(OnetSocCode code) {
        Objects.requireNonNull(code, "code");
        return Optional.ofNullable(data.occupations().get(code.value()));
    }

    @Override
    public List<Occupation> occupations() {
        return List.copyOf(data.occupations().values());
    }

    @Override
    public List<TitleMatch> searchOccupations(String title, int limit) {
        Objects.requireNonNull(title, "title");
        return titles.search(title, limit);
    }

    @Override
    public List<Profile> profiles(Domain domain, List<OnetSocCode> codes) {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(codes, "codes");
        List<Profile> profiles = new ArrayList<>(codes.size());
        for (OnetSocCode code : codes) {
            profiles.add(packed(domain, code).unpacked(data, requireOccupation(code), domain));
        }
        return profiles;
    }

    private PackedProfile packed(Domain domain, OnetSocCode code) {
        requireOccupation(code);
        return Objects.requireNonNull(rows.profiles(domain).get(code.value()), code.value());
    }

    @Override
    public List<OccupationLevel> occupationsNeeding(String elementId, double minimumLevel) {
        Objects.requireNonNull(elementId, "elementId");
        return rows.needing(data, data.requireElement(elementId), minimumLevel);
    }

    @Override
    public List<RelatedOccupation> relatedOccupations(OnetSocCode code) {
        Objects.requireNonNull(code, "code");
        requireOccupation(code);
        return Objects.requireNonNull(rows.related().get(code.value()), code.value());
    }

    @Override
    public List<Task> tasks(OnetSocCode code) {
        Objects.requireNonNull(code, "code");
        requireOccupation(code);
        return Objects.requireNonNull(rows.tasks().get(code.value()), code.value())
                .unpacked();
    }

    @Override
    public List<Technology> technologies(OnetSocCode code) {
        Objects.requireNonNull(code, "code");
        requireOccupation(code);
        return Objects.requireNonNull(rows.technologies().get(code.value()), code.value());
    }

    @Override
    public List<JobZone> jobZones() {
        return Objects.requireNonNull(rows.jobZones(), "job zones");
    }

    @Override
    public List<OccupationText> texts() {
        return Objects.requireNonNull(rows.texts(), "texts");
    }

    @Override
    public List<Occupation> ratedOccupations(Domain domain) {
        Objects.requireNonNull(domain, "domain");
        return rows.rated().getOrDefault(domain, List.of());
    }

    @Override
    public Set<Domain> domains() {
        return Collections.unmodifiableSet(data.elements().keySet());
    }

    @Override
    public List<Element> elements(Domain domain) {
        Objects.requireNonNull(domain, "domain");
        return data.elementList(domain);
    }

    @Override
    public List<Scale> scales() {
        return List.copyOf(data.scales());
    }

    /** Where titles are searched: in an index, or in another catalog if reading the index would not pay. */
    interface TitleSearch {
        List<TitleMatch> search(String title, int limit);
    }
}
