package dev.footnote.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** The differences between the two databases. */
public enum Dialect {

    /** H2, in the same process. A statement that runs once for each parent costs microseconds, and there is no lateral join. */
    H2(null, null) {

        /** The snapshot isolation level of H2. JDBC has no constant for it. */
        private static final int SNAPSHOT = 6;

        @Override
        public void snapshot(Connection connection) throws SQLException {
            // for this transaction only, because its start reads every existing table, which a single statement does not need
            connection.setTransactionIsolation(SNAPSHOT);
            connection.setAutoCommit(false);
        }
    },

    /**
     * PostgreSQL, over a connection. One statement reads the children of all parents, with a lateral join that reads no more
     * than one page per parent.
     */
    POSTGRESQL("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ",
            "LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE");

    private final String opening;
    private final String lock;

    Dialect(String opening, String lock) {
        this.opening = opening;
        this.lock = lock;
    }

    /** The statement that runs first on every new connection. It runs once, because it costs a round trip. */
    public Optional<String> opening() {
        return Optional.ofNullable(opening);
    }

    /**
     * @param url of JDBC
     * @throws IllegalArgumentException if it belongs to neither database
     */
    public static Dialect of(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        if (url.startsWith("jdbc:h2:")) {
            return H2;
        }
        // without the URL, because it may contain a password
        throw new IllegalArgumentException(
                "footnote.database.url is no address of a database. It starts with jdbc:h2: or jdbc:postgresql:.");
    }

    /**
     * Adds settings to the URL for fast reads, safe writes and early detection of lost servers, unless the URL sets them
     * itself.
     */
    public String tuned(String url) {
        if (this == POSTGRESQL) {
            return PostgresUrl.tuned(url);
        }
        // because by default a connection keeps 8 prepared statements, fewer than one nested operation may use
        String fast = url.contains("QUERY_CACHE_SIZE") ? url : url + ";QUERY_CACHE_SIZE=256";
        // because by default a commit reaches the disk half a second later, and a killed process would lose it
        return fast.contains("WRITE_DELAY") ? fast : fast + ";WRITE_DELAY=0";
    }

    /** The column type of texts. Both databases sort it the same way. */
    public String text() {
        return this == POSTGRESQL ? "VARCHAR COLLATE \"C\"" : "VARCHAR";
    }

    /** Placeholders of the migrations. Lines that start with ${postgresql}, such as foreign keys, are comments on H2. */
    Map<String, String> placeholders() {
        return Map.of("text", text(), "postgresql", this == POSTGRESQL ? "" : "--");
    }

    /**
     * Makes all following statements see one snapshot, until the next rollback. The pool resets this when the connection is
     * returned.
     */
    public void snapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    /** The statement that blocks other writers of a table but not its readers, if writers may be in other processes. */
    public Optional<String> lock(String table) {
        return Optional.ofNullable(lock).map(sql -> sql.formatted(table));
    }
}
