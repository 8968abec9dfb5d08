package dev.footnote.http.graphql;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jboss.logging.Logger;

import dev.footnote.http.AcceptEncodingHeader;
import dev.footnote.http.GzipEncoding;
import dev.footnote.http.cache.CachedResponses;
import dev.footnote.http.export.ExportFormat;
import dev.footnote.http.export.ExportHandler;
import dev.footnote.observability.RequestObserver;
import dev.footnote.query.execution.GraphQLResponse;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** One HTTP request, from its head to the end of its response. */
public class HttpExchange extends ObservedRequest implements ExportHandler.Follower {

    private static final Logger LOG = Logger.getLogger(HttpExchange.class);
    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("x-request-id");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
    private static final CharSequence VARYING = HttpHeaders.createOptimized("Accept, Accept-Encoding, Footnote-Cost");
    private static final CharSequence REVISION = HttpHeaders.createOptimized("footnote-revision");

    /** Minimum response size for compression, in bytes. Below it, compression costs more than it saves. */
    private static final int WORTH_PACKING = 1400;

    protected final RoutingContext routing;
    final HttpServerRequest request;
    protected final HttpServerResponse response;
    /** The media type of the response, or null. */
    final ResponseMediaType type;
    /** The format for exporting the records of a list, or null if there is no export. */
    final ExportFormat format;
    private final Context context = Vertx.currentContext();
    private final boolean told;
    private final AcceptEncodingHeader encodings;

    /** The entity tag of the response to a GET, and how long the response may be used. */
    String tag;
    String age;
    /** Creates the entity tag for a revision, for the response to a GET. */
    UnaryOperator<String> tagging;
    /** Receives a response that is worth caching; null if none is cached. */
    Consumer<CachedResponses.Entry> keeper;
    /** The revision of the dataset that was read. If none was checked, a revision that was current before; empty if unknown. */
    String version;

    /**
     * @param format that the path requests, or null
     * @param told whether every response reports its cost
     */
    public HttpExchange(RoutingContext routing, ExportFormat format, boolean told, RequestObserver watch) {
        super(watch, routing.request()::getHeader);
        this.routing = routing;
        this.request = routing.request();
        this.response = routing.response();
        MultiMap headers = request.headers();
        ContentNegotiation negotiated = ContentNegotiation.of(headers.getAll(HttpHeaders.ACCEPT), format);
        this.type = negotiated.type();
        this.format = negotiated.format();
        this.told = told || headers.contains("footnote-cost");
        this.encodings = AcceptEncodingHeader.of(headers.getAll(HttpHeaders.ACCEPT_ENCODING));
    }

    boolean acceptable() {
        return type != null || format != null;
    }

    /** Whether the response is the same for all clients. A request with credentials may get a response that contains more. */
    boolean isPublic() {
        return !request.headers().contains(HttpHeaders.AUTHORIZATION) && !request.headers().contains(HttpHeaders.COOKIE);
    }

    /** The form of the response, as far as the request bytes do not determine it. */
    int form() {
        return (encodings.gzip() ? 1 : 0) + (told ? 2 : 0) + (encodings.identity() ? 0 : 4);
    }

    @Override
    public boolean told() {
        return told;
    }

    @Override
    public void answered(GraphQLResponse answer) {
        guarded(() -> end(formed(answer)));
    }

    /** The response in the form in which it is sent. A page is made here, on the thread that read the data. */
    protected GraphQLResponse formed(GraphQLResponse answer) {
        return answer;
    }

    protected int status(GraphQLResponse answer) {
        return type.status(answer);
    }

    protected CharSequence contentType() {
        return type == null ? ResponseMediaType.JSON.header() : type.header();
    }

    private void end(GraphQLResponse answer) {
        boolean answered = answer.outcome() == GraphQLResponse.Outcome.ANSWERED;
        label();
        boolean worth = encodings.gzip() && (answer.body().length >= WORTH_PACKING || !encodings.identity());
        byte[] body = worth ? GzipEncoding.packed(answer.body()) : answer.body();
        if (keeper != null && answered && worthKeeping() && !version.isEmpty()) {
            keeper.accept(new CachedResponses.Entry(version, body, worth));
        }
        then(() -> {
            took(answer);
            end(status(answer), body, worth, answered);
        });
    }

    /** Tags the response with the revision that it was read from, if that is known more precisely than the current one. */
    private void label() {
        String read = cancellation().read();
        if (read == null || read.equals(version)) {
            return;
        }
        version = read;
        if (tagging != null) {
            tag = read.isEmpty() ? null : tagging.apply(read);
        }
    }

    /** Ends with a cached response. */
    void end(CachedResponses.Entry entry) {
        version = entry.version();
        end(200, entry.body(), entry.packed(), true);
    }

    public void refuse(int status, GraphQLResponse answer) {
        took(answer);
        end(status, answer.body(), false, false);
    }

    /** Responds that the client's copy is still valid. */
    void unchanged() {
        if (!gone()) {
            tagged(response.headers());
            revised(response.headers());
            response.headers().set(REQUEST_ID, cancellation().id());
            response.setStatusCode(304).end();
        }
        note(request.method().name(), 304, 0);
    }

    /** Marks the response as streamed. It is recorded when it ends. */
    void streamed() {
        response.putHeader(REQUEST_ID, cancellation().id());
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

    /** Runs a step of the response. The client gets a response whatever the step throws. */
    void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.errorf(e, "The request %s failed", cancellation().id());
            context.runOnContext(nothing -> fail());
        }
    }

    private void fail() {
        if (!isNoted() && !response.headWritten()) {
            refuse(500, GraphQLResponse.failed(cancellation().id()));
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
            headers.set(HttpHeaders.CONTENT_TYPE, contentType());
            headers.set(REQUEST_ID, cancellation().id());
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

    /** Sets the header with the minimum revision of the response, for clients that want nothing older next time. */
    private void revised(MultiMap headers) {
        if (version != null && !version.isEmpty()) {
            headers.set(REVISION, version);
        }
    }

    private void refused(MultiMap headers, int status) {
        if (status == 503) {
            headers.set(HttpHeaders.RETRY_AFTER, "1");
        } else if (status == 401) {
            headers.set("www-authenticate", "Bearer realm=\"footnote\"");
        } else if (status == 405 && !headers.contains(HttpHeaders.ALLOW)) {
            headers.set(HttpHeaders.ALLOW, "POST");
        }
        if (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private void tagged(MultiMap headers) {
        headers.set(HttpHeaders.ETAG, tag);
        headers.set(HttpHeaders.CACHE_CONTROL, age);
        headers.add(HttpHeaders.VARY, VARYING);
    }
}
