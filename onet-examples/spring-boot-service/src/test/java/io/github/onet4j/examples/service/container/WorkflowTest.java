package io.github.onet4j.examples.service.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WorkflowTest {
    private static final YamlNode WORKFLOW = Checkout.yaml(Checkout.ROOT.resolve(".github/workflows/ci.yml"));
    private static final String SCRIPT = Checkout.text(Checkout.ROOT.resolve(".ci/run"));

    @Test
    void theMatrixHasTheRoundsOfTheScript() {
        assertThat(matrix().stream().map(entry -> entry.at("round").text()))
                .containsExactlyElementsOf(rounds())
                .hasSizeGreaterThan(1);
        assertThat(rounds()).allSatisfy(round -> assertThat(SCRIPT).contains("\n" + round + "() {\n"));
    }

    @Test
    void theRoundOfTheOldestJdkGetsItAndTheOthersGetANewerOne() {
        assertThat(matrix()).allSatisfy(entry -> {
            int java = Integer.parseInt(entry.at("java").text());
            if (entry.at("round").text().equals("jdk17")) {
                assertThat(java).isEqualTo(17);
            } else {
                assertThat(java).isGreaterThan(17);
            }
        });
    }

    @Test
    void theWorkflowMayReadTheRepositoryAndNothingElse() {
        assertThat(WORKFLOW.at("permissions").value()).isEqualTo(Map.of("contents", "read"));
        assertThat(job().entries()).doesNotContainKey("permissions");
        assertThat(job().at("steps")
                        .list()
                        .get(0)
                        .at("with", "persist-credentials")
                        .value())
                .isEqualTo(false);
    }

    @Test
    void aStepRunsTheScriptAndNoOtherRunsAnythingOfItsOwn() {
        assertThat(job().at("steps").list().stream()
                        .filter(step -> !step.at("run").isEmpty())
                        .map(step -> step.at("run").text()))
                .containsExactly(".ci/run ${{ matrix.round }}");
    }

    private static YamlNode job() {
        return WORKFLOW.at("jobs", "check");
    }

    private static List<YamlNode> matrix() {
        return job().at("strategy", "matrix", "include").list();
    }

    private static List<String> rounds() {
        Matcher rounds =
                Pattern.compile("^rounds=\\((.*)\\)$", Pattern.MULTILINE).matcher(SCRIPT);
        assertThat(rounds.find()).isTrue();
        return Arrays.asList(rounds.group(1).split(" "));
    }
}
