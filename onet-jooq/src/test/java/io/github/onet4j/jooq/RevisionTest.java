package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.testing.MiniRelease;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is kept in memory of a revision is never taken for another one. */
final class RevisionTest extends WithWebServices {
    /** The transaction of the thread, as a host's framework binds it. */
    private static final ThreadLocal<@Nullable Connection> TRANSACTION = new ThreadLocal<>();

    @Test
    void isNeverThatOfATransactionThatWasRolledBack() throws Exception {
        Onet node = node(boundToTransactions(), options);
        assertThat(node.catalog().occupations()).hasSize(8);

        inTransactionRolledBack(() -> {
            assertThat(skills(node, DEVELOPERS).elements()).hasSize(2);
            assertThat(node.catalog().requireOccupation(DESIGNERS).title()).isEqualTo("Web Designers");
            assertThat(node.catalog().occupations()).hasSize(9);
            assertThat(inAnotherThread(() -> node.catalog().occupations().size()))
                    .isEqualTo(8);
            assertThat(skills(node, DEVELOPERS).elements()).hasSize(2);
        });
        stub.release(withRating(
                MiniRelease.text().withRow("Occupation Data.txt", DESIGNERS.value(), "Designers of Webs", "Other."),
                "Essential Skills.txt",
                DEVELOPERS,
                "2.A.1.b",
                "Active Listening"));

        assertThat(node.catalog().requireOccupation(DESIGNERS).title()).isEqualTo("Designers of Webs");
        assertThat(node.catalog().occupations()).extracting("title").contains("Designers of Webs");
        assertThat(skills(node, DEVELOPERS).elements())
                .extracting(rated -> rated.element().id())
                .containsExactly("2.A.1.b");
    }

    @Test
    void isNeverThatOfALoadThatWasRolledBack() throws Exception {
        Onet node = node(boundToTransactions(), options);
        String before = value("select revision_id from onet_release");

        inTransactionRolledBack(() -> node.load(open(MiniRelease.singleSkillsText())));
        node.load(open(MiniRelease.csv()));

        assertThat(rows("select revision_id from onet_release"))
                .doesNotHaveDuplicates()
                .contains(List.of(before))
                .hasSize(2);
    }

    private interface Work {
        void run() throws Exception;
    }

    private void inTransactionRolledBack(Work work) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            TRANSACTION.set(connection);
            try {
                work.run();
            } finally {
                TRANSACTION.remove();
                connection.rollback();
            }
        }
    }

    private static <T> T inAnotherThread(Callable<T> work) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(work).get();
        } finally {
            thread.shutdown();
        }
    }

    private DataSource boundToTransactions() {
        return HostDataSource.wrapped(DataSource.class, dataSource, (source, method, arguments) -> {
            Connection bound = TRANSACTION.get();
            return bound != null && method.getName().equals("getConnection")
                    ? HostDataSource.of(bound).getConnection()
                    : HostDataSource.invoke(source, method, arguments);
        });
    }
}
