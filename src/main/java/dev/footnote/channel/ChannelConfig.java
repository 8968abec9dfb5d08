package dev.footnote.channel;

import java.time.Duration;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Kept by the framework although nobody injects it, because it is read before there is anything to inject it into. */
@Unremovable
@ConfigMapping(prefix = "footnote.http.head")
interface ChannelConfig {

    /**
     * From the opening of a connection, or from the first byte of a later request, to the end of the request's head; because
     * whoever sends one byte a minute must not keep a connection.
     */
    @WithDefault("20s")
    Duration patience();
}
