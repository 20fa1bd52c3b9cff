package io.github.onet4j.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.testing.AllocatedBytes;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowQueryTest {
    private static final RowQuery QUERY = RowQuery.of("job_titles").where("job_title", "Chief Executive");

    @Test
    void theCaseOfAValueDoesNotCount() {
        assertThat(QUERY.unmet(new WebRow(Map.of("job_title", "CHIEF executive"))))
                .isEmpty();
        assertThat(QUERY.unmet(new WebRow(Map.of("job_title", "Chief")))).contains("job_title.eq.Chief Executive");
        assertThat(QUERY.unmet(new WebRow(Map.of()))).contains("job_title.eq.Chief Executive");
    }

    @Test
    void aValueThatTheJdkTakesLongToLowerCostsNothing() {
        WebRow row = new WebRow(Map.of("job_title", "İ".repeat(100_000)));
        long before = AllocatedBytes.ofThisThread();

        assertThat(QUERY.unmet(row)).isPresent();

        assertThat(AllocatedBytes.ofThisThread() - before).isLessThan(1 << 20);
    }
}
