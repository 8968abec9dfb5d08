package dev.footnote.http.live;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "footnote.live")
interface LiveConfig {

    /** Maximum number of live operations, because each holds its request in memory, and those of one edit are all answered. */
    @WithDefault("2000")
    int streams();

    /** How often the database is asked for a new revision while anybody listens. It bounds how late an event is. */
    @WithDefault("100ms")
    Duration interval();

    /** Pause after which a stream without events gets a comment, so that proxies keep its connection open. */
    @WithDefault("15s")
    Duration heartbeat();

    /** Queries of live operations that run at once after an edit. The others wait, so that requests find a free thread. */
    @WithDefault("4")
    int queries();
}
