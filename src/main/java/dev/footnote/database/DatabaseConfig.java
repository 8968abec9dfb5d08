package dev.footnote.database;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "footnote.database")
interface DatabaseConfig {

    /** Where the dataset lives: a JDBC address of H2 or of PostgreSQL. */
    String url();
}
