package dev.footnote.http.live;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "footnote.live")
interface LiveConfig {

    /** Maximum number of open event streams. Each holds a connection. */
    @WithDefault("2000")
    int streams();

    /** How often the database is asked for a new revision while anybody listens. It bounds how late an event is. */
    @WithDefault("100ms")
    Duration interval();

    /** Pause after which a stream without events gets a comment, so that proxies keep its connection open. */
    @WithDefault("15s")
    Duration heartbeat();
}
