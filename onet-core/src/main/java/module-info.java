/**
 * O*NET's vocabulary, a reader of its releases and their download, a client of its Web Services, skill gaps as pure
 * arithmetic, comparison of releases, and language models.
 */
@SuppressWarnings("module") // onet-jooq is compiled after this module, so the compiler can not see it yet.
module io.github.onet4j.core {
    requires transitive java.net.http;
    requires transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires org.apache.commons.csv;
    requires org.slf4j;

    exports io.github.onet4j;
    exports io.github.onet4j.assess;
    exports io.github.onet4j.compare;
    exports io.github.onet4j.download;
    exports io.github.onet4j.gap;
    exports io.github.onet4j.gemini;
    exports io.github.onet4j.http;
    exports io.github.onet4j.match;
    exports io.github.onet4j.person;
    exports io.github.onet4j.release;
    exports io.github.onet4j.web;
    exports io.github.onet4j.internal to
            io.github.onet4j.jooq;
    exports io.github.onet4j.internal.search to
            io.github.onet4j.jooq;
    exports io.github.onet4j.internal.web to
            io.github.onet4j.jooq;
}
