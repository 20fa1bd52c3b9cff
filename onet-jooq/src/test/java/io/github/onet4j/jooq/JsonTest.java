package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.assess.AssessedSkill;
import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.assess.Proficiency;
import io.github.onet4j.jooq.assess.AssessmentRun;
import io.github.onet4j.jooq.assess.StoredAssessment;
import io.github.onet4j.jooq.fetch.ImportReport;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.jooq.load.LoadPath;
import io.github.onet4j.jooq.load.LoadReport;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.jooq.schema.tables.records.OnetAssessmentRecord;
import io.github.onet4j.release.Layout;
import io.github.onet4j.release.ReleaseFile;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.testing.PlainJackson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a host publishes that returns a report or a stored row from a controller. */
class JsonTest {
    private static final OnetSocCode PROGRAMMERS = new OnetSocCode("15-1251.00");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final StoredRelease RELEASE = new StoredRelease(
            7, new ReleaseInfo("29.3", YearMonth.of(2025, 5), "ab12"), Layout.TEXT, "db_29_3_text.zip", NOON, true);
    private static final String RELEASE_JSON = """
            {"id": 7, "info": {"version": "29.3", "date": "2025-05", "sha256": "ab12", "attribution": "%s"},
             "layout": "TEXT", "sourceName": "db_29_3_text.zip", "loadedAt": "2026-03-01T12:00:00Z", "active": true}
            """.formatted(RELEASE.info().attribution());

    @Test
    void aLoadIsWrittenWithItsCounts() {
        LoadReport report = LoadReport.builder(RELEASE, LoadReport.Outcome.LOADED)
                .files(List.of(new LoadReport.FileLoad("Skills.txt", ReleaseTable.SKILLS, 12, 11, 1)))
                .path(LoadPath.COPY)
                .skippedFiles(List.of(new ReleaseFile("Read Me.txt", 99, ReleaseFile.Status.KNOWN, null, List.of())))
                .elapsed(Duration.ofMillis(1500))
                .build();

        assertThat(PlainJackson.deviations(report, """
                        {"release": %s, "outcome": "LOADED",
                         "files": [{"name": "Skills.txt", "table": "SKILLS", "read": 12, "stored": 11, "keptAside": 1}],
                         "path": "COPY",
                         "skippedFiles": [{"name": "Read Me.txt", "size": 99, "status": "KNOWN", "table": null,
                                           "unreadColumns": []}],
                         "elapsed": "PT1.5S", "committed": true, "rowsStored": 11, "rowsKeptAside": 1}
                        """.formatted(RELEASE_JSON))).isEmpty();
    }

    @Test
    void aLoadOfNothingHasNoPath() {
        LoadReport report =
                LoadReport.builder(RELEASE, LoadReport.Outcome.ALREADY_LOADED).build();

        assertThat(PlainJackson.deviations(report, """
                        {"release": %s, "outcome": "ALREADY_LOADED", "files": [], "path": null, "skippedFiles": [],
                         "elapsed": "PT0S", "committed": true, "rowsStored": 0, "rowsKeptAside": 0}
                        """.formatted(RELEASE_JSON))).isEmpty();
    }

    @Test
    void aPipelineRunIsWrittenWithTheMessageOfItsFailure() {
        PipelineRun run = PipelineRun.builder(PipelineRun.Kind.REFRESH)
                .startedAt(NOON)
                .elapsed(Duration.ofSeconds(3))
                .pagesLanded(2)
                .rows(new ImportReport(1, 5, 4, 3, 0, List.of()))
                .failure(LanguageModelException.of(LanguageModelException.Reason.UNREACHABLE, "no answer"))
                .build();

        assertThat(PlainJackson.deviations(run, """
                        {"kind": "REFRESH", "startedAt": "2026-03-01T12:00:00Z", "elapsed": "PT3S", "pagesLanded": 2,
                         "rows": {"fetches": 1, "added": 5, "changed": 4, "unchanged": 3, "refused": 0,
                                  "firstRefused": []},
                         "failure": "no answer"}
                        """)).isEmpty();
    }

    @Test
    void anAssessmentIsWrittenWithItsLevels() {
        OnetAssessmentRecord row = new OnetAssessmentRecord();
        row.setAssessmentId(3);
        row.setOnetsocCode(PROGRAMMERS.value());
        row.setDomain(Domain.SKILLS.name());
        row.setModel("a-model");
        row.setAssessedAtUtc(LocalDateTime.of(2026, 3, 1, 12, 0));
        Element science = new Element("2.A.1.f", "Science", null, Domain.SKILLS, List.of());
        AssessedSkill skill = new AssessedSkill(science, Proficiency.NOVICE, 2.5, "Because.");

        assertThat(PlainJackson.deviations(StoredAssessment.of(row, "29.3", List.of(skill)), """
                        {"id": 3, "releaseVersion": "29.3", "occupation": "15-1251.00", "domain": "SKILLS",
                         "from": null, "model": "a-model", "assessedAt": "2026-03-01T12:00:00Z",
                         "levels": [{"element": {"id": "2.A.1.f", "name": "Science", "description": null,
                                                 "domain": "SKILLS", "levelAnchors": []},
                                     "proficiency": "NOVICE", "level": 2.5, "explanation": "Because.",
                                     "category": "Novice"}]}
                        """))
                .isEmpty();
    }

    @Test
    void anAssessmentRunIsWrittenWithItsFailuresByCode() {
        LanguageModelException failure =
                LanguageModelException.of(LanguageModelException.Reason.UNREACHABLE, "no answer");
        AssessmentRun run = AssessmentRun.builder()
                .assessed(List.of(PROGRAMMERS))
                .failures(Map.of(new OnetSocCode("11-1011.00"), failure))
                .left(List.of(new OnetSocCode("15-1252.00")))
                .calls(2)
                .tokens(900)
                .elapsed(Duration.ofSeconds(3))
                .endedBy(failure)
                .build();

        assertThat(PlainJackson.deviations(run, """
                        {"assessed": ["15-1251.00"], "found": [], "failures": {"11-1011.00": "no answer"},
                         "left": ["15-1252.00"], "calls": 2, "tokens": 900, "elapsed": "PT3S",
                         "endedBy": "no answer"}
                        """)).isEmpty();
    }
}
