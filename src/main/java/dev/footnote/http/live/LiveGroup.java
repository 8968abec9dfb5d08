package dev.footnote.http.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.CancellationToken;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.execution.PreparedRequest;
import dev.footnote.query.scheduling.RequestScheduler;
import dev.footnote.query.subscription.LiveAnswer;

/** Live operations that wait for the same answer. It has claimed their sessions until the answer was handed out. */
final class LiveGroup implements RequestScheduler.Asker {

    /**
     * What operations have in common that wait for the same answer.
     *
     * @param revision that the answer must contain, so that a client never gets an older state from a replica; empty for any
     */
    record Key(GraphQLRequest request, String revision) {
    }

    private static final Logger LOG = Logger.getLogger(LiveGroup.class);

    private final Key key;
    private final String current;
    private final Follow follow;
    private final CancellationToken cancellation;
    private final List<LiveSession> sessions = new ArrayList<>();

    /** Who goes on with the sessions. */
    interface Follow {

        /** Called when the client of a session was sent something. */
        void written(LiveSession session);

        /** Called when all sessions are released. */
        void ended(LiveGroup group);
    }

    /** @param current a revision that is current before the answer is read */
    LiveGroup(Key key, String current, Follow follow) {
        this.key = key;
        this.current = current;
        this.follow = follow;
        this.cancellation = new CancellationToken(CancellationToken.name(), key.revision().isEmpty() ? null : key.revision());
    }

    Key key() {
        return key;
    }

    /** Adds a claimed session, before the answer is read. */
    void add(LiveSession session) {
        sessions.add(session);
    }

    List<LiveSession> sessions() {
        return sessions;
    }

    /** Whether nobody waits for the answer any more. */
    boolean isForsaken() {
        return sessions.stream().allMatch(LiveSession::isClosed);
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
        // the request was recorded when the operation began
    }

    void begin(RequestScheduler scheduler) {
        try {
            Optional<PreparedRequest> first = sessions.get(0).takeFirst();
            sessions.forEach(LiveSession::takeFirst);
            if (first.isPresent()) {
                scheduler.ask(first.get(), this);
            } else {
                scheduler.ask(key.request(), sessions.get(0).size(), this);
            }
        } catch (RuntimeException e) {
            LOG.error("What comes next for live operations could not be read", e);
            end(LiveSession::postpone);
        }
    }

    @Override
    public void answered(GraphQLResponse response) {
        if (response.outcome() != GraphQLResponse.Outcome.ANSWERED) {
            end(session -> session.failed(response));
            return;
        }
        try {
            LiveAnswer answer = sessions.get(0).operation().answer(response.body());
            LiveEvents events = new LiveEvents(answer.events());
            // a replica may have been read that does not have the current revision yet
            String read = cancellation.read() == null ? current : cancellation.read();
            end(session -> session.answered(answer, events, read, () -> follow.written(session)));
        } catch (RuntimeException e) {
            LOG.error("The answer for live operations could not be read", e);
            end(LiveSession::postpone);
        }
    }

    /** Ends the work for each session, whatever becomes of the others, and releases it. */
    private void end(Consumer<LiveSession> step) {
        for (LiveSession session : sessions) {
            try {
                step.accept(session);
            } catch (RuntimeException e) {
                LOG.error("A live operation could not be answered", e);
                session.postpone();
            } finally {
                session.release();
            }
        }
        follow.ended(this);
    }

    /** Releases the sessions without an answer. */
    void giveUp() {
        sessions.forEach(LiveSession::release);
    }
}
