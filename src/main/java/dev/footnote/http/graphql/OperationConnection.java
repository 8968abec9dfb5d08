package dev.footnote.http.graphql;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import dev.footnote.http.live.LiveRequests;
import dev.footnote.http.live.PendingWrites;
import dev.footnote.http.security.CredentialValidity;
import dev.footnote.observability.RequestObserver;
import dev.footnote.query.Caller;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.scheduling.RequestScheduler;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** A connection over which several operations run at once. All methods run on the thread of the connection. */
abstract class OperationConnection {

    /** Maximum length of an operation id. Longer ids have no benefit, and each response repeats the id. */
    static final int LONGEST_ID = 128;

    /** What all connections use. */
    @Singleton
    static class Environment {

        final RequestScheduler scheduler;
        final LiveRequests live;
        final GraphQLRequestReader reader;
        final HttpConfig config;
        final RequestObserver watch;

        Environment(RequestScheduler scheduler, LiveRequests live, GraphQLRequestReader reader, HttpConfig config,
                RequestObserver watch) {
            this.scheduler = scheduler;
            this.live = live;
            this.reader = reader;
            this.config = config;
            this.watch = watch;
        }
    }

    final Environment environment;
    final Context context = Vertx.currentContext();
    /** What live operations have sent and is still in memory. May be used on any thread. */
    final PendingWrites pending = new PendingWrites();
    Caller caller = Caller.ANONYMOUS;
    /** What stops each running operation, by its id. */
    private final Map<String, Runnable> operations = new HashMap<>();

    OperationConnection(Environment environment) {
        this.environment = environment;
    }

    /** How the log calls operations over this kind of connection. */
    abstract String transport();

    /** Sends the last result of an operation, and that it is complete. */
    abstract void answer(String id, GraphQLResponse answer);

    /** A message with one result of an operation. */
    abstract String next(String id, String payload);

    /** @return completes when the message was sent, or cannot be sent */
    abstract Future<Void> say(String message);

    /** Closes the connection because the credentials of the client have ended. */
    abstract void forbid();

    /** Closes the connection if the credentials of the client have ended. @return whether they are still valid */
    boolean isStillAuthorized() {
        boolean holds = CredentialValidity.holds(caller);
        if (!holds) {
            forbid();
        }
        return holds;
    }

    /** Runs a step on the thread of the connection. */
    void then(Runnable next) {
        context.runOnContext(nothing -> next.run());
    }

    /** Registers what stops an operation. */
    void started(String id, Runnable stop) {
        operations.put(id, stop);
    }

    boolean isRunning(String id) {
        return operations.containsKey(id);
    }

    boolean isRunning(String id, Runnable stop) {
        return operations.get(id) == stop;
    }

    boolean isFull() {
        return operations.size() >= environment.config.operations();
    }

    Set<String> running() {
        return Set.copyOf(operations.keySet());
    }

    /** @return whether the client still waits for the operation */
    boolean ended(String id, Runnable stop) {
        return operations.remove(id, stop);
    }

    void stop(String id) {
        Runnable stop = operations.remove(id);
        if (stop != null) {
            stop.run();
        }
    }

    void abandonAll() {
        running().forEach(this::stop);
    }
}
