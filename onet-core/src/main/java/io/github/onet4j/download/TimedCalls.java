package io.github.onet4j.download;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes blocking calls, one after the other, in a thread of their own. The HTTP client's own timeout ends with the
 * headers of an answer, and reading a body ignores interrupts on JDK 17.
 */
final class TimedCalls implements AutoCloseable {
    private final Duration timeout;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(TimedCalls::daemon);

    TimedCalls(Duration timeout) {
        this.timeout = timeout;
    }

    <T> T call(Callable<T> call) throws IOException, TimeoutException, InterruptedException {
        Future<T> result = thread.submit(call);
        try {
            return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            result.cancel(true);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "onet4j-download");
        thread.setDaemon(true);
        return thread;
    }
}
