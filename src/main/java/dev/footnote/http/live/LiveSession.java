package dev.footnote.http.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.footnote.query.RequestError;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.execution.PreparedRequest;
import dev.footnote.query.subscription.LiveAnswer;
import dev.footnote.query.subscription.LiveOperation;
import dev.footnote.query.subscription.PreparedLiveRequest;

/** One live operation of one client. Whoever has claimed it may use it until it is released. */
public final class LiveSession {

    private static final long FIRST_PAUSE = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(30).toNanos();

    private final LiveOperation operation;
    private final LiveSink sink;
    private final int size;
    private final AtomicBoolean isClaimed = new AtomicBoolean();
    private volatile boolean isClosed;
    /** The first query, until it is used. */
    private Optional<PreparedRequest> first;
    /** The revision up to which the client has everything; empty at first. */
    private volatile String revision = "";
    /** Whether the client may lack something of that revision. */
    private volatile boolean isBehind = true;
    /** The pause after a failure, and until when it lasts, in nanoseconds. */
    private long pause = FIRST_PAUSE;
    private volatile long resumes = System.nanoTime();

    LiveSession(PreparedLiveRequest request, LiveSink sink) {
        this.operation = request.operation().orElseThrow();
        this.first = Optional.of(request.first());
        this.sink = sink;
        this.size = request.size();
    }

    void close() {
        isClosed = true;
    }

    boolean isClosed() {
        return isClosed || sink.isClosed();
    }

    /** Claims the session, if something may be missing and the client can take it now. */
    boolean claim(String current) {
        return (isBehind || !revision.equals(current)) && System.nanoTime() - resumes >= 0 && sink.isReady()
                && isClaimed.compareAndSet(false, true);
    }

    void release() {
        isClaimed.set(false);
    }

    LiveOperation operation() {
        return operation;
    }

    /** The size of the request in bytes. */
    int size() {
        return size;
    }

    String revision() {
        return revision;
    }

    boolean isBehind() {
        return isBehind;
    }

    /** The first query, if it was not used yet. */
    Optional<PreparedRequest> takeFirst() {
        Optional<PreparedRequest> taken = first;
        first = Optional.empty();
        return taken;
    }

    /**
     * Sends the events of an answer, if the client lacks them. If its connection is busy, they are read again later.
     *
     * @param read the revision that the answer was read from
     * @param written called when they were sent
     */
    void answered(LiveAnswer answer, LiveEvents events, String read, Runnable written) {
        if (operation.lacks(answer) && !sink.send(events, written)) {
            isBehind = true;
            return;
        }
        operation.advance(answer);
        pause = FIRST_PAUSE;
        isBehind = answer.isFull();
        revision = read;
    }

    /** Tries again if the server is to blame, and otherwise ends the operation. */
    void failed(GraphQLResponse error) {
        if (error.code() == RequestError.Code.TOO_COMPLEX && operation.reduce()) {
            isBehind = true;
        } else if (error.outcome() == GraphQLResponse.Outcome.REFUSED && error.code() != RequestError.Code.TIMED_OUT) {
            close();
            sink.fail(error);
        } else {
            postpone();
        }
    }

    /** Tries again after a pause, which is longer each time. */
    void postpone() {
        isBehind = true;
        resumes = System.nanoTime() + pause;
        pause = Math.min(LONGEST_PAUSE, pause * 2);
    }
}
