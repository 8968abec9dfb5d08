package dev.footnote.http.channel;

import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;

/**
 * Closes a connection after its last response. It does not close it at once: TCP discards sent data if a connection is closed
 * while the other side is still sending. The response that gives the reason would then be lost.
 */
final class LingeringChannelClose extends ChannelInboundHandlerAdapter {

    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_SECONDS = 2;

    private int left = MOST_BYTES;

    private LingeringChannelClose() {
    }

    /** Stops sending, and discards incoming data until the other side closes, sends too much or takes too long. */
    static void from(Channel channel) {
        channel.pipeline().addFirst(new LingeringChannelClose());
        channel.config().setAutoRead(true);
        channel.pipeline().firstContext().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> {
            if (channel instanceof DuplexChannel duplex) {
                duplex.shutdownOutput();
            }
        });
        channel.eventLoop().schedule(() -> channel.close(), MOST_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        left -= message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
        ReferenceCountUtil.release(message);
        if (left < 0) {
            context.close();
        }
    }

    /** Handles an abrupt disconnect of the other side. Nobody is left to notify. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
