package io.github.onet4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.TitleMatch;
import io.github.onet4j.TitleMatch.Kind;
import io.github.onet4j.TitleMatch.Quality;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleQueryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Chief Executives | chief executive",
                "CHIEF EXECUTIVES | chief executive",
                "  chief\u00a0 executive -- | chief executive",
                "Vice President, Operations | vice president operation",
                "Chief Executive Officer (CEO) | chief executive officer ceo",
                "C++ Developers | c++ developer",
                "C# Developer | c# developer",
                ".NET Developer | net developer",
                "Driver's Helper | driver helper",
                "Drivers’ Helpers | driver helper",
                "Gas Plant Bosses | gas plant bosse",
                "Business Boss | business boss",
                "IT Interns | it intern",
                "İT İnterns | it intern",
                "Café Managers | cafe manager",
                "UI/UX-Designer | ui ux designer",
                "24/7 Operators | 24 7 operator",
            })
    void aTitleIsReducedToItsWords(String title, String words) {
        assertThat(TitleQuery.normalize(title)).isEqualTo(words);
    }

    @Test
    void aNormalizedTitleIsNeverLongerThanTheTitle() {
        for (String title :
                List.of("개발자".repeat(80), "İ".repeat(255), "Ǖ".repeat(255), "a-".repeat(127), "ﬃ".repeat(255))) {
            assertThat(TitleQuery.normalize(title)).isNotEmpty().hasSizeLessThanOrEqualTo(title.length());
        }
    }

    @Test
    void theMachinesLanguageDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(TitleQuery.normalize("INTERN")).isEqualTo("intern");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "--", "'", "\u0301", "😀"})
    void aTitleWithoutLettersMatchesNothing(String title) {
        assertThat(TitleQuery.of(title).words()).isEmpty();
        assertThat(TitleQuery.of(title).quality("chief executive")).isEmpty();
        assertThat(TitleQuery.of(title).quality("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chief executives | Chief Executives | EXACT",
                "CHIEF EXECUTIVES! | Chief Executive | EXACT",
                "chief exec | Chief Executives | PREFIX",
                "chief | Chief Executives | PREFIX",
                "executives chief | Chief Executives | WORDS",
                "exec | Chief Executives | WORDS",
                "c++ | C++ Developer | PREFIX",
                "c | C++ Developer | PREFIX",
                "programmers' analyst | Programmer Analyst | EXACT",
                "INTERN | intern | EXACT",
            })
    void theBetterTheWordsMatchTheHigherTheQuality(String query, String title, Quality quality) {
        assertThat(TitleQuery.of(query).quality(TitleQuery.normalize(title))).contains(quality);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c++ | C# Developer",
                "chief executive officer | Chief Executives",
                "ecutive | Chief Executives",
                "chief driver | Chief Executives"
            })
    void aTitleThatLacksAWordDoesNotMatch(String query, String title) {
        assertThat(TitleQuery.of(query).quality(TitleQuery.normalize(title))).isEmpty();
    }

    @Test
    void anOccupationIsFoundOnceByTheTitleThatMatchesBest() {
        List<TitleMatch> matches = rank("programmer", 10);
        assertThat(matches)
                .extracting(match -> match.occupation().code().value(), TitleMatch::title, TitleMatch::quality)
                .containsExactly(
                        tuple("15-1251.00", "Programmer", Quality.EXACT),
                        tuple("15-1299.00", "Programmer Analyst", Quality.PREFIX),
                        tuple("15-1252.00", "Game Programmer", Quality.WORDS));
    }

    @Test
    void ofEquallyGoodMatchesTheOccupationsOwnTitleComesFirstThenTheShorterThenTheLowerCode() {
        assertThat(rank("analyst", 10))
                .extracting(TitleMatch::title)
                .containsExactly("Analyst Assistants", "Analyst Aid", "Analyst Ace", "Programmer Analyst");
    }

    @Test
    void noMoreThanTheLimitIsReturned() {
        assertThat(rank("programmer", 1)).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rank("programmer", 0))
                .withMessageContaining("limit must be at least 1, but was 0");
    }

    private static List<TitleMatch> rank(String query, int limit) {
        return TitleQuery.of(query)
                .rank(
                        consumer -> List.of(
                                        candidate("15-1251.00", "Computer Programmers", Kind.OCCUPATION_TITLE),
                                        candidate("15-1251.00", "Programmer", Kind.ALTERNATE_TITLE),
                                        candidate("15-1252.00", "Game Programmer", Kind.ALTERNATE_TITLE),
                                        candidate("15-1299.00", "Programmer Analyst", Kind.ALTERNATE_TITLE),
                                        candidate("15-1299.01", "Analyst Assistants", Kind.OCCUPATION_TITLE),
                                        candidate("15-1299.03", "Analyst Ace", Kind.ALTERNATE_TITLE),
                                        candidate("15-1299.02", "Analyst Aid", Kind.ALTERNATE_TITLE))
                                .forEach(consumer),
                        limit);
    }

    private static TitleQuery.Candidate candidate(String code, String title, Kind kind) {
        Occupation occupation = new Occupation(OnetSocCode.parse(code), "Title of " + code, "");
        return new TitleQuery.Candidate(occupation, title, kind, TitleQuery.normalize(title));
    }
}
