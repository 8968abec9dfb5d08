package dev.footnote.channel;

import java.time.Duration;
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
 * The bytes that come in over one connection. It ends the connection where a request begins and its head does not end in
 * time, however slowly it drips, or where the rest of a body does not come after the request was answered. All of it runs on
 * the thread of the connection.
 *
 * <p>
 * A connection that is kept alive and says nothing is left to the idle timeout of the server.
 */
public final class Incoming extends ChannelDuplexHandler {

    static final String NAME = "incoming";

    private static final String TLS = "ssl";

    private final Duration patience;
    private final Preface preface = new Preface();
    private ChannelHandlerContext context;
    private ScheduledFuture<?> clock;
    /** Whether a request is being answered. */
    private boolean answering;
    /** Whether the body of the last request has not come to its end. */
    private boolean bodyOpen;
    /** Whether something came, or is due, that is no whole head of a request. */
    private boolean headOpen = true;
    private boolean heard;
    private boolean last;

    Incoming(Duration patience) {
        this.patience = patience;
    }

    /** @return null where the connection is none that a server accepted, or speaks no HTTP any longer */
    public static Incoming of(HttpConnection connection) {
        return ((ConnectionBase) connection).channel().pipeline().get(Incoming.class);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        this.context = context;
    }

    @Override
    public void channelActive(ChannelHandlerContext opened) {
        ChannelPipeline pipeline = opened.pipeline();
        if (pipeline.get(TLS) != null && pipeline.firstContext() == opened) {
            // to see what was sent, and not what it was encrypted to
            pipeline.remove(this);
            pipeline.addAfter(TLS, NAME, new Incoming(patience));
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
     * The head of a request is here.
     *
     * @param multiplexed whether it came over HTTP/2, where requests have no order
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

    /** The request is answered. */
    public void end() {
        if (!context.executor().inEventLoop()) {
            context.executor().execute(this::end);
            return;
        }
        answering = false;
        settle();
        if (last && context.channel().isActive()) {
            Parting.from(context.channel());
        }
    }

    /** Notes where the body of a request ends. It stands behind the decoder, which is there as soon as a request is. */
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

    /** Has the connection closed behind the answer that is due. */
    public void close() {
        last = true;
    }

    /** From here on no requests come over the connection, but messages. */
    public void upgrade() {
        context.pipeline().remove(Bodies.class);
        context.pipeline().remove(this);
    }

    private void settle() {
        if (preface.complete() ? preface.inHead() : !answering && (headOpen || bodyOpen || Undecoded.bytes(decoder()) > 0)) {
            start();
        } else {
            stop();
        }
    }

    private HttpRequestDecoder decoder() {
        return context.pipeline().get(HttpRequestDecoder.class);
    }

    private void start() {
        if (clock == null && context.channel().isActive()) {
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
        // who has sent nothing waits for no answer, and who speaks HTTP/2 would not understand this one
        if (heard && !bodyOpen && !preface.complete()) {
            context.writeAndFlush(Unreadable.tooSlow(context.alloc(), patience));
            Parting.from(context.channel());
        } else {
            context.close();
        }
    }

    /** Fills in what Vert.x answers by itself, with a bare status, to a request that it cannot read. */
    @Override
    public void write(ChannelHandlerContext writing, Object message, ChannelPromise promise) {
        Object sent = !answering && message instanceof ByteBuf bytes ? Unreadable.filled(bytes) : message;
        writing.write(sent, promise);
    }
}
