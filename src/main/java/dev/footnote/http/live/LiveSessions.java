package dev.footnote.http.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import dev.footnote.background.PeriodicTask;
import dev.footnote.http.cache.ResponseCache;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.CancellationToken;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.execution.PreparedRequest;
import dev.footnote.query.scheduling.RequestScheduler;
import dev.footnote.query.subscription.LiveEvent;
import dev.footnote.query.subscription.LiveOperation;

/**
 * All live operations. Once per interval the current revision is asked for. When it has changed, what comes next is read once
 * for all operations that ask the same at the same place.
 */
@Singleton
public class LiveSessions {

    /** Requests are short: the texts of documents were read when the operations began. */
    private static final int SIZE = 0;

    private final RequestScheduler scheduler;
    private final ResponseCache cache;
    private final LiveConfig config;
    private final Set<LiveSession> open = ConcurrentHashMap.newKeySet();
    private PeriodicTask asking;

    LiveSessions(RequestScheduler scheduler, ResponseCache cache, LiveConfig config) {
        this.scheduler = scheduler;
        this.cache = cache;
        this.config = config;
    }

    /** Begins a live operation, unless too many are open. Its first events are read at once. */
    public Optional<LiveSession> open(LiveOperation operation, LiveSink sink) {
        LiveSession session = new LiveSession(operation, sink);
        open.add(session);
        if (open.size() > config.streams()) {
            open.remove(session);
            return Optional.empty();
        }
        begin();
        ask(List.of(session));
        return Optional.of(session);
    }

    private synchronized void begin() {
        if (asking == null) {
            asking = PeriodicTask.every(config.interval(), config.interval(), "live operations",
                    () -> ask(List.copyOf(open)));
        }
    }

    public void close(LiveSession session) {
        open.remove(session);
    }

    Duration heartbeat() {
        return config.heartbeat();
    }

    private void ask(List<LiveSession> sessions) {
        if (!sessions.isEmpty()) {
            cache.versions().current(revision -> {
                if (revision != null) {
                    ask(sessions, revision);
                }
            });
        }
    }

    private void ask(List<LiveSession> sessions, String revision) {
        // without a lock, because a sink that is asked takes that of its connection
        Map<GraphQLRequest, List<LiveSession>> groups = new HashMap<>();
        for (LiveSession session : sessions) {
            if (session.isClaimed(revision)) {
                groups.computeIfAbsent(session.operation().request(), request -> new ArrayList<>()).add(session);
            }
        }
        groups.forEach((request, group) -> scheduler.ask(request, SIZE, new Group(group, revision)));
    }

    /** Operations that wait for the same answer. */
    private final class Group implements RequestScheduler.Asker {

        private final List<LiveSession> sessions;
        private final String revision;
        private final CancellationToken cancellation = new CancellationToken();

        Group(List<LiveSession> sessions, String revision) {
            this.sessions = sessions;
            this.revision = revision;
        }

        @Override
        public CancellationToken cancellation() {
            return cancellation;
        }

        @Override
        public boolean told() {
            return false;
        }

        @Override
        public void understood(PreparedRequest ready) {
            // it was checked when the operation began
        }

        @Override
        public void answered(GraphQLResponse answer) {
            switch (answer.outcome()) {
                case ANSWERED -> {
                    List<LiveEvent> events = sessions.get(0).operation().events(answer.body());
                    // a replica may have been read that does not have the current revision yet
                    String read = cancellation.read() == null ? revision : cancellation.read();
                    sessions.forEach(session -> session.answered(events, read));
                }
                case OVERLOADED, UNAVAILABLE -> sessions.forEach(LiveSession::postponed);
                case REFUSED, FAILED -> sessions.forEach(session -> {
                    close(session);
                    session.failed(answer);
                });
            }
        }
    }

    @PreDestroy
    void end() {
        if (asking != null) {
            asking.close();
        }
    }
}
