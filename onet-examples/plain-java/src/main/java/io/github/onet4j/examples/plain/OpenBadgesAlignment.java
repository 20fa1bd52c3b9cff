package io.github.onet4j.examples.plain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.onet4j.Element;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.release.OnetRelease;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the gaps to close first as the {@code alignment} of an achievement of Open Badges 3.0, for a course that
 * closes them, without a database.
 *
 * <p>Run it with {@code onet-examples/plain-java/run OpenBadgesAlignment [RELEASE]}.
 */
public final class OpenBadgesAlignment {
    private OpenBadgesAlignment() {}

    /** Takes the path of a release. */
    public static void main(String[] arguments) throws JsonProcessingException {
        SkillGap gap = SkillGapAnalyzer.of(
                        OnetRelease.open(Path.of(arguments[0])).catalog())
                .analyze("15-1251.00", "15-1211.00");
        List<Alignment> alignment =
                gap.mustHave().stream().map(each -> Alignment.of(gap, each)).toList();
        System.out.println(
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(alignment));
        System.out.println(gap.attribution());
    }

    /**
     * An alignment, with the names that Open Badges gives its properties.
     *
     * @param targetType a term of our own, which must start with {@code ext:}, since the standard's terms are of other
     *     frameworks than O*NET
     */
    private record Alignment(
            List<String> type,
            String targetCode,
            String targetName,
            String targetDescription,
            String targetFramework,
            String targetType,
            String targetUrl) {
        static Alignment of(SkillGap gap, ElementGap each) {
            Element element = each.element();
            return new Alignment(
                    List.of("Alignment"),
                    element.id(),
                    element.name(),
                    "Level " + each.toLevel() + " of 7, as " + gap.to().name() + " have",
                    "O*NET " + gap.release().version() + ", " + gap.domain().label(),
                    "ext:OnetElement",
                    "https://www.onetonline.org/find/descriptor/result/" + element.id());
        }
    }
}
