package dev.footnote.http.live;

import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import dev.footnote.background.DaemonThreads;
import dev.footnote.background.LoggedTask;
import dev.footnote.http.cache.ResponseCache;
import dev.footnote.observability.GraphQLMetrics;
import dev.footnote.query.scheduling.RequestScheduler;
import dev.footnote.query.subscription.PreparedLiveRequest;

/**
 * All live operations. Once per interval the current revision is asked for. When it has changed, what comes next is read once
 * for all operations that ask the same at the same place. A few such reads run at once, and the others wait for their turn.
 */
@Singleton
public class LiveSessions implements LiveGroup.Follow {

    private static final String NAME = "live operations";

    private final RequestScheduler scheduler;
    private final ResponseCache cache;
    private final LiveConfig config;
    private final Set<LiveSession> open = ConcurrentHashMap.newKeySet();
    /** Claims sessions and starts reads. It never waits for the database or for a client. */
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, DaemonThreads.daemons(NAME),
            new ThreadPoolExecutor.DiscardPolicy());
    private boolean isAsking;
    /** Groups in the order in which they came; used by the thread only. */
    private final Map<LiveGroup.Key, LiveGroup> waiting = new LinkedHashMap<>();
    /** Groups that are read at the moment; used by the thread only. */
    private final Set<LiveGroup> running = new HashSet<>();

    LiveSessions(RequestScheduler scheduler, ResponseCache cache, LiveConfig config, GraphQLMetrics meters) {
        this.scheduler = scheduler;
        this.cache = cache;
        this.config = config;
        meters.live(open::size);
    }

    /** Begins a live operation, unless too many are open. Its first events are read at once. */
    public Optional<LiveSession> open(PreparedLiveRequest request, LiveSink sink) {
        LiveSession session = new LiveSession(request, sink);
        open.add(session);
        if (open.size() > config.streams()) {
            open.remove(session);
            return Optional.empty();
        }
        begin();
        visit(List.of(session));
        return Optional.of(session);
    }

    private synchronized void begin() {
        if (!isAsking) {
            isAsking = true;
            long interval = config.interval().toNanos();
            thread.scheduleWithFixedDelay(new LoggedTask(NAME, this::round), interval, interval, TimeUnit.NANOSECONDS);
        }
    }

    public void close(LiveSession session) {
        session.close();
        open.remove(session);
    }

    public Duration heartbeat() {
        return config.heartbeat();
    }

    private void execute(Runnable task) {
        thread.execute(new LoggedTask(NAME, task));
    }

    private void round() {
        open.removeIf(LiveSession::isClosed);
        running.stream().filter(LiveGroup::isForsaken).forEach(group -> scheduler.abandon(group.cancellation()));
        visit(List.copyOf(open));
    }

    /** Reads what comes next for those of the sessions that may lack something. */
    private void visit(List<LiveSession> sessions) {
        if (!sessions.isEmpty()) {
            cache.versions().current(revision -> {
                if (revision != null) {
                    execute(() -> visit(sessions, revision));
                }
            });
        }
    }

    private void visit(List<LiveSession> sessions, String revision) {
        for (LiveSession session : sessions) {
            // each by itself, because the others must not miss anything if one fails
            LoggedTask.run("visiting a live operation", () -> {
                if (session.claim(revision)) {
                    LiveGroup.Key key = new LiveGroup.Key(session.operation().request(), session.revision());
                    waiting.computeIfAbsent(key, one -> new LiveGroup(one, revision, this)).add(session);
                }
            });
        }
        start();
    }

    private void start() {
        Iterator<LiveGroup> groups = waiting.values().iterator();
        while (running.size() < config.queries() && groups.hasNext()) {
            LiveGroup group = groups.next();
            groups.remove();
            if (group.isForsaken()) {
                group.giveUp();
            } else {
                running.add(group);
                group.begin(scheduler);
            }
        }
    }

    @Override
    public void written(LiveSession session) {
        if (session.isBehind()) {
            visit(List.of(session));
        }
    }

    @Override
    public void ended(LiveGroup group) {
        execute(() -> {
            running.remove(group);
            start();
            visit(group.sessions().stream().filter(session -> session.isBehind() && !session.isClosed()).toList());
        });
    }

    @PreDestroy
    void end() {
        thread.shutdownNow();
    }
}
