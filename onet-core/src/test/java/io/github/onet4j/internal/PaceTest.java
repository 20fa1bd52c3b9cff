package io.github.onet4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a request may begin, by a clock that stands still unless it is moved; near its overflow, too. */
@ParameterizedClass
@ValueSource(longs = {0, Long.MAX_VALUE - 150, -3})
class PaceTest {
    private final AtomicLong now;
    private final Pace pace;

    PaceTest(long start) {
        now = new AtomicLong(start);
        pace = new Pace(Duration.ofNanos(100), now::get);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void eachTurnIsAnIntervalBehindTheLast(int turns) {
        for (int i = 0; i < turns; i++) {
            assertThat(pace.takeTurn()).isEqualTo(i * 100L);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 1000})
    void whoComesLateWaitsForNobodyAndSavesNothingUp(long late) {
        pace.takeTurn();
        now.addAndGet(late);

        assertThat(pace.takeTurn()).isZero();
        assertThat(pace.takeTurn()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 40})
    void aPauseHoldsEveryTurnBack(long passed) {
        pace.takeTurn();
        pace.pause(Duration.ofNanos(500));
        now.addAndGet(passed);

        assertThat(pace.takeTurn()).isEqualTo(500 - passed);
        assertThat(pace.takeTurn()).isEqualTo(600 - passed);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 50})
    void aPauseDoesNotBringATurnForward(long pause) {
        pace.takeTurn();
        pace.pause(Duration.ofNanos(pause));

        assertThat(pace.takeTurn()).isEqualTo(100);
    }
}
