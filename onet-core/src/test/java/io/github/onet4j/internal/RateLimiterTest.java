package io.github.onet4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The starts of requests, by a clock that stands still unless it is moved; near its overflow, too. */
@ParameterizedClass
@ValueSource(longs = {0, Long.MAX_VALUE - 150, -3})
class RateLimiterTest {
    private final AtomicLong now;
    private final RateLimiter limiter;

    RateLimiterTest(long start) {
        now = new AtomicLong(start);
        limiter = new RateLimiter(Duration.ofNanos(100), now::get);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void eachStartIsAnIntervalAfterTheLast(int starts) {
        for (int i = 0; i < starts; i++) {
            assertThat(limiter.reserve()).isEqualTo(i * 100L);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 1000})
    void aLateCallerDoesNotWaitAndSavesNothingUp(long late) {
        limiter.reserve();
        now.addAndGet(late);

        assertThat(limiter.reserve()).isZero();
        assertThat(limiter.reserve()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 40})
    void aPauseDelaysEveryStart(long passed) {
        limiter.reserve();
        limiter.pause(Duration.ofNanos(500));
        now.addAndGet(passed);

        assertThat(limiter.reserve()).isEqualTo(500 - passed);
        assertThat(limiter.reserve()).isEqualTo(600 - passed);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 50})
    void aPauseDoesNotMakeAStartEarlier(long pause) {
        limiter.reserve();
        limiter.pause(Duration.ofNanos(pause));

        assertThat(limiter.reserve()).isEqualTo(100);
    }
}
