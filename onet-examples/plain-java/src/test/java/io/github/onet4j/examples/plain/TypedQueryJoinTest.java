package io.github.onet4j.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypedQueryJoinTest extends OnEachEngine {
    @Test
    void givesTheHostsRowsWithTheirLevels() {
        String output = run(TypedQueryJoin.class);

        assertThat(output.lines().limit(3))
                .containsExactly(
                        "Ada, Computer Programmers: level " + level("15-1251.00"),
                        "Grace, Computer Systems Analysts: level " + level("15-1211.00"),
                        "Thurgood, Lawyers: level " + level("23-1011.00"));
        assertThat(output).contains(ATTRIBUTION);
    }

    @Test
    void leavesOutWhoIsInNoRatedOccupationAndKeepsTheHostsTable() {
        onet().dsl().execute("create table employee (name varchar(100) not null, onetsoc_code varchar(10) not null)");
        // The first is unrated in O*NET 29.3, the second unknown.
        onet().dsl()
                .execute("insert into employee values ('Linus', '15-1252.00'), ('Nobody', '99-9999.00'),"
                        + " ('Ada', '15-1251.00')");

        String output = run(TypedQueryJoin.class);

        assertThat(output.lines().filter(line -> line.contains(": level ")))
                .singleElement()
                .asString()
                .startsWith("Ada, ");
        assertThat(rows("select name from employee order by name"))
                .containsExactly(List.of("Ada"), List.of("Linus"), List.of("Nobody"));
    }

    private String level(String code) {
        return rows("select data_value from onet_rating where onetsoc_code = '" + code
                        + "' and element_id = '2.B.3.e' and scale_id = 'LV'")
                .get(0)
                .get(0);
    }
}
