package dev.footnote.http.live;

import java.util.Optional;

import jakarta.inject.Singleton;

import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.scheduling.RequestScheduler;
import dev.footnote.query.subscription.LiveOperations;
import dev.footnote.query.subscription.LiveRequest;
import dev.footnote.query.subscription.NotAnsweredException;
import dev.footnote.query.subscription.PreparedLiveRequest;

/** Schedules requests that may have a live operation, like all other requests. */
@Singleton
public class LiveRequests {

    private final LiveOperations operations;
    private final LiveSessions sessions;
    private final RequestScheduler scheduler;

    LiveRequests(LiveOperations operations, LiveSessions sessions, RequestScheduler scheduler) {
        this.operations = operations;
        this.sessions = sessions;
        this.scheduler = scheduler;
    }

    /** A client that waits for a response, or for events. */
    public interface Asker extends RequestScheduler.Asker {

        /** Called on any thread instead of {@link #answered} if the request has a live operation. */
        void began(PreparedLiveRequest request, LiveSessions sessions);
    }

    public void ask(LiveRequest request, Asker asker) {
        scheduler.prepare(request.request(), request.size(), () -> prepared(request, asker), asker);
    }

    private Optional<GraphQLResponse> prepared(LiveRequest request, Asker asker) {
        PreparedLiveRequest prepared;
        try {
            prepared = operations.prepared(request, asker.cancellation());
        } catch (NotAnsweredException e) {
            return Optional.of(e.response());
        }
        asker.understood(prepared.asked());
        if (prepared.operation().isPresent()) {
            asker.began(prepared, sessions);
        } else {
            scheduler.ask(prepared.asked(), asker);
        }
        return Optional.empty();
    }
}
