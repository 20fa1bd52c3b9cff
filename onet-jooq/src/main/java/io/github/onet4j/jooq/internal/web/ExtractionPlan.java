package io.github.onet4j.jooq.internal.web;

import static io.github.onet4j.jooq.schema.Tables.ONET_WEB_FETCH;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.fetch.Extraction;
import io.github.onet4j.jooq.fetch.ExtractionProgress;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.web.OnetWebServices;
import io.github.onet4j.web.RowQuery;
import io.github.onet4j.web.WebServicesException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** Occupations first, then their ratings domain by domain; each question that was not answered whole yet. */
final class ExtractionPlan implements Plan {
    private final Extraction extraction;
    private final int releaseId;
    private final IntSupplier pagesLanded;

    ExtractionPlan(Extraction extraction, int releaseId, IntSupplier pagesLanded) {
        this.extraction = extraction;
        this.releaseId = releaseId;
        this.pagesLanded = pagesLanded;
    }

    @Override
    public List<Question> questions(OnetWebServices services) {
        List<Question> questions = new ArrayList<>();
        for (ReleaseTable table : tables(services)) {
            for (RowQuery query : services.queries(table)) {
                if (extraction.codes().isEmpty()) {
                    questions.add(Question.of(table, query, null));
                }
                for (OnetSocCode code : extraction.codes()) {
                    questions.add(Question.of(table, query, code));
                }
            }
        }
        return questions;
    }

    private List<ReleaseTable> tables(OnetWebServices services) {
        Stream<Domain> domains = extraction.domains().isEmpty()
                ? Stream.of(Domain.values()).filter(domain -> domain.hasLevels() && has(services, domain))
                : extraction.domains().stream();
        return Stream.concat(Stream.of(ReleaseTable.OCCUPATION_DATA), domains.map(ReleaseTable::of))
                .toList();
    }

    private static boolean has(OnetWebServices services, Domain domain) {
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
    public boolean isAnswered(DSLContext dsl, Question question, String version) {
        return Fetches.newest(
                        dsl,
                        releaseId,
                        question.query().tableId(),
                        question.code(),
                        version,
                        ONET_WEB_FETCH.COMPLETED_AT_UTC.isNotNull())
                .isPresent();
    }

    @Override
    public void advanced(Question question, Progress progress) {
        extraction
                .progress()
                .accept(new ExtractionProgress(
                        progress.done(), progress.total(), pagesLanded.getAsInt(), question.table(), question.code()));
    }
}
