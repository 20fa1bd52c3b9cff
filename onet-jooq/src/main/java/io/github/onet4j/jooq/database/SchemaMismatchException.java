package io.github.onet4j.jooq.database;

import io.github.onet4j.OnetException;
import java.io.Serial;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The live schema differs from the one that onet4j needs. */
public final class SchemaMismatchException extends OnetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<SchemaDifference> differences;

    /**
     * Creates the exception.
     *
     * @param fix what to do
     * @param differences every difference, at least one
     */
    public SchemaMismatchException(String fix, List<SchemaDifference> differences) {
        super("the schema differs from the one that onet4j needs; " + Objects.requireNonNull(fix, "fix") + ". "
                + Objects.requireNonNull(differences, "differences").stream()
                        .map(SchemaDifference::toString)
                        .collect(Collectors.joining("; ")));
        this.differences = List.copyOf(differences);
    }

    /**
     * Returns every difference.
     *
     * @return the differences, by table
     */
    public List<SchemaDifference> differences() {
        return differences;
    }
}
