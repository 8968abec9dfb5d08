package dev.footnote.http.graphql;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "footnote.http")
public interface HttpConfig {

    /** Maximum size of the body of a request, in bytes, because it is held in memory. */
    @WithDefault("262144")
    int body();

    /** Maximum time from the head of a request to the end of its body. A slow client must not hold resources for longer. */
    @WithDefault("10s")
    Duration patience();

    /** Whether every response reports its cost. Otherwise only responses to requests with the header Footnote-Cost do. */
    @WithDefault("false")
    boolean cost();

    /**
     * Maximum number of open WebSockets, and of event streams with several operations, because each one holds memory while it
     * is idle.
     */
    @WithDefault("1000")
    int sockets();

    /** Maximum number of concurrent operations on one WebSocket or event stream, because one client must not fill the queue. */
    @WithDefault("20")
    int operations();
}
