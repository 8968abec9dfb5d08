package dev.footnote.database;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

@ConfigMapping(prefix = "footnote.database")
interface DatabaseConfig {

    /** The database of the dataset: a JDBC URL of H2 or PostgreSQL. The default is in memory and is filled at every start. */
    String url();

    /**
     * Maximum number of open connections to each server. If not set, it is the largest useful number: one for each thread of
     * the RequestScheduler and each export, and a few for imports and checks.
     */
    OptionalInt connections();

    /**
     * The server to read from: a PostgreSQL replica of the one at {@code footnote.database.url}. If not set, reads go there.
     */
    @WithName("replica.url")
    Optional<String> replicaUrl();

    /** Maximum lag of the replica. If the lag is greater or unknown, reads go to the primary. */
    @WithName("replica.staleness")
    @WithDefault("5s")
    Duration replicaStaleness();

    /** How long startup waits for an unavailable database. */
    @WithDefault("60s")
    Duration patience();
}
