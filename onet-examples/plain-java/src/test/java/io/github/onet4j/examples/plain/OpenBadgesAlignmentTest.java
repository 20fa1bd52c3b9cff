package io.github.onet4j.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.onet4j.Element;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.release.OnetRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenBadgesAlignmentTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyMustHaveIsAnAlignmentWithItsElementId() throws IOException {
        ProgramRun run = ProgramRun.of(OpenBadgesAlignment.class, folder, "", OnEachEngine.SAMPLE.toString());

        assertThat(run.errors()).isEmpty();
        assertThat(run.code()).isZero();
        int end = run.output().lastIndexOf(']') + 1;
        JsonNode alignment = new ObjectMapper().readTree(run.output().substring(0, end));
        assertThat(alignment)
                .extracting(each -> each.get("targetCode").asText())
                .containsExactlyElementsOf(mustHave());
        assertThat(alignment.get(0))
                .hasToString("{\"type\":[\"Alignment\"],\"targetCode\":\"2.B.3.k\",\"targetName\":\"Troubleshooting\","
                        + "\"targetDescription\":\"Level 3.88 of 7, as Computer Systems Analysts have\","
                        + "\"targetFramework\":\"O*NET 29.3, skills\",\"targetType\":\"ext:OnetElement\","
                        + "\"targetUrl\":\"https://www.onetonline.org/find/descriptor/result/2.B.3.k\"}");
        assertThat(run.output().substring(end)).contains(OnEachEngine.ATTRIBUTION);
    }

    private static List<String> mustHave() {
        return SkillGapAnalyzer.of(OnetRelease.open(OnEachEngine.SAMPLE).catalog())
                .analyze("15-1251.00", "15-1211.00")
                .mustHave()
                .stream()
                .map(ElementGap::element)
                .map(Element::id)
                .toList();
    }
}
