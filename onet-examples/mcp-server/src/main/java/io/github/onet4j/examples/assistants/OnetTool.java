package io.github.onet4j.examples.assistants;

import io.github.onet4j.OnetException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tool that an assistant can call. It reads only, asks nobody but its releases, and answers the same question the
 * same as long as these stay the same. Immutable and safe for use by several threads.
 */
public final class OnetTool {
    private static final Logger LOG = LoggerFactory.getLogger(OnetTool.class);

    private final String name;
    private final String title;
    private final String description;
    private final String inputSchema;
    private final String outputSchema;
    private final Function<String, Answer> execution;

    private OnetTool(
            String name,
            String title,
            String description,
            String inputSchema,
            String outputSchema,
            Function<String, Answer> execution) {
        this.name = name;
        this.title = title;
        this.description = description;
        this.inputSchema = inputSchema;
        this.outputSchema = outputSchema;
        this.execution = execution;
    }

    /** Creates a tool whose schemas are those of two records. */
    static <A> OnetTool of(
            String name,
            String title,
            String description,
            Class<A> arguments,
            Class<? extends Answer> answer,
            Function<A, ? extends Answer> execution) {
        ArgumentReader<A> reader = new ArgumentReader<>(arguments);
        return new OnetTool(
                name,
                title,
                description,
                reader.schema(),
                Schemas.ofAnswer(answer).toString(),
                text -> execution.apply(reader.read(text)));
    }

    /**
     * Returns the name that an assistant calls the tool by.
     *
     * @return for example {@code skill_gap}
     */
    public String name() {
        return name;
    }

    /**
     * Returns a name for people.
     *
     * @return for example {@code Skill gap}
     */
    public String title() {
        return title;
    }

    /**
     * Returns what the tool does, for an assistant.
     *
     * @return a few sentences
     */
    public String description() {
        return description;
    }

    /**
     * Returns the schema of the arguments.
     *
     * @return a JSON Schema of draft 2020-12
     */
    public String inputSchema() {
        return inputSchema;
    }

    /**
     * Returns the schema of {@link ToolAnswer#structured}.
     *
     * @return a JSON Schema of draft 2020-12
     */
    public String outputSchema() {
        return outputSchema;
    }

    /**
     * Calls the tool. It throws nothing: whatever is wrong, the answer says what to ask instead, or that a log tells
     * more. The arguments are never logged, for they may be about a person.
     *
     * @param arguments a JSON object
     * @return the answer
     */
    public ToolAnswer call(String arguments) {
        try {
            return ToolAnswer.of(execution.apply(arguments));
        } catch (RefusedCallException e) {
            return ToolAnswer.refused(e.getMessage());
        } catch (OnetException e) {
            return ToolAnswer.refused(RefusedCallException.of(e)
                    .map(RefusedCallException::getMessage)
                    .orElseGet(() -> failed(e)));
        } catch (RuntimeException e) {
            return ToolAnswer.refused(failed(e));
        }
    }

    private String failed(RuntimeException e) {
        LOG.error("{} failed", name, e);
        return "The tool failed, for no fault of the arguments. Tell the user that the log of the tools says why.";
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
