package dev.footnote.revision;

/**
 * The version of the dataset as this process knows it without asking the database. It is told of each write ahead of its
 * commit, and forgets the version then, until the new one has been read.
 */
final class Known {

    /** A version that nobody will ever read. */
    private static final String NONE = "";

    private volatile String version;
    /** What was written and may not be committed yet; null where all that was written has been read. */
    private String announced;
    private volatile long heard;
    private volatile boolean hears;

    /** @return null where the database has to be asked */
    String version() {
        return hears ? version : null;
    }

    /** How many writes it was told of. */
    long heard() {
        return heard;
    }

    /** Has it trust what it hears, because it was seen that it does. */
    void trust() {
        hears = true;
    }

    /** @param written which may never be committed; null where the version was deleted */
    synchronized void announced(String written) {
        announced = written == null ? NONE : written;
        version = null;
        heard++;
    }

    /**
     * @param current as it was read from the database
     * @param before how many writes it had been told of when that reading began
     */
    synchronized void read(String current, long before) {
        // what was announced and can be read is committed; what was read while somebody wrote may be of the past
        if (announced == null ? heard == before : announced.equals(current)) {
            announced = null;
            version = current;
        }
    }
}
