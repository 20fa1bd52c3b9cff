package io.github.onet4j.jooq.internal.web;

import io.github.onet4j.web.OnetWebServices;
import java.util.List;
import org.jooq.DSLContext;

/** Which questions a run asks. */
interface Plan {
    /** The questions in their order, over the tables that the service has now. */
    List<Question> questions(OnetWebServices services);

    /** Whether a question need not be asked of a service that has a version. */
    boolean isAnswered(DSLContext dsl, Question question, String version);

    /** Is told after each page, and where a question need not be asked. */
    void advanced(Question question, Progress progress);

    /** How many questions are answered, of how many. */
    record Progress(int done, int total) {}
}
