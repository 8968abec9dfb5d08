package dev.footnote.query.scheduling;

import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests are processed at once, and which requests take precedence. */
@ConfigMapping(prefix = "footnote.scheduling")
interface SchedulingConfig {

    /** Threads for light requests. If not set: four for each processor, because some wait for the database. */
    OptionalInt threads();

    /**
     * The most requests that wait for a thread, for each of the two worker pools, light and heavy; more are rejected with
     * 503.
     */
    @WithDefault("200")
    int waiting();

    /** The maximum cost of a light request. Light requests are processed before heavy ones. */
    @WithDefault("2000")
    int light();
}
