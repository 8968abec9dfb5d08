package dev.footnote.database.replica;

import java.util.Optional;

/**
 * The revision of the dataset as far as this process knows it without a query. It is notified of each write before the commit.
 * It then forgets the revision until the new one has been read.
 */
final class KnownRevision {

    /** A revision that is never read. */
    private static final String NONE = "";

    private volatile String version;
    /** A revision that was written and may not be committed yet. Null if everything written has been read. */
    private String announced;
    private volatile long heard;
    private volatile boolean hears;

    /** @return empty if the database has to be queried */
    Optional<String> version() {
        return hears ? Optional.ofNullable(version) : Optional.empty();
    }

    /** The number of writes that it was notified of. */
    long heard() {
        return heard;
    }

    /** Enables the known revision after a test has shown that notifications arrive. */
    void trust() {
        hears = true;
    }

    /** @param written may never be committed; null if the revision was deleted */
    synchronized void announced(String written) {
        announced = written == null ? NONE : written;
        version = null;
        heard++;
    }

    /**
     * @param current the revision as read from the database
     * @param before the number of notified writes when that read began
     */
    synchronized void read(String current, long before) {
        // an announced revision that can be read is committed; a revision read during a write may be outdated
        if (announced == null ? heard == before : announced.equals(current)) {
            announced = null;
            version = current;
        }
    }
}
