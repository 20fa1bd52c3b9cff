package io.github.onet4j.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.jooq.Onet;
import io.github.onet4j.release.OnetRelease;
import java.util.List;
import org.junit.jupiter.api.Test;

class InHostTransactionTest extends OnEachEngine {
    @Test
    void keepsNothingOfWhatItRollsBackAndAllOfWhatItCommits() {
        String output = run(InHostTransaction.class);

        assertThat(output)
                .containsSubsequence(
                        "committed by onet4j: false",
                        "Not kept: the host has changed its mind",
                        "Rolled back: 0 releases in onet4j's tables, 0 rows in the host's table",
                        "committed by onet4j: false",
                        "Committed: 1 releases in onet4j's tables, 1 rows in the host's table",
                        ATTRIBUTION);
        String releaseId = String.valueOf(onet().releases().get(0).id());
        assertThat(rows("select release_id, version from import_log")).containsExactly(List.of(releaseId, "29.3"));
        assertThat(rows("select release_id from onet_active_release")).containsExactly(List.of(releaseId));
        assertThat(onet().catalog().occupations()).hasSize(28);
    }

    @Test
    void leavesNoRowBehindAfterARollBack() {
        Onet onet = onet();
        onet.schema().createOrUpgrade();
        onet.dsl().execute("create table import_log (release_id integer not null, version varchar(16) not null)");

        InHostTransaction.loadAndRollBack(onet.dsl(), OnetRelease.open(SAMPLE));

        for (String table : List.of("import_log", "onet_release", "onet_occupation", "onet_rating", "onet_job_title")) {
            assertThat(onet.dsl().fetchCount(onet.dsl().selectFrom(table)))
                    .as(table)
                    .isZero();
        }
    }
}
