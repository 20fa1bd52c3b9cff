package io.github.onet4j.examples.assistants;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.ReleaseInfo;
import io.github.onet4j.gap.SkillGapAnalyzer;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The releases that the tools answer from. Implementations are safe for use by several threads. */
public interface Releases {
    /**
     * Returns the catalog of the release that answers, unless a question is about another one.
     *
     * @return the catalog
     */
    OnetCatalog catalog();

    /**
     * Returns the analyzer of that release.
     *
     * @return the analyzer
     */
    SkillGapAnalyzer analyzer();

    /**
     * Keeps what a function makes of that release, until another release takes its place.
     *
     * @param <T> the type of the value
     * @param function makes the value
     * @return the supplier of the value, which makes it when it is first asked for
     */
    <T> Supplier<T> perRelease(Function<? super OnetCatalog, ? extends T> function);

    /**
     * Returns all releases that can be compared.
     *
     * @return the releases; of those of the same version the first counts
     */
    List<ReleaseInfo> all();

    /**
     * Returns the catalog of one of {@link #all}.
     *
     * @param release the release
     * @return the catalog
     */
    OnetCatalog catalog(ReleaseInfo release);
}
