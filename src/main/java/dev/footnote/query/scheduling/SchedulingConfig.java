package dev.footnote.query.scheduling;

import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests are worked on at once, and which ahead of which. */
@ConfigMapping(prefix = "footnote.scheduling")
interface SchedulingConfig {

    /** Threads that answer light requests; four for each processor when not given, because some wait for the database. */
    OptionalInt threads();

    /** Requests that wait for a thread, of the light ones and of the heavy ones; more are turned away with 503. */
    @WithDefault("200")
    int waiting();

    /** What a request may cost to count as a light one, that is, to be answered ahead of the heavy ones. */
    @WithDefault("2000")
    int light();
}
