package dev.footnote.office;

import java.nio.file.Path;
import java.time.Duration;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;

/** The body of a request, written to a file as it comes: up to a limit, not faster than the disk, and not for ever. */
final class Upload {

    /** What is thrown for a body that is not taken, with the status to answer. */
    static final class Refused extends RuntimeException {

        final int status;

        Refused(int status, String message) {
            super(message, null, false, false);
            this.status = status;
        }
    }

    private final HttpServerRequest request;
    private final long most;
    private final Promise<Void> whole = Promise.promise();
    private long taken;

    Upload(HttpServerRequest request, long most) {
        this.request = request;
        this.most = most;
    }

    Future<Void> to(Path file, Vertx vertx, Duration patience) {
        long timer = vertx.setTimer(patience.toMillis(), late -> whole.tryFail(new Refused(408,
                "The dataset did not arrive within " + patience.toSeconds() + " s. Send it again, or raise"
                        + " footnote.office.patience.")));
        // because over HTTP/2 what comes before anybody listens is lost
        request.pause();
        return vertx.fileSystem().open(file.toString(), new OpenOptions().setRead(false)).compose(out -> {
            request.handler(part -> take(part, out)).exceptionHandler(whole::tryFail).endHandler(end -> whole.tryComplete());
            request.resume();
            // a file that cannot be closed must not hide why it did not arrive
            return whole.future().eventually(() -> whole.future().failed() ? out.close().otherwiseEmpty() : out.close());
        }).onComplete(done -> vertx.cancelTimer(timer));
    }

    private void take(Buffer part, AsyncFile out) {
        if (whole.future().isComplete()) {
            return;
        }
        taken += part.length();
        if (taken > most) {
            whole.tryFail(new Refused(413, "The dataset is larger than " + most
                    + " bytes. Send it packed, or raise footnote.office.upload."));
            return;
        }
        out.write(part).onFailure(whole::tryFail);
        if (out.writeQueueFull()) {
            request.pause();
            out.drainHandler(drained -> request.resume());
        }
    }
}
