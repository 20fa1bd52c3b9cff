package io.github.onet4j.assess;

import io.github.onet4j.OnetException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** One task put to a model: asked once, and if nothing of the reply can be used, once more with what is wrong with it. */
final class Dialogue {
    private final LanguageModel model;
    private final Consumer<Turn> observer;
    private final List<Turn> turns = new ArrayList<>();

    Dialogue(LanguageModel model, Consumer<Turn> observer) {
        this.model = model;
        this.observer = observer;
    }

    /** A reply that can be used, or an exception. */
    <R extends CheckedReply> Answer<R> ask(TaskPrompt task, Function<String, R> check) {
        Answer<R> first = turn(task.first(), check);
        if (first.isUsable()) {
            return first;
        }
        Answer<R> second =
                turn(task.repair(first.reply().text(), first.checked().problems()), check);
        if (second.isUsable()) {
            return second;
        }
        throw new InvalidReplyException(task.about(), second.checked().refusals(), conversation());
    }

    Conversation conversation() {
        return new Conversation(turns);
    }

    private <R extends CheckedReply> Answer<R> turn(Prompt prompt, Function<String, R> check) {
        Instant askedAt = Instant.now();
        long start = System.nanoTime();
        ModelReply reply;
        try {
            reply = model.reply(prompt);
        } catch (OnetException e) {
            record(new Turn(prompt, null, askedAt, since(start), List.of(), e.getMessage()));
            throw e;
        }
        Duration elapsed = since(start);
        R checked = check.apply(reply.text());
        record(new Turn(prompt, reply, askedAt, elapsed, checked.problems(), null));
        return new Answer<>(reply, checked);
    }

    private void record(Turn turn) {
        turns.add(turn);
        observer.accept(turn);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** A reply as it came, and as it was read. */
    record Answer<R extends CheckedReply>(ModelReply reply, R checked) {
        boolean isUsable() {
            return checked.refusals().isEmpty();
        }
    }
}
