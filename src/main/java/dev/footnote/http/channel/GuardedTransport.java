package dev.footnote.http.channel;

import java.time.Duration;

import org.eclipse.microprofile.config.ConfigProvider;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;

/**
 * Adds a {@link RequestTimeoutHandler} to the start of every connection that a server accepts. Vert.x loads it as a service.
 * Its transport is the only place where the channels of a server can be reached before their first byte.
 */
public final class GuardedTransport implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        // a user who chooses another transport configures servers by its own means
        if (builder.findTransport().getClass() == JDKTransport.class) {
            builder.findTransport(new Transport(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class)
                    .getConfigMapping(ChannelConfig.class).patience()));
        }
    }

    /** The default transport, with additional setup for each connection. */
    static final class Transport extends JDKTransport {

        private final Duration patience;

        Transport(Duration patience) {
            this.patience = patience;
        }

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            bootstrap.handler(new Accepting(patience));
        }
    }

    @ChannelHandler.Sharable
    private static final class Accepting extends ChannelInboundHandlerAdapter {

        private final Duration patience;

        private Accepting(Duration patience) {
            this.patience = patience;
        }

        /** @param accepted the channel of a connection, which has no handlers yet */
        @Override
        public void channelRead(ChannelHandlerContext server, Object accepted) {
            ((Channel) accepted).pipeline().addFirst(RequestTimeoutHandler.NAME, new RequestTimeoutHandler(patience));
            server.fireChannelRead(accepted);
        }
    }
}
