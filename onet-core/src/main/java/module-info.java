/** O*NET's vocabulary, a reader of its releases, and skill gaps as pure arithmetic. */
@SuppressWarnings("module") // onet-jooq is compiled after this module, so the compiler can not see it yet.
module io.github.onet4j.core {
    requires transitive org.jspecify;
    requires org.apache.commons.csv;

    exports io.github.onet4j;
    exports io.github.onet4j.gap;
    exports io.github.onet4j.release;
    exports io.github.onet4j.internal to
            io.github.onet4j.jooq;
}
