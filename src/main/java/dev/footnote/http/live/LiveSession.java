package dev.footnote.http.live;

import java.util.List;

import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.subscription.LiveEvent;
import dev.footnote.query.subscription.LiveOperation;

/** One live operation of one client. */
public final class LiveSession {

    private final LiveOperation operation;
    private final LiveSink sink;
    /** The revision up to which the client has everything; empty if it may lack something. */
    private volatile String revision = "";
    private volatile boolean isAsking;

    LiveSession(LiveOperation operation, LiveSink sink) {
        this.operation = operation;
        this.sink = sink;
    }

    LiveOperation operation() {
        return operation;
    }

    /** Whether something may be missing, and the client can take it now. */
    boolean isDue(String current) {
        return !isAsking && !revision.equals(current) && sink.isReady();
    }

    void asking() {
        isAsking = true;
    }

    /** @param read the revision that the events were read from */
    void answered(List<LiveEvent> events, String read) {
        List<LiveEvent> fresh = operation.advance(events);
        if (!fresh.isEmpty()) {
            sink.send(fresh);
        }
        revision = operation.isFull(events) ? "" : read;
        isAsking = false;
    }

    /** Tries again later. */
    void postponed() {
        isAsking = false;
    }

    void failed(GraphQLResponse error) {
        sink.fail(error);
    }
}
