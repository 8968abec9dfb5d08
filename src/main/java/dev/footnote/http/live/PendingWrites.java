package dev.footnote.http.live;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The number of bytes that wait to be sent over one connection. All live operations of the connection share it, so that a
 * client that does not read keeps one answer in memory, and not one for each operation.
 */
public final class PendingWrites {

    /** Enough to keep a connection busy until more is read. */
    private static final int ENOUGH = 64 << 10;

    private final AtomicLong bytes = new AtomicLong();

    public boolean isReady() {
        return bytes.get() < ENOUGH;
    }

    public boolean isEmpty() {
        return bytes.get() == 0;
    }

    /** @return false if enough bytes wait already; then none are added */
    public boolean add(long more) {
        return bytes.getAndUpdate(waiting -> waiting < ENOUGH ? waiting + more : waiting) < ENOUGH;
    }

    /** Adds bytes that are sent however many wait already. */
    public void addAlways(long more) {
        bytes.addAndGet(more);
    }

    public void remove(long written) {
        bytes.addAndGet(-written);
    }
}
