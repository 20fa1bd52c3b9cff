package io.github.onet4j.assess;

import io.github.onet4j.OnetException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Gives a model one task, and, if the reply needs repair, once more together with its problems. */
final class Dialogue {
    private final LanguageModel model;
    private final Consumer<Turn> observer;
    private final List<Turn> turns = new ArrayList<>();

    Dialogue(LanguageModel model, Consumer<Turn> observer) {
        this.model = model;
        this.observer = observer;
    }

    /** Returns the usable reply with the most entries, the later one if they have the same number, or fails. */
    <R extends CheckedReply> Answer<R> ask(TaskPrompt task, Function<String, R> check) {
        Answer<R> first = turn(task.first(), check);
        if (!first.checked().needsRepair()) {
            return first;
        }
        Answer<R> second;
        try {
            second = turn(task.repair(first.reply().text(), first.checked().problems()), check);
        } catch (LanguageModelException e) {
            if (first.isUsable()) {
                return first;
            }
            throw e;
        }
        if (first.usableEntries() > second.usableEntries()) {
            return first;
        }
        if (second.isUsable()) {
            return second;
        }
        throw new InvalidReplyException(task.about(), second.checked().refusals(), turns);
    }

    List<Turn> turns() {
        return turns;
    }

    private <R extends CheckedReply> Answer<R> turn(Prompt prompt, Function<String, R> check) {
        Instant askedAt = Instant.now();
        long start = System.nanoTime();
        ModelReply reply;
        try {
            reply = model.reply(prompt);
        } catch (OnetException e) {
            record(Turn.failed(prompt, askedAt, since(start), e.getMessage()));
            throw e;
        }
        Duration elapsed = since(start);
        R checked = check.apply(reply.text());
        Turn turn = Turn.replied(prompt, reply, askedAt, elapsed, checked.problems());
        record(turn);
        return new Answer<>(turn, reply, checked);
    }

    private void record(Turn turn) {
        turns.add(turn);
        observer.accept(turn);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** A reply as it was sent, and as it was read. */
    record Answer<R extends CheckedReply>(Turn turn, ModelReply reply, R checked) {
        boolean isUsable() {
            return checked.refusals().isEmpty();
        }

        int usableEntries() {
            return isUsable() ? checked.usableEntries() : 0;
        }
    }
}
