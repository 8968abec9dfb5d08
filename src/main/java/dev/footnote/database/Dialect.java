package dev.footnote.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What the two databases do differently. */
public enum Dialect {

    /** In the same process: a statement run once for each parent costs microseconds, and there is no lateral join. */
    H2(null, null) {

        /** JDBC has no name for it. */
        private static final int SNAPSHOT = 6;

        @Override
        public void snapshot(Connection connection) throws SQLException {
            // for this transaction only, because its start looks at every table there is, which a single statement needs not
            connection.setTransactionIsolation(SNAPSHOT);
            connection.setAutoCommit(false);
        }
    },

    /** Behind a connection: one statement for all parents, with a lateral join that reads no more than a page of each. */
    POSTGRESQL("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ",
            "LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE");

    private final String opening;
    private final String lock;

    Dialect(String opening, String lock) {
        this.opening = opening;
        this.lock = lock;
    }

    /** What every new connection is told first; once, because telling costs a round trip. */
    public Optional<String> opening() {
        return Optional.ofNullable(opening);
    }

    /**
     * @param url of JDBC
     * @throws IllegalArgumentException when it is of neither database
     */
    public static Dialect of(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        if (url.startsWith("jdbc:h2:")) {
            return H2;
        }
        // without the address, because it may hold a password
        throw new IllegalArgumentException(
                "footnote.database.url is no address of a database. It starts with jdbc:h2: or jdbc:postgresql:.");
    }

    /** The address with what makes reading fast, writing safe and loss felt soon, where it does not say otherwise. */
    public String tuned(String url) {
        if (this == POSTGRESQL) {
            return Address.tuned(url);
        }
        // because by default a connection keeps 8 statements prepared, fewer than one nested question may have
        String fast = url.contains("QUERY_CACHE_SIZE") ? url : url + ";QUERY_CACHE_SIZE=256";
        // because by default what was committed is handed to the disk half a second later, and a killed process loses it
        return fast.contains("WRITE_DELAY") ? fast : fast + ";WRITE_DELAY=0";
    }

    /** The type of texts, which both order alike. */
    public String text() {
        return this == POSTGRESQL ? "VARCHAR COLLATE \"C\"" : "VARCHAR";
    }

    /** Has all that follows see one snapshot, up to the next rollback; the pool undoes it when the connection comes back. */
    public void snapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    /** What keeps other writers of a table off and lets readers go on, where that is not a matter of one process. */
    public Optional<String> lock(String table) {
        return Optional.ofNullable(lock).map(sql -> sql.formatted(table));
    }
}
