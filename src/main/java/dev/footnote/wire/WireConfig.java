package dev.footnote.wire;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "footnote.http")
interface WireConfig {

    /** Bytes in the body of a request. */
    @WithDefault("262144")
    int body();

    /** From the head of a request to the end of its body, because a slow client must not keep what it takes. */
    @WithDefault("10s")
    Duration patience();

    /** Whether every answer tells what it cost, and not only those to requests with the header Footnote-Cost. */
    @WithDefault("false")
    boolean cost();

    /** WebSockets that are open at once. */
    @WithDefault("1000")
    int sockets();

    /** Operations that one WebSocket may have under way. */
    @WithDefault("20")
    int operations();
}
