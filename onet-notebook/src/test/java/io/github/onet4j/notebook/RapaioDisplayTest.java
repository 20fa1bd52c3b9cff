package io.github.onet4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.OnetCatalog;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapaio.jupyter.kernel.display.DisplaySystem;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;

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
                    .startsWith("<div lang=\"en\"");
        }
    }

    /** As the kernel does, which asks after each jar that it adds, and adds those that a library needs after it. */
    @Test
    void resultsAreShownOnceWhatTheLibraryNeedsIsThere() throws Exception {
        URL[] first = {location(Display.class), location(DisplayProvider.class)};
        try (Growing loader = new Growing(first)) {
            assertThat(renderers(loader)).isEmpty();

            loader.addURL(location(OnetCatalog.class));

            assertThat(renderers(loader)).isNotEmpty();
        }
    }

    private static List<?> renderers(ClassLoader loader) throws Exception {
        Class<?> spi = loader.loadClass(DisplayProvider.class.getName());
        Object provider = ServiceLoader.load(spi, loader).findFirst().orElseThrow();
        return (List<?>) spi.getMethod("getDisplayRenderers").invoke(provider);
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** A class path that grows, apart from that of the test. */
    private static final class Growing extends URLClassLoader {
        Growing(URL[] urls) {
            super(urls, getPlatformClassLoader());
        }

        @Override
        public void addURL(URL url) {
            super.addURL(url);
        }
    }
}
