package io.github.onet4j.compare;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.nio.file.Path;
import java.util.List;

/** Two mini releases, of which the later one is edited: 29.3 and 30.1. */
record MiniReleases(Path folder, MiniRelease earlier, MiniRelease later) {
    static final String SKILLS = "Skills.txt";
    private static final int CODE = 0;
    private static final int ELEMENT = 1;
    private static final int SCALE = 3;

    static MiniReleases in(Path folder) {
        return new MiniReleases(
                folder,
                MiniRelease.singleSkillsText(),
                MiniRelease.singleSkillsText().version("30.1", "December 2025"));
    }

    MiniReleases later(MiniRelease edited) {
        return new MiniReleases(folder, earlier, edited);
    }

    MiniReleases earlier(MiniRelease edited) {
        return new MiniReleases(folder, edited, later);
    }

    /** Changes a cell of a skill in the later release. */
    MiniReleases skill(String code, String element, String scale, String column, String value) {
        return later(later.withCell(SKILLS, line(later, code, element, scale), column, value));
    }

    /** Drops a rating of a skill from the later release. */
    MiniReleases withoutSkill(String code, String element, String scale) {
        return later(later.withoutLine(SKILLS, line(later, code, element, scale)));
    }

    /** Drops all skills of an occupation from the later release. */
    MiniReleases withoutSkills(String code) {
        MiniRelease left = later;
        List<List<String>> rows = rows(later);
        for (int line = rows.size(); line > 1; line--) {
            if (rows.get(line - 1).get(CODE).equals(code)) {
                left = left.withoutLine(SKILLS, line);
            }
        }
        return later(left);
    }

    ReleaseComparison compared() {
        return ReleaseComparison.of(catalog(earlier, "earlier.zip"), catalog(later, "later.zip"));
    }

    /** The edits made to the earlier release instead. */
    ReleaseComparison comparedTurnedRound() {
        return ReleaseComparison.of(
                catalog(later.version("29.3", "May 2025"), "was-later.zip"),
                catalog(earlier.version("30.1", "December 2025"), "was-earlier.zip"));
    }

    private OnetCatalog catalog(MiniRelease release, String name) {
        return OnetRelease.open(release.writeZip(folder.resolve(name))).catalog();
    }

    private static int line(MiniRelease release, String code, String element, String scale) {
        List<List<String>> rows = rows(release);
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.get(CODE).equals(code)
                    && row.get(ELEMENT).equals(element)
                    && row.get(SCALE).equals(scale)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no " + scale + " of " + element + " for " + code);
    }

    private static List<List<String>> rows(MiniRelease release) {
        List<List<String>> rows = release.tables().get("Skills");
        if (rows == null) {
            throw new IllegalStateException("no " + SKILLS);
        }
        return rows;
    }
}
