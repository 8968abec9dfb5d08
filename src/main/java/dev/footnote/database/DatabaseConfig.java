package dev.footnote.database;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

@ConfigMapping(prefix = "footnote.database")
interface DatabaseConfig {

    /** Where the dataset lives: a JDBC address of H2 or of PostgreSQL. */
    String url();

    /**
     * Connections that are open at once, to each server. As many as can be of use when not given: one for each thread of
     * the desk and each export, and a few for imports and checks.
     */
    OptionalInt connections();

    /** Where answers are read from: a PostgreSQL that follows the one at {@code url}. From that one when not given. */
    @WithName("replica.url")
    Optional<String> replicaUrl();

    /** How far behind the replica may be; where it is further behind, or nobody knows, the primary is asked. */
    @WithName("replica.staleness")
    @WithDefault("5s")
    Duration replicaStaleness();

    /** How long a start waits for a database that is not there yet. */
    @WithDefault("60s")
    Duration patience();
}
