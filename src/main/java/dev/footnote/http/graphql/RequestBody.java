package dev.footnote.http.graphql;

import java.util.function.Consumer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** The body of a request, read up to a size limit and a time limit. Not a byte beyond the limit is read. */
final class RequestBody {

    /** Thrown if a body exceeds the limit. */
    static final class TooLarge extends RuntimeException {

        TooLarge() {
            super(null, null, false, false);
        }
    }

    /** Thrown if a body does not arrive in time. */
    static final class TooSlow extends RuntimeException {

        TooSlow() {
            super(null, null, false, false);
        }
    }

    private final HttpServerRequest request;
    private final int limit;
    private final Promise<Buffer> whole = Promise.promise();
    private Buffer buffer;

    RequestBody(HttpServerRequest request, int limit) {
        this.request = request;
        this.limit = limit;
    }

    /** Reads the body of a request that must be JSON, or refuses it. */
    static void read(HttpExchange exchange, HttpConfig config, Consumer<byte[]> next) {
        if (!ResponseMediaType.isJson(exchange.request.headers().getAll(HttpHeaders.CONTENT_TYPE))) {
            HttpError.contentType().refuse(exchange);
        } else if (!exchange.acceptable()) {
            HttpError.accept().refuse(exchange);
        } else {
            new RequestBody(exchange.request, config.body()).read(exchange.routing.vertx(), config.patience().toMillis())
                    .onSuccess(body -> next.accept(body.getBytes()))
                    .onFailure(failure -> HttpError.of(failure, config).refuse(exchange));
        }
    }

    private Future<Buffer> read(Vertx vertx, long milliseconds) {
        long timer = vertx.setTimer(milliseconds, late -> fail(new TooSlow()));
        request.handler(this::take).exceptionHandler(whole::tryFail)
                .endHandler(end -> whole.tryComplete(buffer == null ? Buffer.buffer() : buffer));
        request.resume();
        return whole.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private void take(Buffer part) {
        if (whole.future().isComplete()) {
            return;
        }
        if (part.length() + (buffer == null ? 0 : buffer.length()) > limit) {
            fail(new TooLarge());
        } else {
            buffer = buffer == null ? part : buffer.appendBuffer(part);
        }
    }

    private void fail(RuntimeException failure) {
        buffer = null;
        // the rest would have to be read before the next request
        RequestGuard.last(request);
        whole.tryFail(failure);
    }
}
