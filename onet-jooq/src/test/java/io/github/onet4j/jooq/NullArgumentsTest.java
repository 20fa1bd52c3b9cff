package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.jooq.assess.AssessmentOptions;
import io.github.onet4j.jooq.assess.AssessmentRun;
import io.github.onet4j.jooq.fetch.Extraction;
import io.github.onet4j.jooq.fetch.FetchOptions;
import io.github.onet4j.jooq.fetch.ImportReport;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.load.LoadOptions;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.jooq.schema.tables.records.OnetAssessmentRecord;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.NullArguments;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Null where a value is needed. */
final class NullArgumentsTest extends WithWebServices {
    @Test
    void areNamedBeforeAnythingIsAsked() {
        Queue<String> statements = new ConcurrentLinkedQueue<>();
        Onet plain = Onet.create(HostDataSource.noting(dataSource, statements)).build();
        Onet.Builder builder = Onet.create(HostDataSource.noting(dataSource, statements))
                .webServices(services())
                .languageModel(new AssessingModel(), AssessingModel.NAME);
        Onet all = builder.build();
        OnetRelease release = open(MiniRelease.text());
        StoredRelease stored = all.releases().get(0);
        OnetCatalog snapshot = plain.snapshot();
        NullArguments nulls = NullArguments.of(
                        Onet.class,
                        all,
                        all.catalog(),
                        plain.catalog(),
                        snapshot,
                        all.assessments(),
                        all.pipeline(),
                        release,
                        stored,
                        LoadOptions.DEFAULTS,
                        LoadReport.builder(stored, LoadReport.Outcome.LOADED),
                        AssessmentOptions.DEFAULTS,
                        AssessmentRun.builder(),
                        Extraction.EVERYTHING,
                        FetchOptions.DEFAULTS,
                        ImportReport.NOTHING,
                        PipelineRun.builder(PipelineRun.Kind.REFRESH),
                        builder,
                        services(),
                        new OnetAssessmentRecord(),
                        release.catalog().profile(PROGRAMMERS, Domain.SKILLS))
                .and(OnetCatalog.class)
                .leavingOut("io.github.onet4j.jooq.schema.", "jOOQ generates it")
                .leavingOut(
                        "io.github.onet4j.jooq.OnetListener.",
                        "the host implements it; what it does by default is nothing");
        statements.clear();

        NullArguments.Outcome outcome = nulls.check();

        assertThat(outcome.unnamed()).isEmpty();
        assertThat(outcome.needless()).isEmpty();
        assertThat(outcome.checked()).hasSizeGreaterThanOrEqualTo(110);
        assertThat(statements).isEmpty();
        assertThat(stub.requests()).isEmpty();
    }
}
