// Imports and variables that need a database.
import io.github.onet4j.jooq.*;
import io.github.onet4j.jooq.load.*;
import org.jooq.DSLContext;
import static io.github.onet4j.jooq.schema.Tables.*;
import static org.jooq.impl.DSL.*;

Onet onet = io.github.onet4j.examples.jshell.Opened.current().onet();
DSLContext dsl = onet.dsl();
