package io.github.onet4j.jooq.internal.web;

import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_FETCH;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.internal.web.TableClient;
import io.github.onet4j.jooq.fetch.Extraction;
import io.github.onet4j.jooq.fetch.ExtractionProgress;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.web.WebServicesException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jooq.Condition;

/** Asks for occupations first, then for their ratings domain by domain, unless this version has answered before. */
final class ExtractionPlan implements Plan {
    private final Extraction extraction;
    private final IntSupplier pagesLanded;

    ExtractionPlan(Extraction extraction, IntSupplier pagesLanded) {
        this.extraction = extraction;
        this.pagesLanded = pagesLanded;
    }

    @Override
    public List<Subject> subjects(TableClient services) {
        List<Subject> subjects = new ArrayList<>();
        for (ReleaseTable table : tables(services)) {
            if (extraction.codes().isEmpty()) {
                subjects.add(new Subject(table, null));
            }
            for (OnetSocCode code : extraction.codes()) {
                subjects.add(new Subject(table, code));
            }
        }
        return subjects;
    }

    private List<ReleaseTable> tables(TableClient services) {
        Stream<Domain> domains = extraction.domains().isEmpty()
                ? Stream.of(Domain.values()).filter(domain -> domain.hasLevels() && has(services, domain))
                : extraction.domains().stream();
        return Stream.concat(Stream.of(ReleaseTable.OCCUPATION_DATA), domains.map(ReleaseTable::of))
                .toList();
    }

    private static boolean has(TableClient services, Domain domain) {
        try {
            services.queries(ReleaseTable.of(domain));
            return true;
        } catch (WebServicesException e) {
            if (e.reason() == WebServicesException.Reason.TABLE_NOT_AVAILABLE) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Condition answers(String version) {
        return ONET_WEB_FETCH.SERVICE_VERSION.eq(version);
    }

    @Override
    public void advanced(Subject subject, int done, int total) {
        extraction
                .progress()
                .accept(new ExtractionProgress(done, total, pagesLanded.getAsInt(), subject.table(), subject.code()));
    }
}
