package io.github.onet4j.examples.jshell;

import io.github.onet4j.ReleaseInfo;
import java.nio.file.Path;

/** The text that JShell opens with: the release, the variables, and three things to type. */
final class Greeting {
    private static final String THREE_THINGS = """
            O*NET %s, %d occupations, %s. Variables: %s

            Three things to type:
              analyzer.analyze("15-1251.00", "15-1211.00").gaps().get(0).inWords()
              catalog.searchOccupations("software developer", 3)
              %s

            To run a script:  /open %s    To leave:  /exit
            """;

    private Greeting() {}

    /**
     * Returns the greeting.
     *
     * @param opened the objects behind the variables
     * @param script a script to suggest
     */
    static String of(Opened opened, Path script) {
        ReleaseInfo release = opened.catalog().release();
        int occupations = opened.catalog().occupations().size();
        return opened.hasDatabase()
                ? THREE_THINGS.formatted(
                        release.version(),
                        occupations,
                        "in an embedded PostgreSQL",
                        "onet, catalog, analyzer, dsl",
                        "dsl.select(ONET_ACTIVE_SKILL.TITLE, ONET_ACTIVE_SKILL.LEVEL)"
                                + ".from(ONET_ACTIVE_SKILL).limit(5).fetch()",
                        script)
                : THREE_THINGS.formatted(
                        release.version(),
                        occupations,
                        "without a database",
                        "catalog, analyzer",
                        "catalog.occupationsNeeding(\"2.B.3.e\", 4)",
                        script);
    }
}
