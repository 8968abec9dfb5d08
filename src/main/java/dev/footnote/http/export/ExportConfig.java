package dev.footnote.http.export;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits on the share of the server that exports may take from other requests. */
@ConfigMapping(prefix = "footnote.export")
interface ExportConfig {

    /** Maximum number of concurrent exports. Each one holds a thread, a snapshot and a database connection. */
    @WithDefault("2")
    int concurrent();

    /** Maximum duration of an export. During an export the database keeps every row version that changes. */
    @WithDefault("10m")
    Duration time();

    /** How long a client may leave sent data unread. Other exports wait for its place. */
    @WithDefault("30s")
    Duration stall();

    /** Maximum number of records read at once. Fewer are read if each record has many related records. */
    @WithDefault("2000")
    int page();
}
