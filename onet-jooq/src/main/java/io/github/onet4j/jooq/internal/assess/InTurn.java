package io.github.onet4j.jooq.internal.assess;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets threads that want the same do so one after the other, and others side by side. */
final class InTurn<K> {
    private final ConcurrentMap<K, ReentrantLock> underWay = new ConcurrentHashMap<>();

    <T> T run(K key, Supplier<T> work) {
        while (true) {
            ReentrantLock lock = underWay.computeIfAbsent(key, absent -> new ReentrantLock());
            lock.lock();
            try {
                // Whoever held it before has taken it away, and others may have another by now.
                if (underWay.get(key) == lock) {
                    return work.get();
                }
            } finally {
                underWay.remove(key, lock);
                lock.unlock();
            }
        }
    }
}
