package dev.footnote.wire;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** The body of a request, read up to a limit and not a byte further. */
final class Body {

    /** What is thrown for a body over the limit. */
    static final class TooLarge extends RuntimeException {

        TooLarge() {
            super(null, null, false, false);
        }
    }

    private final HttpServerRequest request;
    private final int limit;
    private final Promise<Buffer> whole = Promise.promise();
    private Buffer buffer = Buffer.buffer();

    Body(HttpServerRequest request, int limit) {
        this.request = request;
        this.limit = limit;
    }

    Future<Buffer> read() {
        request.handler(this::take).exceptionHandler(whole::tryFail).endHandler(end -> whole.tryComplete(buffer));
        request.resume();
        return whole.future();
    }

    private void take(Buffer part) {
        if (buffer.length() + part.length() <= limit) {
            buffer.appendBuffer(part);
        } else if (!whole.future().isComplete()) {
            buffer = Buffer.buffer();
            // what is left would have to be read before the next request could be
            request.response().putHeader("connection", "close");
            whole.fail(new TooLarge());
        }
    }
}
