package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.WebServicesStub;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is made of a release is kept as long as the release stays as it is. */
final class PerReleaseTest extends OnEachEngine {
    private static final OnetSocCode DEVELOPERS = new OnetSocCode("15-1252.00");

    private final AtomicInteger timesMade = new AtomicInteger();

    @Test
    void isMadeOnceAndAnewForAnotherRelease() {
        Onet onet = onetWith(MiniRelease.text());
        Supplier<String> version = onet.perRelease(this::version);

        assertThat(version.get()).isEqualTo("31.0").isSameAs(version.get());
        onet.load(open(MiniRelease.singleSkillsText()));
        assertThat(version.get()).isEqualTo("29.3").isSameAs(version.get());
        onet.activate(onet.requireRelease("31.0"));
        assertThat(version.get()).isEqualTo("31.0");

        assertThat(timesMade).hasValue(3);
    }

    @Test
    void isMadeAnewAfterRefresh() {
        Onet onet = onetWith(MiniRelease.text());
        Supplier<String> version = onet.perRelease(this::version);
        assertThat(version.get()).isEqualTo("31.0");

        onet.refresh();

        assertThat(version.get()).isEqualTo("31.0");
        assertThat(timesMade).hasValue(2);
    }

    @Test
    void isMadeAnewOnceRatingsWereFetched() {
        onetWith(MiniRelease.text());
        try (WebServicesStub stub = WebServicesStub.v2(WithWebServices.RICHER, WithWebServices.KEY)) {
            Onet onet = Onet.create(dataSource)
                    .webServices(WithWebServices.services(stub))
                    .build();
            Supplier<Coverage> coverage = onet.perRelease(catalog -> catalog.coverage(DEVELOPERS, Domain.SKILLS));
            assertThat(coverage.get()).as("nothing is fetched for it").isEqualTo(Coverage.UNRATED);

            onet.catalog().profile(DEVELOPERS, Domain.SKILLS);

            assertThat(coverage.get()).isEqualTo(Coverage.PARTIAL);
        }
    }

    @Test
    void isMadeByOneThreadForAll() throws Exception {
        Supplier<String> version = onetWith(MiniRelease.text()).perRelease(this::version);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> versions = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                versions.add(threads.submit(version::get));
            }
            for (Future<String> each : versions) {
                assertThat(each.get()).isEqualTo("31.0");
            }
        } finally {
            threads.shutdown();
        }
        assertThat(timesMade).hasValue(1);
    }

    @Test
    void isNotKeptWhereItFails() {
        Supplier<String> version = onetWith(MiniRelease.text()).perRelease(catalog -> {
            if (timesMade.incrementAndGet() == 1) {
                throw new IllegalStateException("not today");
            }
            return catalog.release().version();
        });

        assertThatThrownBy(version::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not today");
        assertThat(version.get()).isEqualTo("31.0");
    }

    @Test
    void needsAnActiveRelease() {
        Supplier<String> version = onetWithTables().perRelease(this::version);

        assertThatThrownBy(version::get).isInstanceOf(ReleaseNotLoadedException.class);
    }

    private String version(OnetCatalog catalog) {
        timesMade.incrementAndGet();
        return catalog.release().version();
    }
}
