package io.github.onet4j.internal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.TitleMatch;
import io.github.onet4j.TitleMatch.Kind;
import io.github.onet4j.TitleMatch.Quality;
import io.github.onet4j.testing.AllocatedBytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleIndexTest {
    private static final List<Row> ROWS = List.of(
            job("15-1251.00", "Programmer", "01,04"),
            job("15-1251.00", "Systems Programmer", null),
            job("15-1252.00", "Game Programmer", null),
            job("15-1252.00", "C++ Developer", "01"),
            job("15-1252.00", "Software Developer", "01,02,08"),
            reported("15-1252.00", "Software Developer", "Y"),
            job("15-1244.00", "Sys Admin (System Administrator)", "01"),
            job("15-1299.00", "Programmer Analyst", null),
            job("35-3011.00", "Bartender", "01"),
            job("53-3032.00", "Truck Driver", "01,02,09"),
            job("53-3033.00", "Truck Driver", "01"),
            job("43-5011.00", "Truck Driver Dispatcher", "01"));

    private static final TitleIndex INDEX = index(ROWS);

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "--", "'", "\u0301", "😀"})
    void aTitleWithoutLettersMatchesNothing(String typed) {
        assertThat(INDEX.search(typed, 10)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "software developers | Software Developer | EXACT",
                "SOFTWARE DEVELOPER! | Software Developer | EXACT",
                "software dev | Software Developer | PREFIX",
                "developer software | Software Developer | WORDS",
                "c++ | C++ Developer | PREFIX",
                "sys admin | Sys Admin (System Administrator) | EXACT",
                "system administrator | Sys Admin (System Administrator) | EXACT",
                "sysadmin | Sys Admin (System Administrator) | SIMILAR",
                "bar tender | Bartender | SIMILAR",
                "softwre develoepr | Software Developer | SIMILAR",
                "game uber | Game Programmer | SIMILAR",
            })
    void theMatchTellsHowSureItIs(String typed, String title, Quality quality) {
        TitleMatch best = INDEX.search(typed, 1).get(0);

        assertThat(best).extracting(TitleMatch::title, TitleMatch::quality).containsExactly(title, quality);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qqq", "zzz", "xyzzy plugh"})
    void whatNothingResemblesIsNotFound(String typed) {
        assertThat(INDEX.search(typed, 10)).isEmpty();
    }

    @Test
    void aTitleLongerThanAnyMatchesNothing() {
        assertThat(INDEX.search("programmer ".repeat(100_000), 10)).isEmpty();
    }

    @Test
    void aTextThatTheJdkTakesLongToLowerCostsNothing() {
        String text = "İ".repeat(100_000);
        long before = AllocatedBytes.ofThisThread();

        assertThat(INDEX.search(text, 10)).isEmpty();

        assertThat(AllocatedBytes.ofThisThread() - before).isLessThan(1 << 20);
    }

    @Test
    void anOccupationIsFoundOnceByTheTitleThatMatchesBest() {
        assertThat(INDEX.search("programmer", 10))
                .extracting(match -> match.occupation().code().value(), TitleMatch::title, TitleMatch::quality)
                .containsExactly(
                        tuple("15-1251.00", "Programmer", Quality.EXACT),
                        tuple("15-1252.00", "Game Programmer", Quality.WORDS),
                        tuple("15-1299.00", "Programmer Analyst", Quality.PREFIX));
    }

    @Test
    void whatMoreSourcesKnowComesFirst() {
        assertThat(INDEX.search("truck driver", 10))
                .extracting(match -> match.occupation().code().value())
                .containsExactly("53-3032.00", "53-3033.00", "43-5011.00");
    }

    @Test
    void anOccupationsOwnTitleIsToldFromAnAlternateOne() {
        assertThat(INDEX.search("title of 15-1251.00", 1).get(0).kind()).isEqualTo(Kind.OCCUPATION_TITLE);
        assertThat(INDEX.search("bartender", 1).get(0).kind()).isEqualTo(Kind.ALTERNATE_TITLE);
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        List<Row> shuffled = new ArrayList<>(ROWS);
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(shuffled, random);
            TitleIndex other = index(shuffled);
            for (String typed : List.of("programmer", "truck driver", "d", "s", "title", "sysadmin", "softwre")) {
                assertThat(other.search(typed, 100)).as(typed).isEqualTo(INDEX.search(typed, 100));
            }
        }
    }

    @Test
    void titlesOfUnknownOccupationsArePassedOver() {
        TitleIndexBuilder builder = new TitleIndexBuilder(List.of());
        builder.addJobTitle("15-1251.00", "Programmer", null);

        assertThat(builder.build().search("programmer", 1)).isEmpty();
    }

    @Test
    void noMoreThanTheLimitIsReturned() {
        assertThat(INDEX.search("programmer", 1)).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> INDEX.search("programmer", 0))
                .withMessageContaining("limit must be at least 1, but was 0");
    }

    private static TitleIndex index(List<Row> rows) {
        TitleIndexBuilder builder = new TitleIndexBuilder(rows.stream()
                .map(Row::code)
                .distinct()
                .map(code -> new Occupation(OnetSocCode.parse(code), "Title of " + code, ""))
                .toList());
        for (Row row : rows) {
            if (row.reported()) {
                builder.addReportedTitle(row.code(), row.title(), row.detail());
            } else {
                builder.addJobTitle(row.code(), row.title(), row.detail());
            }
        }
        return builder.build();
    }

    private static Row job(String code, String title, @Nullable String sources) {
        return new Row(code, title, sources, false);
    }

    private static Row reported(String code, String title, String shown) {
        return new Row(code, title, shown, true);
    }

    private record Row(String code, String title, @Nullable String detail, boolean reported) {}
}
