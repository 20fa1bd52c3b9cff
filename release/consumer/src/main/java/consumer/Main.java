package consumer;

import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.jooq.OnetSchema;
import io.github.onet4j.jooq.database.DatabaseEngine;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;
import java.util.Locale;

/** Compares two occupations of the release in the folder that it is given. */
class Main {
    public static void main(String[] arguments) {
        OnetRelease release = OnetRelease.open(Path.of(arguments[0]));
        SkillGap gap = SkillGapAnalyzer.of(release.catalog()).analyze("15-1251", "15-1211");
        ElementGap first = gap.gaps().get(0);
        System.out.printf(
                Locale.ROOT,
                "%s to %s, readiness %.3f, first %s%n",
                gap.from().name(),
                gap.to().name(),
                gap.readiness().orElseThrow(),
                first.element().name());
        // jOOQ is there and can be used.
        System.out.println(
                OnetSchema.ddl(DatabaseEngine.MYSQL)
                                .lines()
                                .filter(line -> line.startsWith("create table"))
                                .count() + " tables");
        System.out.println("version " + OnetRelease.class.getPackage().getImplementationVersion());
    }
}
