package dev.footnote.http.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Timeouts for the requests of one connection. It closes the connection if the head of a request does not arrive in time, even
 * if bytes arrive slowly. It also closes it if the rest of a body does not arrive after the request was answered. All methods
 * run on the thread of the connection.
 *
 * <p>
 * The idle timeout of the server covers connections that are kept alive and send nothing.
 */
public final class RequestTimeoutHandler extends ChannelDuplexHandler {

    static final String NAME = "incoming";

    private static final String TLS = "ssl";

    private final Duration patience;
    private final Http2FrameTracker preface = new Http2FrameTracker();
    private ChannelHandlerContext context;
    private ScheduledFuture<?> clock;
    /** Whether a response is in progress. */
    private boolean answering;
    /** Whether the body of the last request is incomplete. */
    private boolean bodyOpen;
    /** Whether something was received, or is due, that is not yet the complete head of a request. */
    private boolean headOpen = true;
    private boolean heard;
    private boolean last;
    /** Whether the connection was upgraded to HTTP/2, so that its client understands no response of HTTP/1. */
    private boolean isUpgraded;
    /** Whether the handler removes itself. */
    private boolean leaving;

    RequestTimeoutHandler(Duration patience) {
        this.patience = patience;
    }

    /** @return empty if the connection is not one that a server accepted, or no longer uses HTTP */
    public static Optional<RequestTimeoutHandler> of(HttpConnection connection) {
        return Optional.ofNullable(((ConnectionBase) connection).channel().pipeline().get(RequestTimeoutHandler.class));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        this.context = context;
        settle();
    }

    @Override
    public void channelActive(ChannelHandlerContext opened) {
        ChannelPipeline pipeline = opened.pipeline();
        if (pipeline.get(TLS) != null && pipeline.firstContext() == opened) {
            // to see the decrypted data, and not the encrypted data
            leaving = true;
            pipeline.remove(this);
            pipeline.addAfter(TLS, NAME, new RequestTimeoutHandler(patience));
            pipeline.fireChannelActive();
        } else {
            settle();
            opened.fireChannelActive();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext closed) {
        stop();
        closed.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        stop();
        if (!leaving && removed.channel().isActive()) {
            // an upgrade to HTTP/2 removes all handlers when the body of its request is complete
            removed.executor().execute(() -> removed.pipeline().addFirst(NAME, upgraded()));
        }
    }

    private RequestTimeoutHandler upgraded() {
        RequestTimeoutHandler upgraded = new RequestTimeoutHandler(patience);
        upgraded.isUpgraded = true;
        return upgraded;
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        boolean idle = !answering && !bodyOpen;
        heard = true;
        if (message instanceof ByteBuf bytes && (idle || preface.complete())) {
            headOpen = true;
            preface.read(bytes);
        }
        reading.fireChannelRead(message);
        settle();
    }

    /**
     * Called when the head of a request is complete.
     *
     * @param multiplexed whether it arrived over HTTP/2, where requests have no order
     */
    public void begin(boolean multiplexed) {
        preface.restart();
        if (!multiplexed) {
            answering = true;
            headOpen = false;
            if (context.pipeline().get(Bodies.class) == null) {
                bodyOpen = true;
                context.pipeline().addAfter(context.pipeline().context(decoder()).name(), null, new Bodies());
            }
        }
        settle();
    }

    /** Called when the response to the request is complete. */
    public void end() {
        if (!context.executor().inEventLoop()) {
            context.executor().execute(this::end);
            return;
        }
        answering = false;
        settle();
        if (last && context.channel().isActive()) {
            LingeringChannelClose.from(context.channel());
        }
    }

    /** Detects the end of request bodies. It is placed after the decoder, which exists as soon as a request does. */
    private final class Bodies extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext reading, Object message) {
            if (message instanceof HttpRequest) {
                bodyOpen = true;
            }
            if (message instanceof LastHttpContent) {
                bodyOpen = false;
            }
            reading.fireChannelRead(message);
        }
    }

    /** Closes the connection after the response that is due. */
    public void close() {
        last = true;
    }

    /** Called when the connection carries messages instead of requests from now on. */
    public void upgrade() {
        leaving = true;
        context.pipeline().remove(Bodies.class);
        context.pipeline().remove(this);
    }

    private void settle() {
        if (preface.complete() ? preface.inHead()
                : !answering && (headOpen || bodyOpen || DecoderBufferSize.bytes(decoder()) > 0)) {
            start();
        } else {
            stop();
        }
    }

    private HttpRequestDecoder decoder() {
        return context.pipeline().get(HttpRequestDecoder.class);
    }

    private void start() {
        if (clock == null && context.channel().isActive() && !context.isRemoved()) {
            clock = context.executor().schedule(this::cut, patience.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void stop() {
        if (clock != null) {
            clock.cancel(false);
            clock = null;
        }
    }

    private void cut() {
        // a client that has sent nothing expects no response, and an HTTP/2 client would not understand this one
        if (heard && !bodyOpen && !isUpgraded && !preface.complete()) {
            context.writeAndFlush(MalformedRequestResponse.tooSlow(context.alloc(), patience));
            LingeringChannelClose.from(context.channel());
        } else {
            context.close();
        }
    }

    /** Adds a body to the bare status that Vert.x sends for a request that it cannot parse. */
    @Override
    public void write(ChannelHandlerContext writing, Object message, ChannelPromise promise) {
        Object sent = !answering && message instanceof ByteBuf bytes ? MalformedRequestResponse.filled(bytes) : message;
        writing.write(sent, promise);
    }
}
