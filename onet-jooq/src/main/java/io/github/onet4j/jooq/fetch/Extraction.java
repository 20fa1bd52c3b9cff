package io.github.onet4j.jooq.fetch;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.OnetPipeline;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Selects what {@link OnetPipeline#extract} fetches. Immutable; start from {@link #EVERYTHING}. */
public final class Extraction {
    /** All occupations and their ratings in all domains with levels. */
    public static final Extraction EVERYTHING = new Extraction(Set.of(), Set.of(), progress -> {});

    private final Set<Domain> domains;
    private final Set<OnetSocCode> codes;
    private final Consumer<ExtractionProgress> progress;

    private Extraction(Set<Domain> domains, Set<OnetSocCode> codes, Consumer<ExtractionProgress> progress) {
        this.domains = Collections.unmodifiableSet(new TreeSet<>(domains));
        this.codes = Collections.unmodifiableSet(new TreeSet<>(codes));
        this.progress = progress;
    }

    /**
     * Returns the domains whose ratings to fetch.
     *
     * @return the domains, in their order; empty for all {@linkplain Domain#hasLevels() with levels} that the service
     *     has
     */
    public Set<Domain> domains() {
        return domains;
    }

    /**
     * Returns the occupations to fetch, and whose ratings to fetch.
     *
     * @return the codes, in their order; empty for all
     */
    public Set<OnetSocCode> codes() {
        return codes;
    }

    /**
     * Returns the callback for progress.
     *
     * @return the callback
     */
    public Consumer<ExtractionProgress> progress() {
        return progress;
    }

    /**
     * Returns this extraction with other domains.
     *
     * @param domains the domains whose ratings to fetch, {@link Domain#WORK_STYLES} among them; default is all
     *     {@linkplain Domain#hasLevels() with levels} that the service has
     * @return a new extraction
     */
    public Extraction domains(Domain... domains) {
        Objects.requireNonNull(domains, "domains");
        return new Extraction(Set.of(domains), codes, progress);
    }

    /**
     * Returns this extraction with other codes.
     *
     * @param codes the occupations to fetch, by one question for each table and code; default is all, read as whole
     *     tables at 2,000 rows a request
     * @return a new extraction
     */
    public Extraction codes(Collection<OnetSocCode> codes) {
        Objects.requireNonNull(codes, "codes");
        return new Extraction(domains, Set.copyOf(codes), progress);
    }

    /**
     * Returns this extraction with a callback for progress.
     *
     * @param progress called on the calling thread for each page, and for each question that an earlier run answered;
     *     default does nothing. An exception that it throws ends the extraction; stored pages stay
     * @return a new extraction
     */
    public Extraction progress(Consumer<ExtractionProgress> progress) {
        Objects.requireNonNull(progress, "progress");
        return new Extraction(domains, codes, progress);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Extraction extraction && values().equals(extraction.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    /** Returns domains and codes, for a log. */
    @Override
    public String toString() {
        return "ratings of " + (domains.isEmpty() ? "all domains" : domains) + " for "
                + (codes.isEmpty() ? "all occupations" : codes);
    }

    private List<Object> values() {
        return List.of(domains, codes, progress);
    }
}
