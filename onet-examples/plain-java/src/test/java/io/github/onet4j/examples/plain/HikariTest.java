package io.github.onet4j.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HikariTest extends OnEachEngine {
    @Test
    void loadsTheFastWayOfTheEngineAndPrintsAGap() {
        String output = run(program());

        assertThat(output.lines().findFirst().orElseThrow())
                .matches("LOADED: [1-9][0-9]+ rows by " + (isMySql() ? "LOAD_DATA_LOCAL" : "COPY"));
        assertThat(output)
                .contains("Computer Programmers to Computer Systems Analysts", "  Troubleshooting: from below 2 ")
                .contains(ATTRIBUTION);
        assertThat(onet().releases()).singleElement().matches(release -> release.active());
    }

    @Test
    void findsTheReleaseLoadedWhenItIsStartedAgain() {
        run(program());

        assertThat(run(program()))
                .startsWith("ALREADY_LOADED: 0 rows by nothing")
                .contains("Troubleshooting");
        assertThat(onet().releases()).hasSize(1);
    }

    private Class<?> program() {
        return isMySql() ? HikariWithMySql.class : HikariWithPostgresql.class;
    }
}
