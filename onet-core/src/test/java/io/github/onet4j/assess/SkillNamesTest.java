package io.github.onet4j.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.testing.AllocatedBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkillNamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Reading Comprehension | READING comprehension
            Reading Comprehension | reading-comprehension.
            Σίσυφος               | ΣΊΣΥΦΟΣ
            İT                    | it
            """)
    void caseAndPunctuationDoNotCount(String one, String other) {
        assertThat(SkillNames.sameWords(one, other)).isTrue();
    }

    @Test
    void otherWordsAreOthers() {
        assertThat(SkillNames.sameWords("Reading Comprehension", "Reading")).isFalse();
    }

    @Test
    void aNameThatTheJdkTakesLongToLowerCostsLittle() {
        String name = "İ".repeat(100_000);
        long before = AllocatedBytes.ofThisThread();

        assertThat(SkillNames.sameWords(name, "Reading Comprehension")).isFalse();

        assertThat(AllocatedBytes.ofThisThread() - before).isLessThan(64 << 20);
    }
}
