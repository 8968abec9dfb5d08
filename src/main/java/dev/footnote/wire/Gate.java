package dev.footnote.wire;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

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

/** Stands ahead of all doors, and lets nobody in whose request has a doubtful frame, or who does not read what is answered. */
@Singleton
class Gate {

    private static final int AHEAD_OF_ALL_DOORS = -200;

    private final WireConfig config;
    private final Watch watch;

    Gate(WireConfig config, Watch watch) {
        this.config = config;
        this.watch = watch;
    }

    void open(@Observes Router router) {
        router.route().order(AHEAD_OF_ALL_DOORS).handler(this::admit).failureHandler(this::malformed);
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

    /** Answers what the router refuses before anybody reads it, such as a request without a host. */
    private void malformed(RoutingContext context) {
        if (context.statusCode() == 400 && !context.response().ended()) {
            refuse(context, WireRefusal.malformed());
        } else {
            context.next();
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
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .endHandler(ended -> Parting.from(request.connection()));
        }
    }

    /** Stops reading from one who does not read; because every ping is answered, and Vert.x tells nobody of pings. */
    static void throttle(HttpConnection connection) {
        ((ConnectionBase) connection).channel().pipeline().addFirst(new ChannelInboundHandlerAdapter() {

            @Override
            public void channelWritabilityChanged(ChannelHandlerContext changed) {
                changed.channel().config().setAutoRead(changed.channel().isWritable());
                changed.fireChannelWritabilityChanged();
            }
        });
    }
}
