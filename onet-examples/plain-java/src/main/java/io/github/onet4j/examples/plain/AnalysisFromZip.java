package io.github.onet4j.examples.plain;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;

/**
 * Computes a skill gap from a downloaded zip file, or its unpacked folder, without a database; it needs only {@code
 * onet-core}. The whole release is read into memory, so keep the catalog, which is thread-safe.
 *
 * <p>Run it with {@code onet-examples/plain-java/run AnalysisFromZip [RELEASE]}.
 */
public final class AnalysisFromZip {
    private AnalysisFromZip() {}

    /** Takes the path of a release. */
    public static void main(String[] arguments) {
        OnetCatalog catalog = OnetRelease.open(Path.of(arguments[0])).catalog();
        System.out.printf(
                "O*NET %s: %d occupations%n",
                catalog.release().version(), catalog.occupations().size());

        SkillGap gap = SkillGapAnalyzer.of(catalog).analyze("15-1251.00", "15-1211.00");
        System.out.println(gap.from().name() + " to " + gap.to().name());
        for (ElementGap skill : gap.gaps().subList(0, 3)) {
            System.out.println("  " + skill.element().name() + ": " + skill.inWords());
        }
        System.out.println(gap.attribution());
    }
}
