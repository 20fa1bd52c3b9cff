package io.github.onet4j.testing;

import io.github.onet4j.testing.WebServicesStub.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The faults that were set and are not used up, in the order in which they were set. Safe for use by several threads.
 */
final class FaultList {
    static final int ALWAYS = Integer.MAX_VALUE;

    private final List<Entry> entries = new ArrayList<>();
    private final List<HeldRequest> held = new ArrayList<>();

    synchronized void add(String text, int times, Fault fault) {
        entries.add(new Entry(text, times, fault));
    }

    synchronized HeldRequest newHeld(String text, int times) {
        HeldRequest request = new HeldRequest(text, times == ALWAYS ? 1 : times);
        held.add(request);
        return request;
    }

    synchronized void clear() {
        entries.clear();
    }

    synchronized void letGo() {
        held.forEach(HeldRequest::letGo);
        held.clear();
    }

    /** Uses up the earliest fault of a kind that applies to a request. */
    synchronized <F extends Fault> Optional<F> next(Class<F> kind, Request request) {
        return applying(kind, request).stream().findFirst().map(entry -> use(entry, kind));
    }

    UnaryOperator<Question> misread(Request request) {
        return inOrder(all(Fault.Misread.class, request).stream().map(Fault.Misread::edit));
    }

    UnaryOperator<Page> pageEdits(Request request) {
        return inOrder(all(Fault.PageEdit.class, request).stream().map(Fault.PageEdit::edit));
    }

    UnaryOperator<Reply> replyEdits(Request request) {
        return inOrder(all(Fault.ReplyEdit.class, request).stream().map(Fault.ReplyEdit::edit));
    }

    private synchronized <F extends Fault> List<F> all(Class<F> kind, Request request) {
        return applying(kind, request).stream().map(entry -> use(entry, kind)).toList();
    }

    private static <T> UnaryOperator<T> inOrder(Stream<UnaryOperator<T>> edits) {
        return edits.reduce((first, second) -> value -> second.apply(first.apply(value)))
                .orElse(UnaryOperator.identity());
    }

    private List<Entry> applying(Class<? extends Fault> kind, Request request) {
        return entries.stream()
                .filter(entry -> kind.isInstance(entry.fault) && request.contains(entry.text))
                .toList();
    }

    private <F extends Fault> F use(Entry entry, Class<F> kind) {
        if (entry.left != ALWAYS && --entry.left == 0) {
            entries.remove(entry);
        }
        return kind.cast(entry.fault);
    }

    private static final class Entry {
        private final String text;
        private final Fault fault;
        private int left;

        Entry(String text, int times, Fault fault) {
            this.text = text;
            this.left = times;
            this.fault = fault;
        }
    }
}
