package dev.footnote.http.live;

import java.util.List;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * One open event stream. A client that reads slowly gets no further events until it has read; they are read from the log when
 * it has, so that none is lost and none is kept in memory.
 */
final class EditStream {

    private static final Buffer COMMENT = Buffer.buffer(":\n\n");

    private final HttpServerResponse response;
    private final Context context = Vertx.currentContext();
    /** The number of the last event that was sent. */
    private volatile int last;
    private volatile boolean isWriting;

    EditStream(HttpServerResponse response, int last) {
        this.response = response;
        this.last = last;
    }

    int last() {
        return last;
    }

    /** Whether the client has read what it was sent. */
    boolean isReady() {
        return !isWriting && !response.closed() && !response.writeQueueFull();
    }

    void send(List<EditEvent> events) {
        last = events.get(events.size() - 1).number();
        Buffer text = Buffer.buffer();
        events.forEach(event -> text.appendBuffer(event.text()));
        write(text);
    }

    /** Sends a comment, which clients ignore. */
    void beat() {
        if (isReady()) {
            write(COMMENT);
        }
    }

    private void write(Buffer text) {
        isWriting = true;
        context.runOnContext(nothing -> {
            if (!response.closed()) {
                response.write(text);
            }
            isWriting = false;
        });
    }
}
