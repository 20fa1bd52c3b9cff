package io.github.onet4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapaio.jupyter.kernel.display.DisplaySystem;

/** The kernel's own display system, which looks for what the libraries of a notebook provide. */
class RapaioDisplayTest {
    private static final String HTML = "text/html";
    private static final String TEXT = "text/plain";

    @TempDir
    private Path folder;

    @Test
    void resultsShowThemselves() {
        Results results = Results.in(folder);
        Display gap = Display.of(results.gap());

        assertThat(DisplaySystem.inst().render(results.gap()).data())
                .containsEntry(HTML, gap.toHtml())
                .containsEntry(TEXT, gap.toText());
        assertThat(DisplaySystem.inst().render("html", results.gap()).data()).containsEntry(HTML, gap.toHtml());
        assertThat(DisplaySystem.inst().render("text", results.gap()).data()).containsOnlyKeys(TEXT);
        for (Object result : List.of(
                gap, results.closest(), results.paths(), results.person().ranking(1), results.drift())) {
            assertThat(DisplaySystem.inst().render(result).data())
                    .as(result.toString())
                    .extractingByKey(HTML)
                    .asString()
                    .startsWith("<div lang=\"en\">");
        }
    }
}
