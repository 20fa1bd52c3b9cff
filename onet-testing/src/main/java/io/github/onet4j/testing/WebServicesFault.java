package io.github.onet4j.testing;

import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A fault in the handling of requests of {@link WebServicesStub#on}: of the next one, unless {@link #times} or
 * {@link #always} says otherwise. Immutable.
 *
 * <pre>{@code
 * stub.on("rows/skills").times(2).status(503);
 * stub.on("online/search").always().error(422, "no such keyword");
 * HeldRequest held = stub.on("start=2001").held();
 * }</pre>
 *
 * <p>Faults add up. One request takes a hold or a hook, one answer instead of the service's, all changes to the
 * service's answer and one way of breaking off; of several of a sort, the one set first is used up first. A change to a
 * page waits for an answer that is one.
 */
public final class WebServicesFault {
    private final FaultList faults;
    private final String text;
    private final int times;

    WebServicesFault(FaultList faults, String text, int times) {
        this.faults = faults;
        this.text = text;
        this.times = times;
    }

    /** Applies to the next requests: at least 1. */
    public WebServicesFault times(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("times must be at least 1: " + count);
        }
        return new WebServicesFault(faults, text, count);
    }

    /** Applies from now on, until {@link WebServicesStub#recover()}. */
    public WebServicesFault always() {
        return new WebServicesFault(faults, text, FaultList.ALWAYS);
    }

    /** Answers with a status and an HTML page. */
    public void status(int status) {
        status(status, Map.of());
    }

    /** Answers with a status, headers such as {@code Retry-After}, and an HTML page. */
    public void status(int status, Map<String, String> headers) {
        instead(Reply.html(status).with(headers));
    }

    /** Answers with a status, headers and a body; the type is {@code text/html} unless the headers say another. */
    public void status(int status, Map<String, String> headers, String body) {
        instead(Reply.html(status).with(headers).withBody(body));
    }

    /** Answers with a status and {@code {"error": message}}. */
    public void error(int status, String message) {
        instead(Reply.error(status, message));
    }

    /** Answers with status 302 to an address. */
    public void redirect(URI address) {
        status(302, Map.of("Location", address.toString()));
    }

    /** Answers with status 200, calls it JSON, and sends a page of HTML. */
    public void notJson() {
        edit(reply -> reply.withBody(Reply.html(200).body()));
    }

    /** Sends half of the JSON with a length that fits. */
    public void cutJson() {
        body(json -> json.substring(0, json.length() / 2));
    }

    /** Sends half of the declared {@code Content-Length} and closes the connection. */
    public void cutBody() {
        add(new Fault.OnTheWay(Delivery.CUT));
    }

    /** Sends half of the body in chunks and closes the connection. */
    public void cutChunks() {
        add(new Fault.OnTheWay(Delivery.CUT_CHUNKS));
    }

    /** Edits the body that the service would send. */
    public void body(UnaryOperator<String> edit) {
        edit(reply -> reply.withBody(edit));
    }

    /** Lets a page say another number of rows in total. */
    public void total(int total) {
        editPage(page -> page.withTotal(total));
    }

    /** Lets a page lead to an address as the one of the next page, also if there is none. */
    public void next(URI address) {
        editPage(page -> page.withNext(address));
    }

    /** Drops a page's last row; the page still counts it. The page must have one. */
    public void rowMissing() {
        editPage(Page::withoutLastRow);
    }

    /** Gives another O*NET-SOC code to a page's last row, so that nothing else is odd. The page must have one. */
    public void rowOf(String code) {
        editPage(page -> page.withLastRowOf(code));
    }

    /** Answers as if no filter was asked for. */
    public void filtersIgnored() {
        add(new Fault.Misread(question -> question.ignoring("filter")));
    }

    /** Runs something on the server's thread before the request is answered, for example a change of the release. */
    public void meanwhile(Runnable action) {
        add(new Fault.Before(action));
    }

    /**
     * Holds the request before anything of the answer is made or sent.
     *
     * @return what tells that it arrived, and lets it go
     */
    public HeldRequest held() {
        HeldRequest held = faults.newHeld(text, times);
        add(new Fault.Before(held::hold));
        return held;
    }

    /**
     * Sends headers and half of the body, and holds the rest.
     *
     * @return what tells that it got there, and lets it go
     */
    public HeldRequest heldInBody() {
        HeldRequest held = faults.newHeld(text, times);
        add(new Fault.OnTheWay(Delivery.pausing(held)));
        return held;
    }

    private void instead(Reply reply) {
        add(new Fault.Instead(reply));
    }

    private void edit(UnaryOperator<Reply> edit) {
        add(new Fault.ReplyEdit(edit));
    }

    private void editPage(UnaryOperator<Page> edit) {
        add(new Fault.PageEdit(edit));
    }

    private void add(Fault fault) {
        faults.add(text, times, fault);
    }
}
