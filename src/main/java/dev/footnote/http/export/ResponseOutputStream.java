package dev.footnote.http.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.footnote.query.execution.CancellationToken;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** The body of a response as a stream. A write blocks until the client has read the data sent before, up to a time limit. */
final class ResponseOutputStream extends OutputStream {

    private static final int CHUNK = 32 << 10;

    private final HttpServerResponse response;
    private final Runnable head;
    private final CancellationToken cancellation;
    private final Duration stall;
    private Buffer chunk = Buffer.buffer(CHUNK);
    private Future<Void> sent = Future.succeededFuture();
    private boolean begun;

    /** @param head sets the headers, as late as possible, because until then an error can be sent instead */
    ResponseOutputStream(HttpServerResponse response, Runnable head, CancellationToken cancellation, Duration stall) {
        this.response = response;
        this.head = head;
        this.cancellation = cancellation;
        this.stall = stall;
    }

    /** Whether any data was sent. */
    boolean begun() {
        return begun;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] { (byte) one }, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        chunk.appendBytes(bytes, from, length);
        if (chunk.length() >= CHUNK) {
            await();
            begin(true);
            sent = response.write(chunk);
            chunk = Buffer.buffer(CHUNK);
        }
    }

    /** Ends the response as complete. */
    @Override
    public void close() throws IOException {
        await();
        begin(false);
        response.end(chunk);
    }

    private void begin(boolean chunked) {
        if (!begun) {
            begun = true;
            head.run();
            response.setChunked(chunked);
        }
    }

    private void await() throws IOException {
        if (cancellation.stopped()) {
            throw new IOException("The export was stopped");
        }
        try {
            sent.toCompletionStage().toCompletableFuture().get(stall.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The client left, or does not read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
