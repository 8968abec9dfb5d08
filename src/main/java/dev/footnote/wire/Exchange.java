package dev.footnote.wire;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.jboss.logging.Logger;

import dev.footnote.answer.Answer;
import dev.footnote.cache.Kept;
import dev.footnote.export.ExportDoor;
import dev.footnote.export.Format;
import dev.footnote.http.Encodings;
import dev.footnote.loading.Effort;
import dev.footnote.meter.Watch;
import dev.footnote.packing.Gzip;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** One request over HTTP, from its head to the end of its answer. */
final class Exchange extends Asking implements ExportDoor.Follower {

    private static final Logger LOG = Logger.getLogger(Exchange.class);
    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("x-request-id");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
    private static final CharSequence VARYING = HttpHeaders.createOptimized("Accept, Accept-Encoding, Footnote-Cost");
    private static final CharSequence REVISION = HttpHeaders.createOptimized("footnote-revision");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Below that, packing costs more than it saves. */
    private static final int WORTH_PACKING = 1400;

    final RoutingContext routing;
    final HttpServerRequest request;
    final HttpServerResponse response;
    /** What the answer is given in, or null. */
    final MediaType type;
    /** What the records of a list are exported in, or null where they are not. */
    final Format format;
    private final Context context = Vertx.currentContext();
    private final boolean told;
    private final Encodings encodings;

    /** The entity tag and how long it may be used, for the answer of a GET. */
    String tag;
    String age;
    /** Makes the tag of a version, for the answer of a GET. */
    UnaryOperator<String> tagging;
    /** Takes what is worth keeping, or null. */
    Consumer<Kept.Entry> keeper;
    /** The version of the dataset that was read or, where nobody looked, one that was current before; empty where unknown. */
    String version;

    /**
     * @param format that the path asks for, or null
     * @param told whether every answer tells what it cost
     */
    Exchange(RoutingContext routing, Format format, boolean told, Watch watch) {
        super(effort(routing.request()), watch, routing.request()::getHeader);
        this.routing = routing;
        this.request = routing.request();
        this.response = routing.response();
        MultiMap headers = request.headers();
        Negotiated negotiated = Negotiated.of(headers.getAll(HttpHeaders.ACCEPT), format);
        this.type = negotiated.type();
        this.format = negotiated.format();
        this.told = told || headers.contains("footnote-cost");
        this.encodings = Encodings.of(headers.getAll(HttpHeaders.ACCEPT_ENCODING));
    }

    private static Effort effort(HttpServerRequest request) {
        String id = request.getHeader(REQUEST_ID);
        String revision = request.getHeader(REVISION);
        return new Effort(id != null && ID.matcher(id).matches() ? id : Effort.name(), revision);
    }

    Vertx vertx() {
        return routing.vertx();
    }

    boolean acceptable() {
        return type != null || format != null;
    }

    /** Whether anybody may be told the same: a request with credentials may be one that is told more. */
    boolean isPublic() {
        return !request.headers().contains(HttpHeaders.AUTHORIZATION) && !request.headers().contains(HttpHeaders.COOKIE);
    }

    /** In which form the answer is given, beside what the request says. */
    int form() {
        return (encodings.gzip() ? 1 : 0) + (told ? 2 : 0) + (encodings.identity() ? 0 : 4);
    }

    @Override
    public boolean told() {
        return told;
    }

    @Override
    public void answered(Answer answer) {
        guarded(() -> end(answer));
    }

    private void end(Answer answer) {
        boolean answered = answer.outcome() == Answer.Outcome.ANSWERED;
        label();
        boolean worth = encodings.gzip() && (answer.body().length >= WORTH_PACKING || !encodings.identity());
        byte[] body = worth ? Gzip.packed(answer.body()) : answer.body();
        if (keeper != null && answered && worthKeeping() && !version.isEmpty()) {
            keeper.accept(new Kept.Entry(version, body, worth));
        }
        then(() -> {
            took(answer);
            end(type.status(answer.outcome()), body, worth, answered);
        });
    }

    /** Names the answer by the version that it was read of, where that is known better than which one was current. */
    private void label() {
        String read = effort().read();
        if (read == null || read.equals(version)) {
            return;
        }
        version = read;
        if (tagging != null) {
            tag = read.isEmpty() ? null : tagging.apply(read);
        }
    }

    /** Ends with an answer that was kept. */
    void end(Kept.Entry entry) {
        version = entry.version();
        end(200, entry.body(), entry.packed(), true);
    }

    void refuse(int status, Answer answer) {
        took(answer);
        end(status, answer.body(), false, false);
    }

    /** Says that the asker holds the answer already. */
    void unchanged() {
        if (!gone()) {
            tagged(response.headers());
            revised(response.headers());
            response.headers().set(REQUEST_ID, effort().id());
            response.setStatusCode(304).end();
        }
        note(request.method().name(), 304, 0);
    }

    /** What is streamed is noted when it ends. */
    void streamed() {
        response.putHeader(REQUEST_ID, effort().id());
        routing.addEndHandler(done -> note(request.method().name(), response.getStatusCode(), response.bytesWritten()));
    }

    /** Runs on the thread of the connection. */
    void then(Runnable next) {
        if (Vertx.currentContext() == context) {
            guarded(next);
        } else {
            context.runOnContext(nothing -> guarded(next));
        }
    }

    /** Runs a step towards the answer. Whatever it throws, the asker gets one. */
    void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.errorf(e, "The request %s failed", effort().id());
            context.runOnContext(nothing -> fail());
        }
    }

    private void fail() {
        if (!isNoted() && !response.headWritten()) {
            refuse(500, Answer.failed(effort().id()));
        } else if (!gone()) {
            response.reset();
        }
    }

    private boolean gone() {
        return response.ended() || response.closed();
    }

    private void end(int status, byte[] body, boolean packed, boolean answered) {
        if (!gone()) {
            MultiMap headers = response.headers();
            headers.set(HttpHeaders.CONTENT_TYPE, type == null ? MediaType.JSON.header() : type.header());
            headers.set(REQUEST_ID, effort().id());
            if (packed) {
                headers.set(HttpHeaders.CONTENT_ENCODING, GZIP);
            }
            if (answered && tag != null) {
                tagged(headers);
            }
            if (answered) {
                revised(headers);
            } else {
                refused(headers, status);
            }
            response.setStatusCode(status);
            if (request.method() == HttpMethod.HEAD) {
                headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
                response.end();
            } else {
                response.end(Buffer.buffer(body));
            }
        }
        note(request.method().name(), status, body.length);
    }

    /** Says of which version the answer is at least, for who wants none older next time. */
    private void revised(MultiMap headers) {
        if (version != null && !version.isEmpty()) {
            headers.set(REVISION, version);
        }
    }

    private void refused(MultiMap headers, int status) {
        if (status == 503) {
            headers.set(HttpHeaders.RETRY_AFTER, "1");
        }
        if (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private void tagged(MultiMap headers) {
        headers.set(HttpHeaders.ETAG, tag);
        headers.set(HttpHeaders.CACHE_CONTROL, age);
        headers.set(HttpHeaders.VARY, VARYING);
    }
}
