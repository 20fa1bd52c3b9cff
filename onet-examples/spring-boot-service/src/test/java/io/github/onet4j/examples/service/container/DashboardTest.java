package io.github.onet4j.examples.service.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DashboardTest {
    private static final Dashboard DASHBOARD = new Dashboard();

    @Test
    void theTilesLieBesideEachOther() {
        Set<String> taken = new HashSet<>();
        for (YamlNode tile : DASHBOARD.tiles()) {
            int right = number(tile, "xPos") + number(tile, "width");
            int bottom = number(tile, "yPos") + number(tile, "height");
            assertThat(right).isLessThanOrEqualTo(DASHBOARD.columns());
            for (int x = number(tile, "xPos"); x < right; x++) {
                for (int y = number(tile, "yPos"); y < bottom; y++) {
                    assertThat(taken.add(x + "/" + y))
                            .as("one tile at %s/%s", x, y)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void itShowsWhatThePageAboutCloudRunIsAbout() {
        String page = Checkout.text(Checkout.ROOT.resolve("docs/cloud-run.md"));

        assertThat(DASHBOARD.filters())
                .isNotEmpty()
                .allMatch(filter -> filter.matches(
                        "metric\\.type=\"(run|cloudsql)\\.googleapis\\.com/[a-z_/]+\" resource\\.type=\"[a-z_]+\".*"));
        assertThat(DASHBOARD.filters())
                .filteredOn(filter -> filter.contains("service_name") || filter.contains("job_name"))
                .allSatisfy(filter -> assertThat(page).contains(filter.replaceAll(".*_name\"=\"([^\"]*)\".*", "$1")));
        assertThat(DASHBOARD.metricsOfTheService()).contains("onet_analysis_seconds_count");
    }

    private static int number(YamlNode tile, String name) {
        return Integer.parseInt(tile.at(name).text());
    }
}
