package dev.footnote.query.scheduling;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.QueryLimits;
import dev.footnote.query.RequestException;
import dev.footnote.query.execution.BatchExecutor;
import dev.footnote.query.execution.CancellationToken;
import dev.footnote.query.execution.GraphQLExecutor;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.execution.PreparedRequest;

/**
 * Schedules requests. A request is answered at once if nothing has to be read or if its record is quick to read; otherwise it
 * runs on a thread of the worker pool that fits its cost.
 */
@Singleton
public class RequestScheduler {

    private static final Logger LOG = Logger.getLogger(RequestScheduler.class);

    /** In bytes. A larger request is prepared on a thread of a worker pool, because reading its values takes time. */
    private static final int SMALL = 8192;

    private final GraphQLExecutor answers;
    private final BatchExecutor batch;
    private final WorkerPools pools;
    private final SchedulingConfig config;

    RequestScheduler(GraphQLExecutor answers, WorkerPools pools, SchedulingConfig config, QueryLimits limits) {
        this.answers = answers;
        this.batch = new BatchExecutor(answers, limits);
        this.pools = pools;
        this.config = config;
    }

    /** A client that waits for a response. */
    public interface Asker {

        CancellationToken cancellation();

        /** Whether the response reports its cost. */
        boolean told();

        /** Called when the request has been parsed, validated and planned. */
        void understood(PreparedRequest ready);

        /** Called once with the response, on any thread. */
        void answered(GraphQLResponse answer);
    }

    /**
     * Schedules a request.
     *
     * @param size the size of the request in bytes
     */
    public void ask(GraphQLRequest request, int size, Asker client) {
        GraphQLResponse now = answered(() -> atOnce(request, size, client), client.cancellation());
        if (now != null) {
            client.answered(now);
        }
    }

    /** @return the response if it takes no time; null if it was handed to a worker pool */
    private GraphQLResponse atOnce(GraphQLRequest request, int size, Asker client) {
        if (size > SMALL || !answers.knows(request)) {
            return send(client, false, () -> answer(ready(request, client), client));
        }
        return atOnce(ready(request, client), client);
    }

    private GraphQLResponse atOnce(PreparedRequest ready, Asker client) {
        return answers.atHand(ready) ? answer(ready, client)
                : send(client, ready.estimate() <= config.light() && !ready.mutates(), () -> answer(ready, client));
    }

    /** Schedules a request that is prepared. */
    public void ask(PreparedRequest ready, Asker client) {
        GraphQLResponse now = answered(() -> atOnce(ready, client), client.cancellation());
        if (now != null) {
            client.answered(now);
        }
    }

    /**
     * Schedules the preparation of a request.
     *
     * @param size the size of the request in bytes
     * @param work returns the response, or nothing if the asker goes on by itself
     */
    public void prepare(GraphQLRequest request, int size, Supplier<Optional<GraphQLResponse>> work, Asker client) {
        GraphQLResponse now = send(client, size <= SMALL && answers.knows(request), () -> work.get().orElse(null));
        if (now != null) {
            client.answered(now);
        }
    }

    /** Schedules a batch of requests. */
    public void ask(List<GraphQLRequest> requests, Asker client) {
        GraphQLResponse now = send(client, false, () -> batch.answer(requests, client.cancellation(), client.told()));
        if (now != null) {
            client.answered(now);
        }
    }

    /** Stops the work for a client that no longer waits for the response. */
    public void abandon(CancellationToken cancellation) {
        pools.abandon(cancellation);
    }

    private PreparedRequest ready(GraphQLRequest request, Asker client) {
        PreparedRequest ready = answers.ready(request);
        client.understood(ready);
        return ready;
    }

    private GraphQLResponse answer(PreparedRequest ready, Asker client) {
        return answers.answer(ready, client.cancellation(), client.told());
    }

    /** @return an error response if the worker pool is full; null if the response will follow */
    private GraphQLResponse send(Asker client, boolean light, Supplier<GraphQLResponse> work) {
        boolean taken = pools.run(new WorkerPools.Task(client.cancellation()) {

            @Override
            public void run() {
                GraphQLResponse answer = answered(work, client.cancellation());
                if (answer != null) {
                    client.answered(answer);
                }
            }

            @Override
            void late() {
                client.answered(GraphQLResponse.overloaded());
            }
        }, light);
        return taken ? null : GraphQLResponse.overloaded();
    }

    private static GraphQLResponse answered(Supplier<GraphQLResponse> work, CancellationToken cancellation) {
        try {
            return work.get();
        } catch (RequestException exception) {
            return GraphQLResponse.refused(exception);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.errorf(e, "The request %s failed", cancellation.id());
            return GraphQLResponse.failed(cancellation.id());
        }
    }
}
