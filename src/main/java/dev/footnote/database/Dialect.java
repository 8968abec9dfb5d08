package dev.footnote.database;

import java.util.Optional;

/** What the two databases do differently. */
public enum Dialect {

    /** In the same process: a statement run once for each parent costs microseconds, and there is no lateral join. */
    H2("SNAPSHOT", null),

    /** Behind a connection: one statement for all parents, with a lateral join that reads no more than a page of each. */
    POSTGRESQL("REPEATABLE READ", "LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE");

    private final String isolation;
    private final String lock;

    Dialect(String isolation, String lock) {
        this.isolation = isolation;
        this.lock = lock;
    }

    /** Lets one writer of several servers go ahead, where several servers can share the database; readers go on. */
    public Optional<String> lock(String table) {
        return Optional.ofNullable(lock).map(sql -> sql.formatted(table));
    }

    /** @param url of JDBC */
    public static Dialect of(String url) {
        return url.startsWith("jdbc:postgresql:") ? POSTGRESQL : H2;
    }

    /** Makes all transactions of a connection see one snapshot each. */
    public String snapshots() {
        return "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL " + isolation;
    }
}
