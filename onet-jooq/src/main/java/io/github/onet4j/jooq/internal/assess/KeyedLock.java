package io.github.onet4j.jooq.internal.assess;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Runs work for the same key one thread at a time, and work for other keys side by side. */
final class KeyedLock<K> {
    private final ConcurrentMap<K, ReentrantLock> underWay = new ConcurrentHashMap<>();

    <T> T locked(K key, Supplier<T> work) {
        while (true) {
            ReentrantLock lock = underWay.computeIfAbsent(key, absent -> new ReentrantLock());
            lock.lock();
            try {
                // The previous holder has removed this lock, and other threads may hold a newer one.
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
