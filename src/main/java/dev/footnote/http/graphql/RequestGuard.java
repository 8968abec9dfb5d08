package dev.footnote.http.graphql;

import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.http.channel.RequestTimeoutHandler;
import dev.footnote.observability.RequestObserver;
import dev.footnote.query.execution.GraphQLResponse;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;

/**
 * The first handler of every request. It rejects ambiguously framed requests, and clients that do not read their responses. It
 * also responds if a route fails, so that the framework's own error page is never served.
 */
@Singleton
public class RequestGuard {

    private static final Logger LOG = Logger.getLogger(RequestGuard.class);
    private static final int BEFORE_ALL_FILTERS = Integer.MIN_VALUE;
    private static final int BEFORE_ALL_ROUTES = -200;
    private static final int INTERNAL_ERROR = 2;
    private static final CharSequence OPTIONS = HttpHeaders.createOptimized("x-content-type-options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");

    private final HttpConfig config;
    private final RequestObserver watch;

    RequestGuard(HttpConfig config, RequestObserver watch) {
        this.config = config;
        this.watch = watch;
    }

    void open(@Observes Router router) {
        guard(router, config.body());
    }

    void open(@Observes ManagementInterface management) {
        // because the first handler of the framework reads every body into memory before a caller is known, and the second
        // allows the pages of all sites to read responses
        Router router = management.router();
        router.getRoutes().subList(0, 2).forEach(Route::disable);
        router.route().order(BEFORE_ALL_FILTERS).handler(context -> {
            // because a body that arrives before its reader is lost; on the main port the framework pauses the request
            context.request().pause();
            context.next();
        });
        // the routes of this interface limit their own input, and one of them receives whole datasets
        guard(router, Long.MAX_VALUE);
    }

    private void guard(Router router, long maxBody) {
        router.route().order(BEFORE_ALL_FILTERS).handler(context -> {
            begin(context);
            context.next();
        }).failureHandler(this::failed);
        router.route().order(BEFORE_ALL_ROUTES).handler(context -> admit(context, maxBody));
    }

    private static void begin(RoutingContext context) {
        HttpServerRequest request = context.request();
        request.response().headers().set(OPTIONS, NO_SNIFF);
        boolean multiplexed = request.version() == HttpVersion.HTTP_2;
        RequestTimeoutHandler.of(request.connection()).ifPresent(incoming -> {
            incoming.begin(multiplexed);
            if (!multiplexed) {
                context.addEndHandler(ended -> incoming.end());
            }
        });
    }

    private void admit(RoutingContext context, long maxBody) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = request.response();
        if (response.writeQueueFull()) {
            // because the responses to pipelined requests would accumulate in memory if the client never reads them
            response.drainHandler(drained -> admit(context, maxBody));
            return;
        }
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            // because Netty drops a Content-Length beside it, and the bytes that a proxy took for the body would become the
            // next request
            last(request);
        }
        Optional<HttpError> error = HttpError.head(request, maxBody);
        if (error.isPresent()) {
            refuse(context, error.get());
            return;
        }
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            response.writeContinue();
        }
        context.next();
    }

    /** Responds if a route failed, or if the router rejected the request before any route, such as a request without a host. */
    private void failed(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (!response.headers().contains(OPTIONS)) {
            // the router rejects some requests, such as those without a host, before its first route
            begin(context);
        }
        int status = context.failure() instanceof HttpException known ? known.getStatusCode() : context.statusCode();
        if (response.headWritten() || response.ended()) {
            if (!response.ended()) {
                response.reset(INTERNAL_ERROR);
            }
        } else if (status >= 400 && status < 500) {
            refuse(context, HttpError.failed(status));
        } else {
            last(context.request());
            HttpExchange exchange = new HttpExchange(context, null, false, watch);
            LOG.errorf(context.failure(), "The request %s failed", exchange.cancellation().id());
            exchange.refuse(500, GraphQLResponse.failed(exchange.cancellation().id()));
        }
    }

    private void refuse(RoutingContext context, HttpError exception) {
        // because the following bytes may be the unread rest of a body
        last(context.request());
        new HttpExchange(context, null, false, watch).refuse(exception.status(), exception.answer());
    }

    /** Closes the connection after the response. The header alone would only ask the other side to close it. */
    public static void last(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            RequestTimeoutHandler.of(request.connection()).ifPresent(RequestTimeoutHandler::close);
        }
    }

    /**
     * Switches a connection to WebSocket messages. No further requests arrive over it. Reading pauses while the client does not
     * read, because every ping gets a response, and Vert.x does not report pings.
     */
    static void upgraded(HttpConnection connection) {
        RequestTimeoutHandler.of(connection).ifPresent(RequestTimeoutHandler::upgrade);
        ((ConnectionBase) connection).channel().pipeline().addFirst(new ChannelInboundHandlerAdapter() {

            @Override
            public void channelWritabilityChanged(ChannelHandlerContext changed) {
                changed.channel().config().setAutoRead(changed.channel().isWritable());
                changed.fireChannelWritabilityChanged();
            }
        });
    }
}
