package dev.footnote.http.live;

import java.util.Optional;

import jakarta.inject.Singleton;

import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.RequestException;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.subscription.LiveOperation;
import dev.footnote.query.subscription.LiveOperations;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Finds the live operations in requests, away from the threads of connections. */
@Singleton
public class LiveRequests {

    private final LiveOperations operations;
    private final LiveSessions sessions;

    LiveRequests(LiveOperations operations, LiveSessions sessions) {
        this.operations = operations;
        this.sessions = sessions;
    }

    public LiveSessions sessions() {
        return sessions;
    }

    /**
     * The live operation of a request; empty if the request is answered once.
     *
     * @param always whether a query is a live query without its directive
     */
    public Future<Optional<LiveOperation>> operation(Vertx vertx, GraphQLRequest request, boolean always) {
        return vertx.executeBlocking(() -> operations.of(request, always), false);
    }

    /** The response to a request whose operation could not be found. */
    public static GraphQLResponse error(Throwable cause) {
        return cause instanceof RequestException exception ? GraphQLResponse.refused(exception)
                : GraphQLResponse.unavailable();
    }
}
