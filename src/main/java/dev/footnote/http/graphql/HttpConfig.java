package dev.footnote.http.graphql;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "footnote.http")
interface HttpConfig {

    /** Maximum size of the body of a request, in bytes. */
    @WithDefault("262144")
    int body();

    /** Maximum time from the head of a request to the end of its body. A slow client must not hold resources for longer. */
    @WithDefault("10s")
    Duration patience();

    /** Whether every response reports its cost. Otherwise only responses to requests with the header Footnote-Cost do. */
    @WithDefault("false")
    boolean cost();

    /** Maximum number of open WebSockets. */
    @WithDefault("1000")
    int sockets();

    /** Maximum number of concurrent operations per WebSocket. */
    @WithDefault("20")
    int operations();
}
