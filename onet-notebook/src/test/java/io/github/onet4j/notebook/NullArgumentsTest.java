package io.github.onet4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.testing.NullArguments;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Null where a value is needed. */
class NullArgumentsTest {
    @TempDir
    private Path folder;

    @Test
    void theExceptionNamesTheParameter() {
        Results results = Results.in(folder);

        NullArguments.Outcome outcome = NullArguments.of(
                        Display.class,
                        Display.of(results.gap()),
                        results.gap(),
                        results.matrix(),
                        results.targets(),
                        results.closest(),
                        results.paths(),
                        results.person(),
                        results.person().ranking(1),
                        results.comparison(),
                        results.drift(),
                        Results.PROGRAMMERS)
                .check();

        assertThat(outcome.unnamed()).isEmpty();
        assertThat(outcome.checked()).hasSizeGreaterThanOrEqualTo(12);
    }
}
