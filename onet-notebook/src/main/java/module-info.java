/** Shows results of onet4j in notebooks and in JShell. */
module io.github.onet4j.notebook {
    requires transitive io.github.onet4j.core;
    requires org.apache.commons.csv;

    exports io.github.onet4j.notebook;
}
