package dev.footnote.export;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of the server exports may take from all other requests. */
@ConfigMapping(prefix = "footnote.export")
interface ExportConfig {

    /** Exports that run at once, because each holds a thread, a snapshot and a connection to the database. */
    @WithDefault("2")
    int concurrent();

    /** How long one may take as a whole, because the database keeps all that changes meanwhile. */
    @WithDefault("10m")
    Duration time();

    /** How long a client may leave what was sent to it unread, because the others wait for its place. */
    @WithDefault("30s")
    Duration stall();

    /** The most records that are read at once; fewer where what hangs on each is much. */
    @WithDefault("2000")
    int page();
}
