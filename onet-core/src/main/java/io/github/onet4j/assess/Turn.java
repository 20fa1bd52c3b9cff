package io.github.onet4j.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A prompt and its outcome, complete enough to be stored. Immutable. */
public final class Turn {
    private final Prompt prompt;
    private final @Nullable ModelReply reply;
    private final Instant askedAt;
    private final Duration elapsed;
    private final List<String> problems;
    private final @Nullable String failure;

    private Turn(
            Prompt prompt,
            @Nullable ModelReply reply,
            Instant askedAt,
            Duration elapsed,
            List<String> problems,
            @Nullable String failure) {
        this.prompt = prompt;
        this.reply = reply;
        this.askedAt = askedAt;
        this.elapsed = elapsed;
        this.problems = List.copyOf(problems);
        this.failure = failure;
    }

    static Turn replied(Prompt prompt, ModelReply reply, Instant askedAt, Duration elapsed, List<String> problems) {
        return new Turn(prompt, reply, askedAt, elapsed, problems, null);
    }

    static Turn failed(Prompt prompt, Instant askedAt, Duration elapsed, String failure) {
        return new Turn(prompt, null, askedAt, elapsed, List.of(), failure);
    }

    /**
     * Returns the prompt that the model received.
     *
     * @return the prompt
     */
    public Prompt prompt() {
        return prompt;
    }

    /**
     * Returns the reply as it was sent.
     *
     * @return the reply; empty if the model failed
     */
    public Optional<ModelReply> reply() {
        return Optional.ofNullable(reply);
    }

    /**
     * Returns the start of the call.
     *
     * @return the time
     */
    public Instant askedAt() {
        return askedAt;
    }

    /**
     * Returns the duration of the call.
     *
     * @return the duration
     */
    public Duration elapsed() {
        return elapsed;
    }

    /**
     * Returns the problems of the reply.
     *
     * @return the problems; empty if there are none, or no reply
     */
    public List<String> problems() {
        return problems;
    }

    /**
     * Returns the message of the model's failure.
     *
     * @return the message; empty if there is a reply
     */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Turn that
                && prompt.equals(that.prompt)
                && Objects.equals(reply, that.reply)
                && askedAt.equals(that.askedAt)
                && elapsed.equals(that.elapsed)
                && problems.equals(that.problems)
                && Objects.equals(failure, that.failure);
    }

    @Override
    public int hashCode() {
        return Objects.hash(prompt, reply, askedAt, elapsed, problems, failure);
    }

    /** Returns everything but the prompt, for a log. */
    @Override
    public String toString() {
        return "Turn[reply=" + reply + ", askedAt=" + askedAt + ", elapsed=" + elapsed + ", problems=" + problems
                + ", failure=" + failure + "]";
    }
}
