package io.github.onet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The embedded MySQL on a machine that has a JDK and nothing else. */
final class SystemLibrariesTest {
    private static final List<String> NEEDED = List.of("libaio.so.1", "libnuma.so.1");

    @Test
    void comeFromThePackagesOfTheDistribution() {
        assumeThat(Path.of("/usr/bin/apt-get")).exists();

        assertThat(SystemLibraries.folderOf(NEEDED))
                .isDirectoryContaining("glob:**/libaio.so.1")
                .isDirectoryContaining("glob:**/libnuma.so.1");
    }

    @Test
    void areMissingWhereTheLoaderDoesNotFindThem() {
        String ldd = """
                \tlinux-vdso.so.1 (0x00007f37500e2000)
                \tlibnuma.so.1 => not found
                \tlibaio.so.1 => not found
                \tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f374fb1b000)
                """;

        assertThat(SystemLibraries.missingIn(ldd)).isEqualTo(NEEDED);
        assertThat(SystemLibraries.missingIn(ldd.replace("not found", "/lib/x")))
                .isEmpty();
    }

    @Test
    void areNamedWithWhatInstallsThemWhereAptCannotGetThem() {
        assertThatThrownBy(() -> SystemLibraries.folderOf(List.of("libnone.so.1", "libnothing.so.2")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "libnone.so.1 and libnothing.so.2", "apt-get install libaio1 libnuma1", "onet.test.mysql.url");
    }
}
