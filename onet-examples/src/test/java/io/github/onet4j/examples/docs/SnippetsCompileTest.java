package io.github.onet4j.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.examples.quickstart.Project;
import io.github.onet4j.testing.DatabaseServer;
import io.github.onet4j.testing.DatabaseServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Checks README and docs: Java compiles, the first example prints the output shown, and links work. */
class SnippetsCompileTest {
    private static final Path PROJECT = Project.FOLDER;
    private static final int AT_LEAST = 12;
    private static final String RELEASE_OF_README = "db_29_3_text.zip";
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everySnippetCompiles() {
        return pages().stream()
                .flatMap(page -> snippets(page).stream())
                .map(snippet -> DynamicTest.dynamicTest(
                        snippet.toString(),
                        () -> assertThat(snippet.compile(newFolder())).isEmpty()));
    }

    @Test
    void snippetsAreFound() {
        assertThat(snippets(PROJECT.resolve("README.md"))).hasSizeGreaterThanOrEqualTo(2);
        assertThat(pages().stream().flatMap(page -> snippets(page).stream())).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }

    @Test
    void aMistakeIsToldWithItsPageAndLine() throws IOException {
        Snippet wrong = new Snippet("README.md", 10, List.of("import java.io.File;", "", "onet.laod(release);"));

        assertThat(wrong.compile(newFolder())).singleElement().asString().startsWith("README.md:13: ");
    }

    @Test
    void theFirstExamplePrintsWhatTheReadmeSays() throws Exception {
        Path readme = PROJECT.resolve("README.md");
        Snippet first = snippets(readme).get(0).replacing(RELEASE_OF_README, slashed(Project.SAMPLE));
        Path classes = newFolder();
        assertThat(first.compile(classes)).isEmpty();

        List<String> printed;
        try (DatabaseServer.Database database = DatabaseServers.postgres().newDatabase()) {
            printed = Snippet.run(classes, List.of(database.jdbcUrl(), database.user(), database.password()));
        }

        assertThat(printed)
                .containsAll(textBlockBelow(readme, first))
                .anyMatch(line -> line.startsWith("Includes information from the O*NET 29.3 Database"));
    }

    @Test
    void relativeLinksLeadToFilesAndHeadings() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            for (String link : relativeLinks(page)) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
                boolean found = Files.exists(target)
                        && (parts.length == 1 || headings(target).contains(parts[1]));
                if (!found) {
                    broken.add(name(page) + " links to " + link);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    private static List<Path> pages() {
        try (Stream<Path> docs = Files.list(PROJECT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(
                                            "README.md",
                                            "CONTRIBUTING.md",
                                            "RELEASING.md",
                                            "onet-examples/README.md",
                                            "onet-examples/jshell/README.md")
                                    .map(PROJECT::resolve),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Snippet> snippets(Path page) {
        try {
            return Snippet.of(page, name(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> textBlockBelow(Path page, Snippet snippet) throws IOException {
        List<String> below = Files.readAllLines(page).stream()
                .skip(snippet.fenceLine())
                .dropWhile(line -> !line.equals("```text"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .toList();
        assertThat(below).isNotEmpty();
        return below;
    }

    private static List<String> relativeLinks(Path page) throws IOException {
        List<String> links = new ArrayList<>();
        boolean inBlock = false;
        for (String line : Files.readAllLines(page)) {
            inBlock ^= line.startsWith("```");
            Matcher link = LINK.matcher(line);
            while (!inBlock && link.find()) {
                if (!link.group(1).contains(":")) {
                    links.add(link.group(1));
                }
            }
        }
        return links;
    }

    /** Returns the headings of a page in the form used in links. */
    private static List<String> headings(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(text -> text.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    private Path newFolder() throws IOException {
        return Files.createTempDirectory(folder, "classes");
    }

    private static String name(Path page) {
        return slashed(PROJECT.relativize(page));
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
