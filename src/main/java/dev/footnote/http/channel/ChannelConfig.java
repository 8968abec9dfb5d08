package dev.footnote.http.channel;

import java.time.Duration;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Configuration of connections. The framework keeps it although it is never injected, because it is read before anything exists
 * to inject it into.
 */
@Unremovable
@ConfigMapping(prefix = "footnote.http.head")
interface ChannelConfig {

    /**
     * Maximum time to receive the head of a request. It starts when the connection opens, or with the first byte of a later
     * request. A client that sends one byte a minute must not keep a connection.
     */
    @WithDefault("20s")
    Duration patience();
}
