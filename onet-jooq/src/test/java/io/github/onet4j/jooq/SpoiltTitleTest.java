package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetException;
import io.github.onet4j.release.OnetRelease;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.Mutation;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Titles, codes and element ids, spoilt at random but always in the same way. Of the time that {@code
 * -Donet.test.fuzz.seconds} sets, this takes a tenth on each engine.
 */
final class SpoiltTitleTest extends OnEachEngine {
    private static final long SEED = 20261127;
    private static final Duration TIME =
            Duration.ofSeconds(Long.getLong("onet.test.fuzz.seconds", 10)).dividedBy(10);
    private static final List<String> ASKED =
            List.of("15-1251.00", " 15-1211", "2.A.1.a", "computer programmers", "C++ developer", "Maître d'");

    @Test
    void hasTheSameAnswerInASnapshotAsInTheFile() {
        OnetRelease release = open(MiniRelease.text());
        OnetCatalog file = release.catalog();
        OnetCatalog snapshot = onetWith(MiniRelease.text()).snapshot();
        long end = System.nanoTime() + TIME.toNanos();
        for (long seed = SEED; seed == SEED || System.nanoTime() < end; seed++) {
            Mutation mutation = new Mutation(seed);
            String text = mutation.ofAnyLength(mutation.oneOf(ASKED));

            assertSame(seed, file, snapshot, catalog -> catalog.searchOccupations(text, 3));
            assertSame(seed, file, snapshot, catalog -> catalog.requireOccupation(text));
            assertSame(seed, file, snapshot, catalog -> catalog.occupationsNeeding(text, 1));
        }
    }

    private static void assertSame(
            long seed, OnetCatalog file, OnetCatalog snapshot, Function<OnetCatalog, Object> question) {
        assertThat(answer(snapshot, question)).as("seed %d", seed).isEqualTo(answer(file, question));
    }

    /** The answer, or the message of the refusal that the catalog documents. */
    private static Object answer(OnetCatalog catalog, Function<OnetCatalog, Object> question) {
        try {
            return question.apply(catalog);
        } catch (OnetException | IllegalArgumentException refused) {
            return refused.toString();
        }
    }
}
