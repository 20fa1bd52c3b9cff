package io.github.onet4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.assess.AssessmentTask;
import io.github.onet4j.assess.LanguageModel;
import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.assess.LanguageModelGapDescriber;
import io.github.onet4j.assess.MedianAssessment;
import io.github.onet4j.assess.ModelReply;
import io.github.onet4j.assess.ProficiencyAssessment;
import io.github.onet4j.assess.ProficiencyAssessor;
import io.github.onet4j.compare.ReleaseComparison;
import io.github.onet4j.download.DownloadOptions;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.Person;
import io.github.onet4j.gap.PreparationGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.gap.TechnologyGaps;
import io.github.onet4j.gemini.GeminiLanguageModel;
import io.github.onet4j.match.CareerPathFinder;
import io.github.onet4j.match.CareerPaths;
import io.github.onet4j.match.Closeness;
import io.github.onet4j.match.Estimates;
import io.github.onet4j.match.RatingMatrix;
import io.github.onet4j.person.PersonEstimate;
import io.github.onet4j.person.PersonModel;
import io.github.onet4j.person.PersonProfile;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.release.ReferenceCheck;
import io.github.onet4j.release.ReleaseRow;
import io.github.onet4j.release.ReleaseRows;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.NullArguments;
import io.github.onet4j.testing.WebServicesStub;
import io.github.onet4j.web.OnetWebServices;
import io.github.onet4j.web.WebServicesException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Null where a value is needed, such as that of an environment variable that is not set. */
class NullArgumentsTest {
    private static final String KEY = "0123456789abcdef";
    private static final String HOSTS_OWN = "the host implements it; what it does by default is nothing";

    @TempDir
    private Path folder;

    @Test
    void theExceptionNamesTheParameter() {
        OnetRelease release = OnetRelease.open(MiniRelease.text().writeZip(folder.resolve("mini.zip")));
        OnetCatalog catalog = release.catalog();
        ReleaseComparison comparison = ReleaseComparison.of(
                OnetRelease.open(MiniRelease.singleSkillsText().writeZip(folder.resolve("earlier.zip")))
                        .catalog(),
                catalog);
        SkillGapAnalyzer analyzer = SkillGapAnalyzer.of(catalog);
        PersonEstimate person = PersonModel.of(catalog, Domain.SKILLS)
                .estimate(PersonProfile.UNKNOWN.withOccupation(new OnetSocCode("15-1251.00")));
        AssessmentTask task = AssessmentTask.of(catalog, "15-1251", Domain.SKILLS);
        String reply = SpoiltInputTest.assessment(task);
        LanguageModel model = prompt -> new ModelReply(reply, "model", null, null);
        ProficiencyAssessor assessor = ProficiencyAssessor.of(model);
        ProficiencyAssessment assessment = assessor.assess(task);
        CareerPaths paths =
                CareerPathFinder.of(catalog).paths(new OnetSocCode("15-1251.00"), new OnetSocCode("15-1211.00"));
        try (WebServicesStub stub = WebServicesStub.v2(MiniRelease.text(), KEY)) {
            OnetWebServices.Builder services = OnetWebServices.v2(KEY).baseAddress(stub.address());
            NullArguments.Outcome outcome = NullArguments.of(
                            OnetCatalog.class,
                            release,
                            release.info(),
                            release.files(),
                            row(release),
                            new ReferenceCheck(table -> null, id -> null),
                            catalog,
                            catalog.scales(),
                            RatingKey.LEVEL,
                            RatingMatrix.of(catalog, Domain.SKILLS),
                            RatingMatrix.of(catalog, Domain.SKILLS).readiness(),
                            Closeness.of(catalog),
                            Closeness.of(catalog).closest(new OnetSocCode("15-1252.00"), 1),
                            Closeness.of(catalog)
                                    .closest(new OnetSocCode("15-1252.00"), 1)
                                    .closest()
                                    .get(0),
                            PersonModel.of(catalog, Domain.SKILLS),
                            PersonProfile.UNKNOWN,
                            person,
                            person.readiness(new OnetSocCode("11-1011.00")),
                            Estimates.of(catalog, Domain.SKILLS),
                            Estimates.of(catalog, Domain.SKILLS).estimate(new OnetSocCode("15-1252.00")),
                            CareerPathFinder.of(catalog),
                            paths,
                            paths.direct(),
                            paths.direct().steps().get(0),
                            paths.direct().steps().get(0).elements().get(0),
                            PreparationGap.of(catalog, new OnetSocCode("11-1011.00"), new OnetSocCode("11-1011.00")),
                            TechnologyGaps.of(catalog),
                            TechnologyGaps.of(catalog)
                                    .gap(new OnetSocCode("11-1011.00"), new OnetSocCode("15-1252.00"))
                                    .orElseThrow(),
                            comparison,
                            comparison.ratings(Domain.SKILLS),
                            comparison.seams().get(0),
                            catalog.tasks(new OnetSocCode("53-3033.00")).get(0),
                            catalog.technologies(new OnetSocCode("15-1252.00")).get(0),
                            catalog.profile(OnetSocCode.parse("15-1251"), Domain.SKILLS),
                            analyzer,
                            analyzer.describe("15-1251.00", "15-1211.00"),
                            analyzer.analyze(new Person("A.", Map.of()), "15-1211.00", GapOptions.DEFAULTS),
                            new Person("A.", Map.of()),
                            GapOptions.DEFAULTS,
                            DownloadOptions.DEFAULTS,
                            task,
                            assessor,
                            assessment,
                            MedianAssessment.of(List.of(assessment)),
                            LanguageModelGapDescriber.of(model),
                            GeminiLanguageModel.create(KEY),
                            GeminiLanguageModel.create(KEY).build(),
                            LanguageModelException.of(LanguageModelException.Reason.REFUSED, "refused"),
                            services,
                            services.build(),
                            services.build().catalog(),
                            WebServicesException.unusable("unusable"))
                    .leavingOut("io.github.onet4j.gap.AnalysisListener.", HOSTS_OWN)
                    .leavingOut("io.github.onet4j.gap.AssessedLevels.", HOSTS_OWN)
                    .check();

            assertThat(outcome.unnamed()).isEmpty();
            assertThat(outcome.needless()).isEmpty();
            assertThat(outcome.checked()).hasSizeGreaterThanOrEqualTo(190);
            assertThat(stub.requests()).isEmpty();
        }
    }

    private static ReleaseRow row(OnetRelease release) {
        try (ReleaseRows rows = release.rows(ReleaseTable.OCCUPATION_DATA)) {
            return rows.next();
        }
    }
}
