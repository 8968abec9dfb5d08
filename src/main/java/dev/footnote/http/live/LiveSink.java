package dev.footnote.http.live;

import java.util.List;

import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.subscription.LiveEvent;

/** Where the events of a live operation are sent. All methods may be called on any thread. */
public interface LiveSink {

    /**
     * Whether the client has read what it was sent. While it has not, nothing is read for it: it gets what it missed from the
     * database when it has, so that none is lost and none is kept in memory.
     */
    boolean isReady();

    void send(List<LiveEvent> events);

    /** Ends the operation with an error. */
    void fail(GraphQLResponse error);
}
