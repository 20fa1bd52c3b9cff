package io.github.onet4j.testing;

/** A server of one's own, named by a system property. */
final class ExternalServer extends DatabaseServer {
    ExternalServer(Engine engine, String url) {
        super(engine, parsed(engine, url));
    }

    @Override
    public boolean canBeKilled() {
        return false;
    }

    @Override
    public void kill() {
        throw notOurs();
    }

    @Override
    public void restart() {
        throw notOurs();
    }

    @Override
    public void close() {
        // Whoever started it stops it.
        dropTemplates();
    }

    private static ServerUrl parsed(Engine engine, String url) {
        try {
            return ServerUrl.parse(url);
        } catch (IllegalArgumentException e) {
            // The URL itself stays out of the message, since it holds a password.
            throw new IllegalArgumentException("the system property " + engine.urlProperty() + " is no such URL", e);
        }
    }

    private UnsupportedOperationException notOurs() {
        return new UnsupportedOperationException("only an embedded server can be killed and restarted; this "
                + engine().title() + " was named by the system property " + engine().urlProperty());
    }
}
