package io.github.onet4j.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleWordsTest {
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
        assertThat(TitleWords.normalize(title)).isEqualTo(words);
    }

    @Test
    void aNormalizedTitleIsNeverLongerThanTheTitle() {
        for (String title :
                List.of("개발자".repeat(80), "İ".repeat(255), "Ǖ".repeat(255), "a-".repeat(127), "ﬃ".repeat(255))) {
            assertThat(TitleWords.normalize(title)).isNotEmpty().hasSizeLessThanOrEqualTo(title.length());
        }
    }

    @Test
    void theMachinesLanguageDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(TitleWords.normalize("INTERN")).isEqualTo("intern");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatStandsInBracketsIsReadInPlaceOfWhatPrecedesIt() {
        assertThat(TitleWords.readings("CDL Driver (Commercial Driver's License Driver)"))
                .containsExactly(
                        "cdl driver commercial driver license driver",
                        "cdl driver",
                        "commercial driver license driver");
        assertThat(TitleWords.readings("RN (Registered Nurse) Manager"))
                .containsExactly("rn registered nurse manager", "rn manager", "registered nurse manager");
        assertThat(TitleWords.readings("Nurse (")).containsExactly("nurse");
        assertThat(TitleWords.readings("()")).isEmpty();
    }
}
