package io.github.onet4j.notebook.internal;

import io.github.onet4j.compare.GapDrift;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.match.CareerPaths;
import io.github.onet4j.match.ClosestOccupations;
import io.github.onet4j.notebook.Display;
import io.github.onet4j.person.PersonRanking;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;
import org.rapaio.jupyter.kernel.display.MimeType;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;

/**
 * Tells the Rapaio Jupyter kernel how results look. The kernel finds this class as soon as the library is on the class
 * path of a notebook; elsewhere nothing loads it, so the kernel need not be there.
 */
public final class RapaioDisplayProvider implements DisplayProvider {
    /** For the kernel. */
    public RapaioDisplayProvider() {}

    @Override
    public List<DisplayRenderer> getDisplayRenderers() {
        return isCoreThere() ? renderers() : List.of();
    }

    /**
     * Tells whether onet-core is on the class path already. The kernel adds one jar after the other and asks after each
     * of them. A class that was looked for too early would stay unknown, so it is not named in the code here.
     */
    private static boolean isCoreThere() {
        return RapaioDisplayProvider.class.getClassLoader().getResource("io/github/onet4j/OnetCatalog.class") != null;
    }

    private static List<DisplayRenderer> renderers() {
        return List.of(
                new Renderer<>(Display.class, display -> display),
                new Renderer<>(SkillGap.class, Display::of),
                new Renderer<>(ClosestOccupations.class, Display::of),
                new Renderer<>(CareerPaths.class, Display::of),
                new Renderer<>(PersonRanking.class, Display::of),
                new Renderer<>(GapDrift.class, Display::of));
    }

    @Override
    public List<DisplayTransformer> getDisplayTransformers() {
        return List.of();
    }

    private record Renderer<T>(Class<T> type, Function<T, Display> display) implements DisplayRenderer {
        @Override
        public Class<?> rendererClass() {
            return type;
        }

        /** A cell that names no type of content gets HTML and text, of which the notebook takes what it can show. */
        @Override
        public boolean canRender(@Nullable String mime) {
            return mime == null || isHtml(mime) || isText(mime);
        }

        @Override
        public DisplayData render(@Nullable String mime, Object result) {
            Display shown = display.apply(type.cast(result));
            if (mime != null && isText(mime)) {
                return DisplayData.fromText(shown.toText());
            }
            DisplayData data = DisplayData.fromHtml(shown.toHtml());
            data.putText(shown.toText());
            return data;
        }

        private static boolean isHtml(String mime) {
            return MimeType.from(mime, mime) == MimeType.HTML;
        }

        private static boolean isText(String mime) {
            return MimeType.from(mime, mime) == MimeType.TEXT;
        }
    }
}
