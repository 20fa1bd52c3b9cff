package io.github.onet4j.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProgressBarWhileLoadingTest extends OnEachEngine {
    /** For example {@code O*NET 29.3  50% [====    ] 197/394 kB (0:00:01 / 0:00:01)}. */
    private static final Pattern BAR = Pattern.compile("\\rO\\*NET 29\\.3 +([0-9]+)% \\[(=*)( *)]");

    @Test
    void drawsABarThatOnlyGrowsUntilItIsFull() {
        String output = run(ProgressBarWhileLoading.class);

        List<MatchResult> bars = BAR.matcher(output).results().toList();
        assertThat(bars.stream().map(bar -> Integer.valueOf(bar.group(1))))
                .isSorted()
                .endsWith(100);
        assertThat(bars.get(bars.size() - 1).group(3)).isEmpty();
        List<String> lines = output.lines().toList();
        assertThat(lines.get(lines.size() - 2)).matches("LOADED: [0-9]+ rows of O\\*NET 29\\.3 in [0-9]+ ms");
        assertThat(output).contains(ATTRIBUTION);
        assertThat(onet().catalog().occupations()).hasSize(28);
    }
}
