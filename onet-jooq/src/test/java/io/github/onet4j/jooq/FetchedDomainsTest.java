package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.FetchOutcome;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.jooq.fetch.Extraction;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.release.ReleaseTable;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.WebServicesStub;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ratings of every domain that the service has are those of the release's files, and are kept. */
final class FetchedDomainsTest extends OnEachEngine {
    private static final OnetSocCode PROGRAMMERS = new OnetSocCode("15-1251.00");

    /** The two layouts, which differ in the domains that they have, and in the tables that hold them. */
    @SuppressWarnings("ImmutableEnumChecker") // a MiniRelease cannot change
    private enum Layout {
        SINGLE_SKILLS(MiniRelease.singleSkillsText()),
        TWO_SKILLS(MiniRelease.text());

        private final MiniRelease whole;

        Layout(MiniRelease whole) {
            this.whole = whole;
        }

        List<Domain> domains() {
            return List.of(Domain.values()).stream()
                    .filter(domain -> !files(domain).isEmpty())
                    .toList();
        }

        /** The release with no ratings but of skills, without which there is none. */
        MiniRelease withSkillsOnly() {
            MiniRelease bare = whole;
            for (Domain domain : domains()) {
                for (String file : domain == Domain.SKILLS ? List.<String>of() : files(domain)) {
                    bare = bare.withoutFile(file);
                }
            }
            return bare;
        }

        private List<String> files(Domain domain) {
            Set<String> files = whole.files();
            return ReleaseTable.of(domain).fileTitles().stream()
                    .flatMap(List::stream)
                    .map(title -> title + ".txt")
                    .filter(files::contains)
                    .distinct()
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void forOneOccupationOnDemand(Layout layout) {
        try (WebServicesStub stub = WebServicesStub.v2(layout.whole, WithWebServices.KEY)) {
            OnetCatalog files = open(layout.whole).catalog();
            OnetCatalog fetching = fetching(layout, stub).catalog();
            for (Domain domain : layout.domains()) {
                OnetSocCode code = files.ratedOccupations(domain).get(0).code();
                Profile profile = fetching.profile(code, domain);

                assertThat(profile.elements())
                        .usingRecursiveComparison()
                        .ignoringFieldsMatchingRegexes(".*origin")
                        .isEqualTo(files.profile(code, domain).elements());
                assertThat(profile.fetchOutcome())
                        .as("%s", domain)
                        .isEqualTo(domain == Domain.SKILLS ? FetchOutcome.NOT_NEEDED : FetchOutcome.FETCHED);
            }
            stub.stop();
            assertThat(layout.domains())
                    .allSatisfy(domain -> assertThat(fetching.profile(
                                            files.ratedOccupations(domain)
                                                    .get(0)
                                                    .code(),
                                            domain)
                                    .fetchOutcome())
                            .isEqualTo(FetchOutcome.NOT_NEEDED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void forAllOccupations(Layout layout) {
        try (WebServicesStub stub = WebServicesStub.v2(layout.whole, WithWebServices.KEY)) {
            OnetCatalog files = open(layout.whole).catalog();
            Onet onet = fetching(layout, stub);

            PipelineRun run = onet.pipeline()
                    .extract(Extraction.EVERYTHING.domains(layout.domains().toArray(Domain[]::new)));

            assertThat(run.rows().firstRefused())
                    .as("the importance without a level")
                    .singleElement()
                    .satisfies(row -> assertThat(row.message()).contains("importance and level"));
            assertThat(layout.domains())
                    .allSatisfy(domain -> assertThat(onet.catalog().ratedOccupations(domain))
                            .isEqualTo(files.ratedOccupations(domain)));
        }
    }

    @Test
    void areNoneWhereTheServiceLacksTheTable() {
        Layout layout = Layout.SINGLE_SKILLS;
        try (WebServicesStub stub = WebServicesStub.v2(layout.whole, WithWebServices.KEY)) {
            OnetCatalog catalog = fetching(layout, stub).catalog();

            Profile areas = catalog.profile(PROGRAMMERS, Domain.INTEREST_AREAS);

            assertThat(areas.coverage()).isEqualTo(Coverage.UNRATED);
            assertThat(areas.fetchOutcome()).isEqualTo(FetchOutcome.NO_RATINGS);
            stub.stop();
            assertThat(catalog.profile(PROGRAMMERS, Domain.INTEREST_AREAS).fetchOutcome())
                    .as("remembered")
                    .isEqualTo(FetchOutcome.NO_RATINGS);
        }
    }

    private Onet fetching(Layout layout, WebServicesStub stub) {
        onetWith(layout.withSkillsOnly());
        return Onet.create(dataSource)
                .webServices(WithWebServices.services(stub))
                .build();
    }
}
