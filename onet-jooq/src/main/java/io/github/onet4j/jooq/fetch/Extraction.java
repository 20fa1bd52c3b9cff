package io.github.onet4j.jooq.fetch;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.OnetPipeline;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What {@link OnetPipeline#extract} is to fetch. Immutable; start from {@link #EVERYTHING}.
 *
 * @param domains whose ratings to fetch; empty for those {@linkplain Domain#hasLevels() with levels} that the service has
 * @param codes whose occupations and ratings to fetch, by one question a table and code; empty for all, for which whole tables
 *     are read, 2,000 rows a request
 * @param progress called for each page that has landed, and for each question whose answer was there already, on the calling
 *     thread; default does nothing. What it throws ends the extraction and comes out of it; what has landed stays
 */
public record Extraction(Set<Domain> domains, Set<OnetSocCode> codes, Consumer<ExtractionProgress> progress) {
    /** All occupations and their ratings in all domains with levels. */
    public static final Extraction EVERYTHING = new Extraction(Set.of(), Set.of(), progress -> {});

    /** Copies the sets and orders them. */
    public Extraction {
        domains = Collections.unmodifiableSet(new TreeSet<>(domains));
        codes = Collections.unmodifiableSet(new TreeSet<>(codes));
    }

    /**
     * Returns this extraction with other domains.
     *
     * @param domains whose ratings to fetch; {@link Domain#WORK_STYLES} is possible
     * @return a new extraction
     */
    public Extraction domains(Domain... domains) {
        return new Extraction(Set.of(domains), codes, progress);
    }

    /**
     * Returns this extraction with other codes.
     *
     * @param codes whose occupations and ratings to fetch; empty for all
     * @return a new extraction
     */
    public Extraction codes(Collection<OnetSocCode> codes) {
        return new Extraction(domains, Set.copyOf(codes), progress);
    }

    /**
     * Returns this extraction with a listener.
     *
     * @param progress called for each page and each question whose answer was there already
     * @return a new extraction
     */
    public Extraction progress(Consumer<ExtractionProgress> progress) {
        return new Extraction(domains, codes, progress);
    }
}
