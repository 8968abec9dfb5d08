package dev.footnote.wire;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.answer.Answer;
import dev.footnote.channel.Incoming;
import dev.footnote.meter.Watch;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;

/**
 * Handles every request ahead of all routes: it refuses those of doubtful frame, and clients that do not read what is
 * answered. It also answers where a route fails, so that the framework's own page of errors is never served.
 */
@Singleton
class Gate {

    private static final Logger LOG = Logger.getLogger(Gate.class);
    private static final int AHEAD_OF_ALL_FILTERS = Integer.MIN_VALUE;
    private static final int AHEAD_OF_ALL_DOORS = -200;
    private static final int INTERNAL_ERROR = 2;
    private static final CharSequence OPTIONS = HttpHeaders.createOptimized("x-content-type-options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");

    private final WireConfig config;
    private final Watch watch;

    Gate(WireConfig config, Watch watch) {
        this.config = config;
        this.watch = watch;
    }

    void open(@Observes Router router) {
        router.route().order(AHEAD_OF_ALL_FILTERS).handler(context -> {
            begin(context);
            context.next();
        }).failureHandler(this::failed);
        router.route().order(AHEAD_OF_ALL_DOORS).handler(this::admit);
    }

    private static void begin(RoutingContext context) {
        HttpServerRequest request = context.request();
        request.response().headers().set(OPTIONS, NO_SNIFF);
        boolean multiplexed = request.version() == HttpVersion.HTTP_2;
        Incoming incoming = Incoming.of(request.connection());
        if (incoming != null) {
            incoming.begin(multiplexed);
            if (!multiplexed) {
                context.addEndHandler(ended -> incoming.end());
            }
        }
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = request.response();
        if (response.writeQueueFull()) {
            // because the answers to requests sent in a row would pile up in memory for one who never reads them
            response.drainHandler(drained -> admit(context));
            return;
        }
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            // because Netty drops a Content-Length beside it, and what a proxy took for the body would be the next request
            last(request);
        }
        WireRefusal refusal = WireRefusal.head(request, config);
        if (refusal != null) {
            refuse(context, refusal);
            return;
        }
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            response.writeContinue();
        }
        context.next();
    }

    /**
     * Answers what a route could not, and what the router refuses before any route sees it, such as a request without a host.
     */
    private void failed(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (!response.headers().contains(OPTIONS)) {
            // the router refuses some requests, such as those without a host, ahead of its first route
            begin(context);
        }
        int status = context.failure() instanceof HttpException known ? known.getStatusCode() : context.statusCode();
        if (response.headWritten() || response.ended()) {
            if (!response.ended()) {
                response.reset(INTERNAL_ERROR);
            }
        } else if (status >= 400 && status < 500) {
            refuse(context, WireRefusal.failed(status));
        } else {
            last(context.request());
            Exchange exchange = new Exchange(context, null, false, watch);
            LOG.errorf(context.failure(), "The request %s failed", exchange.effort().id());
            exchange.refuse(500, Answer.failed(exchange.effort().id()));
        }
    }

    private void refuse(RoutingContext context, WireRefusal refusal) {
        // because what follows may be the rest of a body that nobody reads
        last(context.request());
        new Exchange(context, null, false, watch).refuse(refusal.status(), refusal.answer());
    }

    /** Has the connection closed behind the answer; the header alone would only ask the other side to do so. */
    static void last(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            Incoming incoming = Incoming.of(request.connection());
            if (incoming != null) {
                incoming.close();
            }
        }
    }

    /**
     * Has a connection carry the messages of a WebSocket: no requests come over it any longer, and it is not read while its
     * client does not read, because every ping is answered, and Vert.x tells nobody of pings.
     */
    static void upgraded(HttpConnection connection) {
        Incoming incoming = Incoming.of(connection);
        if (incoming != null) {
            incoming.upgrade();
        }
        ((ConnectionBase) connection).channel().pipeline().addFirst(new ChannelInboundHandlerAdapter() {

            @Override
            public void channelWritabilityChanged(ChannelHandlerContext changed) {
                changed.channel().config().setAutoRead(changed.channel().isWritable());
                changed.fireChannelWritabilityChanged();
            }
        });
    }
}
