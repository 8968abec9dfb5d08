package dev.footnote.database;

import java.time.Duration;
import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "footnote.database")
interface DatabaseConfig {

    /** Where the dataset lives: a JDBC address of H2 or of PostgreSQL. */
    String url();

    /**
     * Connections that are open at once, to each server. As many as can be of use when not given: one for each thread of
     * the desk and each export, and a few for imports and checks.
     */
    OptionalInt connections();

    /** How long a start waits for a database that is not there yet. */
    @WithDefault("60s")
    Duration patience();
}
