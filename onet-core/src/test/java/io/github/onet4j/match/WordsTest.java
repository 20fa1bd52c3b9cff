package io.github.onet4j.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words that texts are compared by. */
final class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "studies, study", "ties, tie", "classes, class", "dishes, dish", "watches, watch", "boxes, box",
        "quizzes, quizz", "engineers, engineer", "glass, glass", "bus, bus", "analysis, analysis", "gas, gas",
        "its, its"
    })
    void areInTheSingular(String word, String singular) {
        assertThat(Words.singular(word)).isEqualTo(singular);
    }

    @Test
    void areLowerCaseWithoutFunctionWordsAndPunctuation() {
        assertThat(Words.of(Stream.of("Programmers, Except for the C++ and C# Ones", "A.I. & C")))
                .containsExactly("programmer", "c++", "c#", "one", "c");
    }
}
