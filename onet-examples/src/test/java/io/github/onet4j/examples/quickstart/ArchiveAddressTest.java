package io.github.onet4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.onet4j.download.ArchiveLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveAddressTest {
    @Test
    void theNameTellsVersionAndLayout() {
        ArchiveAddress address = ArchiveAddress.parse("https://mirror.example.org/onet/db_30_3_csv.zip");

        assertThat(address.base()).hasToString("https://mirror.example.org/onet/");
        assertThat(address.archive().version()).isEqualTo("30.3");
        assertThat(address.archive().layout()).isEqualTo(ArchiveLayout.CSV);
        assertThat(address).hasToString("https://mirror.example.org/onet/db_30_3_csv.zip");
    }

    @Test
    void theNewestArchiveIsTheOneThatTheHelpNames() {
        assertThat(ArchiveAddress.NEWEST).hasToString("https://www.onetcenter.org/dl_files/database/db_31_0_text.zip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.onetcenter.org/db_31_0_text.zip",
                "http://localhost.example.org/db_31_0_text.zip",
                "http://localhost@example.org/db_31_0_text.zip",
                "https://me:secret@example.org/db_31_0_text.zip",
                "ftp://127.0.0.1/db_31_0_text.zip",
                "https://www.onetcenter.org/",
                "https://www.onetcenter.org/database.html",
                "https://www.onetcenter.org/db_31_0_excel.zip",
                "https://www.onetcenter.org/a folder/db_31_0_text.zip",
                "db_31_0_text.zip"
            })
    void anAddressThatIsNotSafeOrNoArchiveIsRefused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> ArchiveAddress.parse(address));
    }
}
