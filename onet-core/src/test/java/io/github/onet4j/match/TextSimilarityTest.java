package io.github.onet4j.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The cosine of weighted words. */
final class TextSimilarityTest {
    @Test
    void weighsAWordByItsNumberAndByHowFewTextsHaveIt() {
        TextSimilarity texts = TextSimilarity.of(List.of(
                List.of("drive", "truck", "truck", "unique"),
                List.of("drive", "truck"),
                List.of("drive", "bus"),
                List.of("bus", "bus", "bus"),
                List.of()));

        // Of four texts that are not empty, three have drive, two truck and two bus. The unique word is left out.
        double drive = Math.log(4.0 / 3);
        double twoTrucks = (1 + Math.log(2)) * Math.log(2);
        double truck = Math.log(2);
        double bus = Math.log(2);
        double[] cosines = texts.cosines(0);
        assertThat(cosines[0]).isCloseTo(1, within(1e-15));
        assertThat(cosines[1])
                .isCloseTo(
                        (drive * drive + twoTrucks * truck) / Math.hypot(drive, twoTrucks) / Math.hypot(drive, truck),
                        within(1e-15));
        assertThat(cosines[2])
                .isCloseTo(drive * drive / Math.hypot(drive, twoTrucks) / Math.hypot(drive, bus), within(1e-15));
        assertThat(cosines[3]).as("no word in common").isZero();
        assertThat(cosines[4]).as("no words at all").isZero();
        assertThat(texts.cosines(4)).containsOnly(0);
    }
}
