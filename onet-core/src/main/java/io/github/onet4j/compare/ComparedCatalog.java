package io.github.onet4j.compare;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** One of the two catalogs, whose answers stand by code or id and are of one release. */
final class ComparedCatalog {
    private final OnetCatalog catalog;
    private final ReleaseInfo release;
    private final ReleaseVersion version;

    ComparedCatalog(OnetCatalog catalog) {
        this.catalog = catalog;
        this.release = catalog.release();
        this.version = ReleaseVersion.parse(release.version());
    }

    ReleaseInfo release() {
        return release;
    }

    ReleaseVersion version() {
        return version;
    }

    Optional<Occupation> findOccupation(OnetSocCode code) {
        return catalog.findOccupation(code);
    }

    Occupation requireOccupation(OnetSocCode code) {
        return catalog.requireOccupation(code);
    }

    NavigableMap<OnetSocCode, Occupation> occupations() {
        return byKey(catalog.occupations(), Occupation::code);
    }

    NavigableMap<String, Element> elements(Domain domain) {
        return byKey(catalog.elements(domain), Element::id);
    }

    NavigableMap<OnetSocCode, JobZone> jobZones() {
        return byKey(catalog.jobZones(), zone -> zone.occupation().code());
    }

    /** The related occupations of each occupation, closest first. */
    NavigableMap<OnetSocCode, List<RelatedOccupation>> related() {
        NavigableMap<OnetSocCode, List<RelatedOccupation>> related = new TreeMap<>();
        occupations().keySet().forEach(code -> related.put(code, catalog.relatedOccupations(code)));
        return related;
    }

    boolean has(Domain domain) {
        return catalog.domains().contains(domain);
    }

    /** The profiles of all rated occupations. */
    NavigableMap<OnetSocCode, Profile> profiles(Domain domain) {
        List<OnetSocCode> codes =
                catalog.ratedOccupations(domain).stream().map(Occupation::code).toList();
        return byKey(profiles(domain, codes), profile -> profile.occupation().code());
    }

    /** The profile of an occupation; nothing if the release does not have it. */
    Optional<Profile> findProfile(Domain domain, OnetSocCode code) {
        return catalog.findOccupation(code).isPresent()
                ? Optional.of(profiles(domain, List.of(code)).get(0))
                : Optional.empty();
    }

    SkillGap gap(OnetSocCode from, OnetSocCode to, GapOptions options) {
        SkillGap gap = SkillGapAnalyzer.of(catalog).analyze(from, to, options);
        requireSame(gap.release());
        return gap;
    }

    static String attribution(String earlier, String later) {
        return earlier.equals(later) ? later : earlier + " " + later;
    }

    private List<Profile> profiles(Domain domain, List<OnetSocCode> codes) {
        List<Profile> profiles = catalog.profiles(domain, codes);
        profiles.forEach(profile -> requireSame(profile.release()));
        return profiles;
    }

    private void requireSame(ReleaseInfo answered) {
        if (!answered.equals(release)) {
            throw new IllegalStateException("the comparison was made with O*NET " + release.version()
                    + ", but the catalog now answers from O*NET " + answered.version()
                    + "; compare catalogs of a fixed release, such as Onet.catalog(StoredRelease)");
        }
    }

    private static <K, V> NavigableMap<K, V> byKey(Collection<V> values, Function<V, K> key) {
        NavigableMap<K, V> byKey = new TreeMap<>();
        values.forEach(value -> byKey.put(key.apply(value), value));
        return byKey;
    }
}
