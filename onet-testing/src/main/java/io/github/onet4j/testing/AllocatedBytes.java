package io.github.onet4j.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a thread has taken of the heap so far, whether or not it was given back. */
public final class AllocatedBytes {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocatedBytes() {}

    /** Returns the number of bytes that the calling thread has allocated since it started. */
    public static long ofThisThread() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
