package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.internal.web.TableClient;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Selects the questions of a run. */
@FunctionalInterface
interface Plan {
    /** Returns the subjects in the order to ask for them; the service lists its tables. */
    List<Subject> subjects(TableClient services);

    /** Returns the complete fetches that spare a question, while the service has a version. By default none does. */
    default Condition answers(String version) {
        return DSL.falseCondition();
    }

    /** Reports progress: after each page, and for each question that an earlier run answered. */
    default void advanced(Subject subject, int done, int total) {}
}
