package io.github.onet4j.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.onet4j.testing.AllocatedBytes;
import io.github.onet4j.testing.MiniRelease;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OnetReleaseTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> layouts() {
        return Stream.of(
                Arguments.of(Layout.TEXT_SINGLE_SKILLS_FILE, MiniRelease.singleSkillsText(), "29.3", "2025-05"),
                Arguments.of(Layout.TEXT, MiniRelease.text(), "31.0", "2026-08"),
                Arguments.of(Layout.CSV, MiniRelease.csv(), "31.0", "2026-08"));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void aReleaseSaysItsVersionDateAndLayout(Layout layout, MiniRelease mini, String version, String month) {
        List<OnetRelease> opened = List.of(
                OnetRelease.open(mini.writeZip(folder.resolve("mini.zip"))),
                OnetRelease.open(mini.inFolder("").writeZip(folder.resolve("top.zip"))),
                OnetRelease.open(mini.inFolder("a/b").writeZip(folder.resolve("deep.zip"))),
                OnetRelease.open(mini.writeFolder(folder.resolve("release"))),
                OnetRelease.open(nested(mini)));
        assertThat(opened).allSatisfy(release -> {
            assertThat(release.layout()).isEqualTo(layout);
            assertThat(release.version()).isEqualTo(version);
            assertThat(release.date()).contains(YearMonth.parse(month));
            assertThat(release.tables()).containsExactlyElementsOf(tablesOf(layout));
        });
        assertThat(opened.get(0))
                .hasToString("O*NET " + version + " (" + layout + ", " + folder.resolve("mini.zip") + ")");
        assertThat(opened.get(0).path()).isEqualTo(folder.resolve("mini.zip"));
    }

    /** Tools and work values end with 30.2; areas of interests, and what work styles serve, begin with 30.3. */
    private static Set<ReleaseTable> tablesOf(Layout layout) {
        return EnumSet.complementOf(
                layout == Layout.TEXT_SINGLE_SKILLS_FILE
                        ? EnumSet.of(
                                ReleaseTable.SPECIFIC_INTEREST_AREAS,
                                ReleaseTable.WORK_STYLES_TO_WORK_ACTIVITIES,
                                ReleaseTable.WORK_STYLES_TO_WORK_CONTEXT)
                        : EnumSet.of(ReleaseTable.WORK_VALUES, ReleaseTable.TOOLS_USED, ReleaseTable.UNSPSC_REFERENCE));
    }

    @Test
    void theLayoutIsDetectedFromTheFilesAndNotFromTheVersion() {
        MiniRelease old = MiniRelease.singleSkillsText().version("31.1", "November 2026");
        assertThat(openFolder(old).layout()).isEqualTo(Layout.TEXT_SINGLE_SKILLS_FILE);
        assertThat(openFolder(old.withoutFile("Skills.txt")).layout())
                .as("without skills")
                .isEqualTo(Layout.TEXT_SINGLE_SKILLS_FILE);
    }

    @Test
    void withoutAReadMeTheNameOfTheFolderOrTheZipSaysTheVersion() {
        MiniRelease silent = MiniRelease.text().withoutFile("Read Me.txt");
        assertThat(OnetRelease.open(silent.writeZip(folder.resolve("any.zip"))).version())
                .as("by the folder inside the zip")
                .isEqualTo("31.0");
        Path zip = silent.inFolder("").writeZip(folder.resolve("db_30_3_text.zip"));
        assertThat(OnetRelease.open(zip).version()).as("by the zip").isEqualTo("30.3");
        assertThat(OnetRelease.open(zip).date()).isEmpty();
        Path unpacked = silent.writeFolder(folder.resolve("db_30_2_text"));
        assertThat(OnetRelease.open(unpacked).version()).as("by the folder").isEqualTo("30.2");
        assertThat(OnetRelease.open(unpacked.resolve(".")).version())
                .as("by the folder, however its path is written")
                .isEqualTo("30.2");
    }

    @Test
    void aReleaseThatNowhereSaysItsVersionIsRefused() {
        Path nameless = MiniRelease.text().withFile("Read Me.txt", "Hello").writeFolder(folder.resolve("data"));
        assertThatExceptionOfType(ReleaseFormatException.class)
                .isThrownBy(() -> OnetRelease.open(nameless))
                .withMessage(nameless + " does not say which release it is: expected is a Read Me.txt with a line"
                        + " \"O*NET 29.3 Database\", or a name such as db_29_3_text");
    }

    @Test
    void aMonthThatIsNoneIsLeftOut() {
        assertThat(openFolder(MiniRelease.text().version("31.0", "Sometime 2026"))
                        .date())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Occupation Data.txt | Occupation Data.txt (or occupation_data.csv)",
                "Scales Reference.txt | Scales Reference.txt (or scales_reference.csv)",
            })
    void aMissingRequiredFileIsNamedByAllItsNames(String file, String names) {
        assertThatRefused(MiniRelease.text().withoutFile(file))
                .withMessageEndingWith(" has no " + names + "; without it this is not a whole O*NET release");
    }

    @Test
    void missingSkillsAreNamedByTheFilesOfBothLayouts() {
        assertThatRefused(MiniRelease.text().withoutFile("Essential Skills.txt").withoutFile("Transferable Skills.txt"))
                .withMessageContaining(" has no Skills.txt (or skills.csv), nor Essential Skills.txt (or"
                        + " essential_skills.csv) and Transferable Skills.txt (or transferable_skills.csv);");
    }

    @ParameterizedTest
    @CsvSource({"Essential Skills.txt, Transferable Skills.txt", "Transferable Skills.txt, Essential Skills.txt"})
    void oneFileOfSkillsWithoutTheOtherIsRefused(String dropped, String left) {
        assertThatRefused(MiniRelease.text().withoutFile(dropped))
                .withMessageContaining(
                        folder + "/release has " + left + " alone; Essential Skills.txt (or essential_skills.csv) and"
                                + " Transferable Skills.txt (or transferable_skills.csv) hold one table together");
    }

    @Test
    void aReleaseWithoutSkillsOpensForThoseWhoDoNotNeedThem() {
        OnetRelease release = openFolder(
                MiniRelease.singleSkillsText().withoutFile("Skills.txt").withoutColumn("Knowledge.txt", "N"));

        release.requireReadable(Set.of(ReleaseTable.JOB_TITLES, ReleaseTable.TASK_STATEMENTS));
        assertThat(release.rows(ReleaseTable.TASK_STATEMENTS)).toIterable().hasSize(1);
        assertThatExceptionOfType(ReleaseFormatException.class)
                .isThrownBy(() -> release.requireReadable(Set.of(ReleaseTable.SKILLS)))
                .withMessageContaining(" has no Skills.txt (or skills.csv), nor ");
        assertThatExceptionOfType(ReleaseFormatException.class)
                .isThrownBy(() -> release.requireReadable(Set.of(ReleaseTable.KNOWLEDGE)))
                .withMessageStartingWith("Knowledge.txt, line 1: has no column \"N\"");
    }

    @Test
    void anyOtherTableMayBeMissing() {
        MiniRelease bare = MiniRelease.text();
        for (String file : bare.files()) {
            if (!List.of(
                            "Occupation Data.txt",
                            "Scales Reference.txt",
                            "Essential Skills.txt",
                            "Transferable Skills.txt",
                            "Read Me.txt")
                    .contains(file)) {
                bare = bare.withoutFile(file);
            }
        }
        OnetRelease release = openFolder(bare);
        assertThat(release.tables())
                .containsExactly(ReleaseTable.OCCUPATION_DATA, ReleaseTable.SCALES_REFERENCE, ReleaseTable.SKILLS);
        try (ReleaseRows rows = release.rows(ReleaseTable.KNOWLEDGE)) {
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void filesOfTwoLayoutsAreRefused() {
        byte[] skills = MiniRelease.singleSkillsText().bytes("Skills.txt");
        assertThatRefused(MiniRelease.text().withFile("Skills.txt", skills))
                .withMessageContaining("release has Skills.txt and Essential Skills.txt, which hold the same table");
        byte[] titles = MiniRelease.csv().bytes("job_titles.csv");
        assertThatRefused(MiniRelease.text().withFile("job_titles.csv", titles))
                .withMessageContaining("Job Titles.txt and job_titles.csv hold the same table");
        assertThatRefused(MiniRelease.text().withoutFile("Job Titles.txt").withFile("job_titles.csv", titles))
                .withMessageContaining("mixes layouts: Occupation Data.txt and job_titles.csv");
    }

    @Test
    void everyFileIsListedWithWhatIsDoneWithIt() {
        OnetRelease release = openFolder(MiniRelease.text()
                .withFile("Weather.txt", "sun\r\n")
                .withFile("notes.pdf", "%PDF")
                .withColumn("Knowledge.txt", "Mood", "good"));
        assertThat(release.files())
                .extracting(ReleaseFile::name, ReleaseFile::status, ReleaseFile::table)
                .contains(
                        tuple("Essential Skills.txt", ReleaseFile.Status.READ, ReleaseTable.SKILLS),
                        tuple("Read Me.txt", ReleaseFile.Status.KNOWN, null),
                        tuple("Education.txt", ReleaseFile.Status.READ, ReleaseTable.EDUCATION_TRAINING_AND_EXPERIENCE),
                        tuple("Weather.txt", ReleaseFile.Status.UNKNOWN, null),
                        tuple("notes.pdf", ReleaseFile.Status.UNKNOWN, null))
                .hasSize(MiniRelease.text().files().size() + 2);
        assertThat(release.files()).isSortedAccordingTo(Comparator.comparing(ReleaseFile::name));
        assertThat(file(release, "Knowledge.txt").unreadColumns()).containsExactly("Mood");
        assertThat(file(release, "Weather.txt").size()).isEqualTo(5);
        assertThat(file(release, "Weather.txt").unreadColumns()).isEmpty();
    }

    @Test
    void theColumnsThatOnlyCsvHasAreListedAsUnread() {
        OnetRelease release = openFolder(MiniRelease.csv());
        assertThat(file(release, "essential_skills.csv").unreadColumns()).containsExactly("Scale Name", "Title");
        assertThat(file(release, "related_occupations.csv").unreadColumns()).containsExactly("Related Title", "Title");
        assertThat(file(release, "occupation_data.csv").unreadColumns()).isEmpty();
    }

    @Test
    void aHeaderWithoutAColumnIsRefusedAndShown() {
        assertThatRefused(MiniRelease.text().withoutColumn("Scales Reference.txt", "Maximum"))
                .withMessage(
                        "Scales Reference.txt, line 1: has no column \"Maximum\"; its header is Scale ID, Scale Name,"
                                + " Minimum")
                .satisfies(e -> {
                    assertThat(e.file()).isEqualTo("Scales Reference.txt");
                    assertThat(e.line()).isEqualTo(1);
                    assertThat(e.column()).isEqualTo("Maximum");
                });
        assertThatRefused(MiniRelease.text().withCell("Job Titles.txt", 1, "Job Title", "Occupation"))
                .withMessageContaining("has no column \"Job Title\" or \"Alternate Title\"");
    }

    @Test
    void aHeaderWithAColumnTwiceIsRefused() {
        assertThatRefused(MiniRelease.text().withColumn("Knowledge.txt", "data value", "1"))
                .withMessage(
                        "Knowledge.txt, line 1: has two columns for \"Data Value\": \"Data Value\" and \"data value\"");
        assertThatRefused(MiniRelease.text().withColumn("Job Titles.txt", "Alternate Title", "Boss"))
                .withMessageContaining("has two columns for \"Job Title\": \"Job Title\" and \"Alternate Title\"");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatRefused(MiniRelease.text().withFile("Knowledge.txt", "\r\n\r\n"))
                .withMessage("Knowledge.txt, line 1: is empty; expected is a line of column names")
                .satisfies(e -> assertThat(e.file()).isEqualTo("Knowledge.txt"));
    }

    @Test
    void aHeaderThatIsNoneIsShownInPart() {
        assertThatRefused(MiniRelease.text().withFile("Knowledge.txt", "\u0000\u0001".repeat(100_000)))
                .withMessageStartingWith(
                        "Knowledge.txt, line 1: has no column \"O*NET-SOC Code\"; its header is \\u0000\\u0001")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(4000));
    }

    @Test
    void aPathWithoutAReleaseIsRefused() throws IOException {
        Path nothing = folder.resolve("nothing.zip");
        assertThatExceptionOfType(ReleaseFormatException.class)
                .isThrownBy(() -> OnetRelease.open(nothing))
                .withMessage(nothing + " does not exist; expected is the zip of an O*NET release, or the folder that it"
                        + " unpacks to");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Files.writeString(Files.createDirectory(empty.resolve("a")).resolve("x.txt"), "x");
        Files.writeString(Files.createDirectory(empty.resolve("b")).resolve("x.txt"), "x");
        assertThatExceptionOfType(ReleaseFormatException.class)
                .isThrownBy(() -> OnetRelease.open(empty))
                .withMessageStartingWith(empty + " has no Occupation Data.txt (or occupation_data.csv)");
        Path noZip = Files.writeString(folder.resolve("no.zip"), "<html>Not found</html>");
        assertThatExceptionOfType(ReleaseFormatException.class)
                .isThrownBy(() -> OnetRelease.open(noZip))
                .withMessage(noZip + " is neither a zip archive nor a folder; expected is the zip of an O*NET"
                        + " release, or the folder that it unpacks to");
    }

    @Test
    void aDamagedListOfFilesInAZipIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("Read Me.txt");
            entry.setComment("commented");
            zip.putNextEntry(entry);
            zip.closeEntry();
        }
        byte[] damaged = bytes.toByteArray();
        damaged[indexOf(damaged, "commented".getBytes(StandardCharsets.UTF_8))] = (byte) 0xFF;
        Path zip = Files.write(folder.resolve("damaged.zip"), damaged);

        assertThatExceptionOfType(ReleaseFormatException.class)
                .isThrownBy(() -> OnetRelease.open(zip))
                // JDK 17 throws IllegalArgumentException here, newer ones a ZipException with words of their own.
                .withMessageMatching("\\Q" + zip + "\\E is a damaged zip archive, or a part of one \\("
                        + "(its list of files makes no sense: |invalid CEN header ).*")
                .withMessageEndingWith("); download the release again");
    }

    @Test
    void inAnotherFileSystemAFolderIsReadAndAZipIsRefused() throws IOException {
        Path zip = MiniRelease.text().writeZip(folder.resolve("mini.zip"));
        try (FileSystem inside = FileSystems.newFileSystem(folder.resolve("outer.zip"), Map.of("create", "true"))) {
            Path nested = Files.copy(zip, inside.getPath("/mini.zip"));

            assertThatExceptionOfType(ReleaseFormatException.class)
                    .isThrownBy(() -> OnetRelease.open(nested))
                    .withMessage("/mini.zip lies in a file system that a zip can't be opened in; copy it to the"
                            + " default one");
        }
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            assertThat(OnetRelease.open(inside.getPath("/")).version()).isEqualTo("31.0");
        }
    }

    @Test
    void aTruncatedZipIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(MiniRelease.text().writeZip(folder.resolve("mini.zip")));
        Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertThatExceptionOfType(ReleaseFormatException.class)
                .isThrownBy(() -> OnetRelease.open(half))
                .withMessageStartingWith(half + " is a damaged zip archive, or a part of one (")
                .withMessageEndingWith("); download the release again");
    }

    @Test
    void aDamagedFileInAZipIsNoticed() throws IOException {
        Path zip = folder.resolve("damaged.zip");
        byte[] whole = storedZip(MiniRelease.text());
        byte[] title = "Data Scientists".getBytes(StandardCharsets.UTF_8);
        int place = indexOf(whole, title);
        whole[place] = 'd';
        Files.write(zip, whole);
        OnetRelease release = OnetRelease.open(zip);
        assertThatExceptionOfType(ReleaseFormatException.class)
                .isThrownBy(() -> release.rows(ReleaseTable.OCCUPATION_DATA).forEachRemaining(row -> {}))
                .withMessageContaining("Occupation Data.txt is damaged: its checksum is not the one that the zip says")
                .satisfies(e -> assertThat(e.file()).isEqualTo("Occupation Data.txt"));
    }

    @Test
    void aFolderWithSeveralReleasesIsRefused() {
        MiniRelease.text().writeFolder(folder.resolve("all/db_31_0_text"));
        MiniRelease.singleSkillsText().writeFolder(folder.resolve("all/db_29_3_text"));
        assertThatExceptionOfType(ReleaseFormatException.class)
                .isThrownBy(() -> OnetRelease.open(folder.resolve("all")))
                .withMessageEndingWith(
                        " holds more than one release, in the folders [db_29_3_text/, db_31_0_text/]; open one of"
                                + " them");
    }

    @Test
    void filesAtTheTopGoBeforeThoseOfAFolder() {
        Path top = MiniRelease.text().writeFolder(folder.resolve("top"));
        MiniRelease.singleSkillsText().writeFolder(top.resolve("old"));
        assertThat(OnetRelease.open(top).version()).isEqualTo("31.0");
        assertThat(OnetRelease.open(top).files())
                .hasSameSizeAs(MiniRelease.text().files());
    }

    @Test
    void aFolderIsFoundBehindALink() throws IOException {
        Path real = MiniRelease.text().writeFolder(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        assertThat(OnetRelease.open(link).version()).isEqualTo("31.0");
    }

    @Test
    void aLabelThatTheJdkTakesLongToLowerCostsLittle() {
        OnetRelease release = OnetRelease.open(MiniRelease.text()
                .withColumn("Job Zones.txt", "İ".repeat(50_000), "")
                .writeZip(folder.resolve("long.zip")));
        long before = AllocatedBytes.ofThisThread();

        try (ReleaseRows rows = release.rows(ReleaseTable.JOB_ZONES)) {
            assertThat(rows).hasNext();
        }

        assertThat(AllocatedBytes.ofThisThread() - before).isLessThan(16 << 20);
    }

    @Test
    void fileNamesMayDifferInCaseAndZipEntriesHaveBackslashes() throws IOException {
        Path shouting = folder.resolve("shouting");
        Files.createDirectory(shouting);
        MiniRelease mini = MiniRelease.csv();
        for (String file : mini.files()) {
            Files.write(shouting.resolve(file.toUpperCase(Locale.ROOT)), mini.bytes(file));
        }
        assertThat(OnetRelease.open(shouting).layout()).isEqualTo(Layout.CSV);
        assertThat(OnetRelease.open(shouting).version()).isEqualTo("31.0");
        Path odd = folder.resolve("odd.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(odd))) {
            for (String file : mini.files()) {
                out.putNextEntry(new ZipEntry("db_31_0_csv\\" + file));
                out.write(mini.bytes(file));
            }
            out.putNextEntry(new ZipEntry("__MACOSX/db_31_0_csv/._occupation_data.csv"));
            out.write(7);
        }
        assertThat(OnetRelease.open(odd).files()).hasSameSizeAs(mini.files());
        assertThat(OnetRelease.open(odd).catalog().occupations()).hasSize(8);
    }

    @Test
    void theChecksumOfAZipIsThatOfItsBytes() throws IOException {
        Path zip = Files.copy(MiniRelease.text().writeZip(folder.resolve("a.zip")), folder.resolve("b.zip"));
        assertThat(OnetRelease.open(zip).info().sha256())
                .matches("[0-9a-f]{64}")
                .isEqualTo(OnetRelease.open(folder.resolve("a.zip")).info().sha256())
                .isNotEqualTo(openFolder(MiniRelease.text()).info().sha256());
        // $ printf 'abc' | sha256sum, of a file that stands in for a zip
        Path abc = Files.writeString(folder.resolve("abc"), "abc");
        assertThat(sha256(new ReleaseFolder.Zip(abc)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void theChecksumOfAFolderDependsOnItsFilesAndNotOnItsPlace() throws IOException {
        String checksum = openFolder(MiniRelease.text()).info().sha256();
        Path elsewhere = MiniRelease.text().writeFolder(folder.resolve("else/where"));
        assertThat(OnetRelease.open(elsewhere).info().sha256()).isEqualTo(checksum);
        assertThat(OnetRelease.open(folder.resolve("else")).info().sha256()).isEqualTo(checksum);
        Files.writeString(elsewhere.resolve("Read Me.txt"), "O*NET 31.0 Database\r\nSeptember 2026 Release\r\n");
        assertThat(OnetRelease.open(elsewhere).info().sha256()).isNotEqualTo(checksum);
    }

    private static String sha256(ReleaseFolder source) throws IOException {
        return source.sha256();
    }

    private Path nested(MiniRelease mini) {
        mini.writeFolder(folder.resolve("outer/inner"));
        return folder.resolve("outer");
    }

    private OnetRelease openFolder(MiniRelease mini) {
        return OnetRelease.open(mini.writeFolder(folder.resolve("release")));
    }

    private ThrowableAssertAlternative<ReleaseFormatException> assertThatRefused(MiniRelease mini) {
        Path written = mini.writeFolder(folder.resolve("release"));
        try {
            return assertThatExceptionOfType(ReleaseFormatException.class)
                    .isThrownBy(() -> OnetRelease.open(written).catalog());
        } finally {
            deleteFiles(written);
        }
    }

    private static void deleteFiles(Path written) {
        try (Stream<Path> files = Files.list(written)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReleaseFile file(OnetRelease release, String name) {
        return release.files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] storedZip(MiniRelease mini) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(0);
            for (String file : mini.files()) {
                out.putNextEntry(new ZipEntry(file));
                out.write(mini.bytes(file));
            }
        }
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }
}
