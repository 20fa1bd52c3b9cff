package io.github.onet4j.examples.plain;

import static io.github.onet4j.jooq.schema.Tables.ONET_ACTIVE_SKILL;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.VARCHAR;

import com.zaxxer.hikari.HikariDataSource;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.release.OnetRelease;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Table;

/**
 * Joins onet4j's generated tables with a table of the host in a typed query: which employees work in an occupation
 * that needs the skill Programming, and at which level?
 *
 * <p>Run it with {@code onet-examples/plain-java/run TypedQueryJoin [JDBC_URL USER [RELEASE]]}; the environment
 * variable {@code DB_PASSWORD} holds the password.
 */
public final class TypedQueryJoin {
    // A host that generates its own tables with jOOQ has these already.
    private static final Table<Record> EMPLOYEE = table(name("employee"));
    private static final Field<String> EMPLOYEE_NAME =
            field(name("employee", "name"), VARCHAR(100).notNull());
    private static final Field<String> EMPLOYEE_CODE =
            field(name("employee", "onetsoc_code"), VARCHAR(10).notNull());

    private static final String PROGRAMMING = "2.B.3.e";

    private TypedQueryJoin() {}

    /** Takes a JDBC URL, a user, and the path of a release. */
    public static void main(String[] arguments) {
        try (HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl(arguments[0]);
            dataSource.setUsername(arguments[1]);
            dataSource.setPassword(System.getenv("DB_PASSWORD"));
            Onet onet = Onet.create(dataSource).build();
            onet.schema().createOrUpgrade();
            onet.load(OnetRelease.open(Path.of(arguments[2])));
            hireEmployees(onet.dsl());

            for (Record3<String, String, BigDecimal> row : programmers(onet.dsl())) {
                System.out.printf("%s, %s: level %s%n", row.value1(), row.value2(), row.value3());
            }
            System.out.println(onet.catalog().release().attribution());
        }
    }

    private static Iterable<Record3<String, String, BigDecimal>> programmers(DSLContext dsl) {
        return dsl.select(EMPLOYEE_NAME, ONET_ACTIVE_SKILL.TITLE, ONET_ACTIVE_SKILL.LEVEL)
                .from(EMPLOYEE)
                .join(ONET_ACTIVE_SKILL)
                .on(ONET_ACTIVE_SKILL.ONETSOC_CODE.eq(EMPLOYEE_CODE))
                .where(ONET_ACTIVE_SKILL.ELEMENT_ID.eq(PROGRAMMING))
                .and(ONET_ACTIVE_SKILL.LEVEL.gt(BigDecimal.ZERO))
                .orderBy(ONET_ACTIVE_SKILL.LEVEL.desc(), EMPLOYEE_NAME)
                .fetch();
    }

    private static void hireEmployees(DSLContext dsl) {
        dsl.createTableIfNotExists(EMPLOYEE)
                .columns(EMPLOYEE_NAME, EMPLOYEE_CODE)
                .execute();
        if (!dsl.fetchExists(EMPLOYEE)) {
            dsl.insertInto(EMPLOYEE, EMPLOYEE_NAME, EMPLOYEE_CODE)
                    .values("Ada", "15-1251.00")
                    .values("Grace", "15-1211.00")
                    .values("Thurgood", "23-1011.00")
                    .execute();
        }
    }
}
