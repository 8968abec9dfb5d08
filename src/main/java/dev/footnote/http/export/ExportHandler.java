package dev.footnote.http.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.database.connection.PoolExhaustedException;
import dev.footnote.database.connection.SqlStates;
import dev.footnote.http.AcceptEncodingHeader;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.execution.CancellationToken;
import dev.footnote.query.execution.ExecutionCost;
import dev.footnote.query.execution.GraphQLResponse;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Streams exports over HTTP. */
@Singleton
public class ExportHandler {

    private static final Logger LOG = Logger.getLogger(ExportHandler.class);
    /** The HTTP/2 error code for an internal error. HTTP/1.1 closes the connection instead. */
    private static final int INTERNAL_ERROR = 2;
    private static final int BUFFER = 16 << 10;

    private final ExportPlanner exports;
    private final ExportConfig config;
    private final Vertx vertx;
    private final Semaphore places;
    private final WorkerExecutor workers;

    ExportHandler(ExportPlanner exports, ExportConfig config, Vertx vertx) {
        this.exports = exports;
        this.config = config;
        this.vertx = vertx;
        this.places = new Semaphore(config.concurrent());
        // separate threads, because they wait for clients; no thread is reported as blocked before its time is over
        this.workers = vertx.createSharedWorkerExecutor("exports", config.concurrent(), config.time().toMillis() * 2,
                TimeUnit.MILLISECONDS);
    }

    /** The observer of an export. It can cancel the export, and it receives its cost. */
    public interface Follower {

        CancellationToken cancellation();

        /** @param errors the error codes, most severe first */
        void took(ExecutionCost cost, List<RequestError.Code> errors);
    }

    /** Responds to a request with a line for each record, or with an error. */
    public void stream(RoutingContext context, GraphQLRequest request, ExportFormat format, Follower follower) {
        CancellationToken cancellation = follower.cancellation();
        HttpServerResponse response = context.response();
        if (!places.tryAcquire()) {
            refuse(response, follower, GraphQLResponse.overloaded());
            return;
        }
        context.addEndHandler(end -> {
            if (end.failed()) {
                stop(cancellation);
            }
        });
        long timer = vertx.setTimer(config.time().toMillis(),
                late -> stop(cancellation).onComplete(stopped -> abort(response)));
        workers.executeBlocking(() -> write(context, request, format, follower), false).onComplete(done -> {
            vertx.cancelTimer(timer);
            places.release();
        });
    }

    private Void write(RoutingContext context, GraphQLRequest request, ExportFormat format, Follower follower) {
        HttpServerResponse response = context.response();
        ResponseOutputStream out = null;
        try {
            ListExport export = exports.ready(request);
            boolean zipped = AcceptEncodingHeader.of(context.request().headers().getAll("Accept-Encoding")).gzip();
            if (context.request().method() == HttpMethod.HEAD) {
                head(context, export, format, zipped);
                response.end();
                return null;
            }
            out = new ResponseOutputStream(response, () -> head(context, export, format, zipped), follower.cancellation(),
                    config.stall());
            OutputStream buffered = new BufferedOutputStream(zipped ? new GZIPOutputStream(out) : out, BUFFER);
            export.write(format, buffered, follower);
        } catch (RequestException exception) {
            refuse(response, follower, GraphQLResponse.refused(exception));
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            fail(response, out != null && out.begun(), follower, e);
        }
        return null;
    }

    private void head(RoutingContext context, ListExport export, ExportFormat format, boolean zipped) {
        HttpServerResponse response = context.response().putHeader("Content-Type", format.contentType())
                .putHeader("Vary", "Accept, Accept-Encoding").putHeader("X-Content-Type-Options", "nosniff");
        if (zipped) {
            response.putHeader("Content-Encoding", "gzip");
        }
        if (context.request().path().endsWith(format.suffix())) {
            response.putHeader("Content-Disposition",
                    "attachment; filename=\"" + export.name() + format.suffix() + "\"");
        }
    }

    private void fail(HttpServerResponse response, boolean begun, Follower follower, Throwable failure) {
        CancellationToken cancellation = follower.cancellation();
        if (!cancellation.stopped()) {
            log(failure, begun, cancellation);
        }
        GraphQLResponse answer = cancellation.stopped()
                ? GraphQLResponse.refused(RequestError.of(RequestError.Code.TIMED_OUT, "The export took longer than "
                        + config.time().toSeconds() + " s, and was stopped. Ask for less, or order by what is indexed."))
                : answer(failure, cancellation);
        if (!begun) {
            refuse(response, follower, answer);
        } else if (!response.closed()) {
            follower.took(answer.cost(), answer.codes());
            abort(response);
        }
    }

    private static void log(Throwable failure, boolean begun, CancellationToken cancellation) {
        boolean left = failure instanceof IOException || failure instanceof UncheckedIOException;
        if (SqlStates.is(failure) && begun) {
            LOG.warnf("The export %s was aborted, because the database is unavailable", cancellation.id());
        } else if (!left && !SqlStates.is(failure) && !(failure instanceof PoolExhaustedException)) {
            LOG.errorf(failure, "The export %s failed", cancellation.id());
        }
    }

    private static GraphQLResponse answer(Throwable failure, CancellationToken cancellation) {
        if (SqlStates.is(failure)) {
            return GraphQLResponse.unavailable();
        }
        return failure instanceof PoolExhaustedException ? GraphQLResponse.overloaded()
                : GraphQLResponse.failed(cancellation.id());
    }

    /** Aborts the response, so that the client notices that data is missing. */
    private static void abort(HttpServerResponse response) {
        if (response.headWritten() && !response.ended()) {
            response.reset(INTERNAL_ERROR);
        }
    }

    /** Cancels the export on another thread, because this may wait for the database. */
    private Future<Void> stop(CancellationToken cancellation) {
        return vertx.executeBlocking(() -> {
            cancellation.stop();
            return null;
        }, false);
    }

    private static void refuse(HttpServerResponse response, Follower follower, GraphQLResponse answer) {
        follower.took(answer.cost(), answer.codes());
        if (response.ended() || response.closed()) {
            return;
        }
        int status = switch (answer.outcome()) {
            case OVERLOADED, UNAVAILABLE -> 503;
            case FAILED -> 500;
            default -> 400;
        };
        if (status == 503) {
            response.putHeader("Retry-After", "10");
        }
        response.setStatusCode(status).putHeader("Content-Type", "application/graphql-response+json; charset=utf-8")
                .end(Buffer.buffer(answer.body()));
    }
}
