package dev.footnote.http.live;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.subscription.LiveEvent;
import dev.footnote.query.subscription.LiveOperation;

/** One live operation of one client. */
public final class LiveSession {

    private final LiveOperation operation;
    private final LiveSink sink;
    /** The revision up to which the client has everything; empty if it may lack something. */
    private volatile String revision = "";
    private final AtomicBoolean isAsking = new AtomicBoolean();

    LiveSession(LiveOperation operation, LiveSink sink) {
        this.operation = operation;
        this.sink = sink;
    }

    LiveOperation operation() {
        return operation;
    }

    /**
     * Claims the session for one answer, if something may be missing and the client can take it now. It is free again when it
     * is
     * answered or postponed.
     */
    boolean isClaimed(String current) {
        return !revision.equals(current) && sink.isReady() && isAsking.compareAndSet(false, true);
    }

    /** @param read the revision that the events were read from */
    void answered(List<LiveEvent> events, String read) {
        List<LiveEvent> fresh = operation.advance(events);
        if (!fresh.isEmpty()) {
            sink.send(fresh);
        }
        revision = operation.isFull(events) ? "" : read;
        isAsking.set(false);
    }

    /** Tries again later. */
    void postponed() {
        isAsking.set(false);
    }

    void failed(GraphQLResponse error) {
        sink.fail(error);
    }
}
