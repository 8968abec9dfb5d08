package dev.footnote.export;

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

import dev.footnote.answer.Answer;
import dev.footnote.answer.Cost;
import dev.footnote.connection.Crowded;
import dev.footnote.connection.Loss;
import dev.footnote.http.Encodings;
import dev.footnote.loading.Effort;
import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import dev.footnote.question.Request;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Streams exports over HTTP. */
@Singleton
public class ExportDoor {

    private static final Logger LOG = Logger.getLogger(ExportDoor.class);
    /** As HTTP/2 calls it; HTTP/1.1 closes the connection. */
    private static final int INTERNAL_ERROR = 2;
    private static final int BUFFER = 16 << 10;

    private final Exports exports;
    private final ExportConfig config;
    private final Vertx vertx;
    private final Semaphore places;
    private final WorkerExecutor workers;

    ExportDoor(Exports exports, ExportConfig config, Vertx vertx) {
        this.exports = exports;
        this.config = config;
        this.vertx = vertx;
        this.places = new Semaphore(config.concurrent());
        // threads of their own, because they wait for clients; none is taken for stuck before its time is over
        this.workers = vertx.createSharedWorkerExecutor("exports", config.concurrent(), config.time().toMillis() * 2,
                TimeUnit.MILLISECONDS);
    }

    /** Whoever follows an export: it can be stopped, and says what it took. */
    public interface Follower {

        Effort effort();

        /** @param errors of what went wrong, the worst first */
        void took(Cost cost, List<Fault.Code> errors);
    }

    /** Answers a request with a line for each record, or says why not. */
    public void stream(RoutingContext context, Request request, Format format, Follower follower) {
        Effort effort = follower.effort();
        HttpServerResponse response = context.response();
        if (!places.tryAcquire()) {
            refuse(response, follower, Answer.overloaded());
            return;
        }
        context.addEndHandler(end -> {
            if (end.failed()) {
                stop(effort);
            }
        });
        long timer = vertx.setTimer(config.time().toMillis(), late -> stop(effort).onComplete(stopped -> cut(response)));
        workers.executeBlocking(() -> write(context, request, format, follower), false).onComplete(done -> {
            vertx.cancelTimer(timer);
            places.release();
        });
    }

    private Void write(RoutingContext context, Request request, Format format, Follower follower) {
        HttpServerResponse response = context.response();
        Outflow out = null;
        try {
            Export export = exports.ready(request);
            boolean zipped = Encodings.of(context.request().headers().getAll("Accept-Encoding")).gzip();
            if (context.request().method() == HttpMethod.HEAD) {
                head(context, export, format, zipped);
                response.end();
                return null;
            }
            out = new Outflow(response, () -> head(context, export, format, zipped), follower.effort(),
                    config.stall());
            OutputStream buffered = new BufferedOutputStream(zipped ? new GZIPOutputStream(out) : out, BUFFER);
            export.write(format, buffered, follower);
        } catch (Refusal refusal) {
            refuse(response, follower, Answer.refused(refusal));
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            fail(response, out != null && out.begun(), follower, e);
        }
        return null;
    }

    private void head(RoutingContext context, Export export, Format format, boolean zipped) {
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
        Effort effort = follower.effort();
        if (!effort.stopped()) {
            log(failure, begun, effort);
        }
        Answer answer = effort.stopped() ? Answer.refused(Fault.of(Fault.Code.TIMED_OUT, "The export took longer than "
                + config.time().toSeconds() + " s, and was stopped. Ask for less, or order by what is indexed."))
                : answer(failure, effort);
        if (!begun) {
            refuse(response, follower, answer);
        } else if (!response.closed()) {
            follower.took(answer.cost(), answer.codes());
            cut(response);
        }
    }

    private static void log(Throwable failure, boolean begun, Effort effort) {
        boolean left = failure instanceof IOException || failure instanceof UncheckedIOException;
        if (Loss.is(failure) && begun) {
            LOG.warnf("The export %s was cut off, because the database is away", effort.id());
        } else if (!left && !Loss.is(failure) && !(failure instanceof Crowded)) {
            LOG.errorf(failure, "The export %s failed", effort.id());
        }
    }

    private static Answer answer(Throwable failure, Effort effort) {
        if (Loss.is(failure)) {
            return Answer.unavailable();
        }
        return failure instanceof Crowded ? Answer.overloaded() : Answer.failed(effort.id());
    }

    /** Breaks off, so that the client notices that there is more to come. */
    private static void cut(HttpServerResponse response) {
        if (response.headWritten() && !response.ended()) {
            response.reset(INTERNAL_ERROR);
        }
    }

    /** On another thread, because the database may be waited for. */
    private Future<Void> stop(Effort effort) {
        return vertx.executeBlocking(() -> {
            effort.stop();
            return null;
        }, false);
    }

    private static void refuse(HttpServerResponse response, Follower follower, Answer answer) {
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
