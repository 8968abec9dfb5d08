package dev.footnote.channel;

import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;

/**
 * Ends a connection behind its last answer. It is not closed at once, because TCP throws away what was sent on a connection
 * that is closed while the other side is still sending, and with it the answer that says why.
 */
final class Parting extends ChannelInboundHandlerAdapter {

    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_SECONDS = 2;

    private int left = MOST_BYTES;

    private Parting() {
    }

    /** Sends no more, and takes what still comes to nowhere until the other side ends, sends too much or takes too long. */
    static void from(Channel channel) {
        channel.pipeline().addFirst(new Parting());
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

    /** The other side is gone without a word, and nobody is left to tell. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
