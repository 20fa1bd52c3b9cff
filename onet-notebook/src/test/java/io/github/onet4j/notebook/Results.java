package io.github.onet4j.notebook;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.compare.GapDrift;
import io.github.onet4j.compare.ReleaseComparison;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.Person;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.gap.UnratedPolicy;
import io.github.onet4j.match.CareerPathFinder;
import io.github.onet4j.match.CareerPaths;
import io.github.onet4j.match.CloseOccupation;
import io.github.onet4j.match.Closeness;
import io.github.onet4j.match.ClosestOccupations;
import io.github.onet4j.match.RankedTarget;
import io.github.onet4j.match.RatingMatrix;
import io.github.onet4j.match.TargetOrder;
import io.github.onet4j.person.PersonEstimate;
import io.github.onet4j.person.PersonModel;
import io.github.onet4j.person.PersonProfile;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Results of small releases, one of each kind and the special cases. */
record Results(OnetCatalog catalog, ReleaseComparison comparison) {
    static final OnetSocCode PROGRAMMERS = new OnetSocCode("15-1251.00");
    static final OnetSocCode ANALYSTS = new OnetSocCode("15-1211.00");
    static final OnetSocCode DEVELOPERS = new OnetSocCode("15-1252.00");

    /** A name that is markup, and one as long as O*NET's longest titles. */
    static final String HOSTILE = "<script>alert(\"1\")</script> & 'sons'";

    private static final String SKILLS = "Essential Skills.txt";

    private static final String LONG = "Extruding, Forming, Pressing, and Compacting Machine Setters, Operators, and"
            + " Tenders of Everything Else Known";

    static Results in(Path folder) {
        OnetCatalog catalog = OnetRelease.open(MiniRelease.text().writeZip(folder.resolve("later.zip")))
                .catalog();
        int level = line(PROGRAMMERS.value(), "LV");
        MiniRelease earlier = MiniRelease.text()
                .version("29.3", "May 2025")
                .withCell(SKILLS, level, "Data Value", "0.50")
                .withCell(SKILLS, level, "Date", "07/2020")
                .withoutLine(SKILLS, line("11-1011.00", "LV"));
        OnetCatalog before = OnetRelease.open(earlier.writeZip(folder.resolve("earlier.zip")))
                .catalog();
        return new Results(catalog, ReleaseComparison.of(before, catalog));
    }

    /** Returns the line of an occupation's first rating on a scale. */
    private static int line(String code, String scale) {
        List<List<String>> rows =
                Objects.requireNonNull(MiniRelease.text().tables().get("Essential Skills"));
        return 1
                + IntStream.range(0, rows.size())
                        .filter(i ->
                                rows.get(i).get(0).equals(code) && rows.get(i).contains(scale))
                        .findFirst()
                        .orElseThrow();
    }

    SkillGap gap() {
        return analyzer().analyze(PROGRAMMERS, ANALYSTS, GapOptions.DEFAULTS);
    }

    SkillGap nothingToGain() {
        return analyzer().analyze(ANALYSTS, ANALYSTS, GapOptions.DEFAULTS);
    }

    SkillGap estimated() {
        return analyzer().analyze(PROGRAMMERS, DEVELOPERS, GapOptions.DEFAULTS.unrated(UnratedPolicy.ESTIMATE));
    }

    SkillGap ofPerson() {
        return analyzer().analyze(new Person(HOSTILE, Map.of("2.B.3.e", 2.5)), ANALYSTS.value(), GapOptions.DEFAULTS);
    }

    private SkillGapAnalyzer analyzer() {
        return SkillGapAnalyzer.of(catalog);
    }

    RatingMatrix matrix() {
        return RatingMatrix.of(catalog, Domain.SKILLS);
    }

    List<RankedTarget> targets() {
        return matrix().targets(PROGRAMMERS, TargetOrder.READINESS, 100);
    }

    ClosestOccupations closest() {
        return Closeness.of(catalog).closest(PROGRAMMERS, 20);
    }

    CareerPaths paths() {
        return CareerPathFinder.of(catalog).paths(PROGRAMMERS, ANALYSTS);
    }

    PersonEstimate person() {
        return PersonModel.of(catalog, Domain.SKILLS).estimate(PersonProfile.UNKNOWN.withOccupation(PROGRAMMERS));
    }

    GapDrift drift() {
        return comparison.drift(PROGRAMMERS, ANALYSTS, GapOptions.DEFAULTS);
    }

    /** Close occupations with names that are hard to show. */
    ClosestOccupations hardToShow() {
        ClosestOccupations closest = closest();
        ReleaseInfo release = closest.release();
        return new ClosestOccupations(
                release,
                new Occupation(PROGRAMMERS, HOSTILE, ""),
                closest.closest().stream()
                        .map(close -> new CloseOccupation(
                                new Occupation(close.occupation().code(), LONG, ""),
                                close.score(),
                                close.probability(),
                                close.titles(),
                                close.work(),
                                close.knowledge(),
                                close.interests(),
                                close.expected()))
                        .toList(),
                closest.missing());
    }

    /** All of them by name. */
    Map<String, Display> displays() {
        Map<String, Display> displays = new LinkedHashMap<>();
        displays.put("gap", Display.of(gap()));
        displays.put("nothing to gain", Display.of(nothingToGain()));
        displays.put("estimated", Display.of(estimated()));
        displays.put("gap of a person", Display.of(ofPerson()));
        displays.put("targets", Display.of(matrix(), PROGRAMMERS, targets()));
        displays.put("closest", Display.of(closest()));
        displays.put("hard to show", Display.of(hardToShow()));
        displays.put("paths", Display.of(paths()));
        displays.put("person", Display.of(person(), ANALYSTS));
        displays.put("ranking of a person", Display.of(person().ranking(2)));
        displays.put("comparison", Display.of(comparison, Domain.SKILLS));
        displays.put("drift", Display.of(drift()));
        return displays;
    }
}
