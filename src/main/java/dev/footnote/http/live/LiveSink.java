package dev.footnote.http.live;

import dev.footnote.query.execution.GraphQLResponse;

/** Where the events of a live operation are sent. All methods may be called on any thread. */
public interface LiveSink {

    /** Whether nobody waits for events any more. It stays so. */
    boolean isClosed();

    /**
     * Whether the client has read what it was sent. While it has not, nothing is read for it: it gets what it missed from the
     * database when it has, so that none is lost and none is kept in memory.
     */
    boolean isReady();

    /**
     * Sends events.
     *
     * @param written called when they have left this process
     * @return false if too much waits to be sent over the connection already; then nothing is sent
     */
    boolean send(LiveEvents events, Runnable written);

    /** Ends the operation with an error. */
    void fail(GraphQLResponse error);
}
