package io.github.onet4j.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProgressBarWhileLoadingTest extends OnEachEngine {
    private static final Pattern BAR = Pattern.compile("\\r\\[(#*)(\\.*)] +([0-9]+) %  (\\w+) *");

    @Test
    void drawsABarThatOnlyGrowsUntilItIsFull() {
        String output = run(ProgressBarWhileLoading.class);

        List<MatchResult> bars = BAR.matcher(output).results().toList();
        assertThat(bars.stream().map(bar -> Integer.valueOf(bar.group(3))))
                .hasSizeGreaterThan(5)
                .isSorted()
                .endsWith(100);
        assertThat(bars).allMatch(bar -> bar.group(1).length() + bar.group(2).length() == 30);
        assertThat(bars.get(bars.size() - 1).group(2)).isEmpty();
        assertThat(bars.stream().map(bar -> bar.group(4))).contains("OCCUPATION_DATA", "SKILLS", "JOB_TITLES");
        assertThat(output.lines().toList().get(output.lines().toList().size() - 2))
                .matches("LOADED: [0-9]+ rows of O\\*NET 29\\.3 in [0-9]+ ms");
        assertThat(output).contains(ATTRIBUTION);
        assertThat(onet().catalog().occupations()).hasSize(28);
    }
}
