package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.testing.MiniRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The SQL of the documentation runs on both engines. */
final class DocumentedSqlTest extends OnEachEngine {
    private static final Pattern BLOCK = Pattern.compile("```sql\\R(.*?)```", Pattern.DOTALL);

    @Test
    void runs() throws IOException {
        Onet onet = onetWith(MiniRelease.singleSkillsText());
        onet.load(open(MiniRelease.text()));
        execute(
                "create table employee (name varchar(100), onetsoc_code varchar(10))",
                "create table wage (soc_code varchar(7), median_wage integer)");

        List<String> statements = statements();

        assertThat(statements).hasSizeGreaterThan(10).allSatisfy(this::rows);
    }

    @Test
    void listsWhatChangedBetweenTwoReleases() throws IOException {
        Onet onet = onetWith(MiniRelease.singleSkillsText());
        onet.load(open(MiniRelease.text()
                .withCell("Essential Skills.txt", 2, "Date", "08/2026")
                .withCell("Essential Skills.txt", 3, "Data Value", "4.44")));
        String query = statements().stream()
                .filter(statement -> statement.contains("RESTATED"))
                .findFirst()
                .orElseThrow();

        assertThat(rows(query).stream().filter(row -> row.contains("SKILLS")))
                .extracting(row -> row.get(4))
                .containsExactlyInAnyOrder("RE_RATED", "RESTATED");
    }

    private List<String> statements() throws IOException {
        List<String> statements = new ArrayList<>();
        try (Stream<Path> pages = Files.list(Path.of("../docs"))) {
            for (Path page : pages.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                BLOCK.matcher(Files.readString(page))
                        .results()
                        .flatMap(block -> Pattern.compile(";(\\R|$)").splitAsStream(block.group(1)))
                        .filter(statement -> !statement.isBlank())
                        .map(this::inTheWordsOfTheEngine)
                        .forEach(statements::add);
            }
        }
        return statements;
    }

    /** As the page on comparisons says. */
    private String inTheWordsOfTheEngine(String statement) {
        return isMySql() ? statement.replaceAll("(\\S+) is distinct from (\\S+)", "not ($1 <=> $2)") : statement;
    }
}
