package dev.footnote.http.graphql;

import jakarta.inject.Singleton;

import dev.footnote.http.live.LiveSessions;
import dev.footnote.query.subscription.LiveOperations;

/** What the routes need to answer live operations. */
@Singleton
class LiveRequests {

    private final LiveOperations operations;
    private final LiveSessions sessions;

    LiveRequests(LiveOperations operations, LiveSessions sessions) {
        this.operations = operations;
        this.sessions = sessions;
    }

    LiveOperations operations() {
        return operations;
    }

    LiveSessions sessions() {
        return sessions;
    }
}
