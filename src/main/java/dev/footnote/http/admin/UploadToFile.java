package dev.footnote.http.admin;

import java.nio.file.Path;
import java.time.Duration;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;

/** Writes the body of a request to a file as it arrives. It enforces a size limit, a time limit, and the speed of the disk. */
final class UploadToFile {

    /** Thrown if a body is rejected. Contains the status to respond with. */
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

    UploadToFile(HttpServerRequest request, long most) {
        this.request = request;
        this.most = most;
    }

    Future<Void> to(Path file, Vertx vertx, Duration patience) {
        long timer = vertx.setTimer(patience.toMillis(), late -> whole.tryFail(new Refused(408,
                "The dataset did not arrive within " + patience.toSeconds() + " s. Send it again, or raise"
                        + " footnote.admin.patience.")));
        // because over HTTP/2, data that arrives before a handler is set is lost
        request.pause();
        return vertx.fileSystem().open(file.toString(), new OpenOptions().setRead(false)).compose(out -> {
            request.handler(part -> take(part, out)).exceptionHandler(whole::tryFail).endHandler(end -> whole.tryComplete());
            request.resume();
            // an error on closing the file must not hide why the body did not arrive
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
                    + " bytes. Send it packed, or raise footnote.admin.upload."));
            return;
        }
        out.write(part).onFailure(whole::tryFail);
        if (out.writeQueueFull()) {
            request.pause();
            out.drainHandler(drained -> request.resume());
        }
    }
}
