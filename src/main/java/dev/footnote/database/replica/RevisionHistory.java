package dev.footnote.database.replica;

import java.util.LinkedHashMap;
import java.util.Map;

/** The revisions of the dataset that were seen as current, in order, and until when each was current. */
final class RevisionHistory {

    /** Maximum number of revisions. Older ones are forgotten first; a server with one of those lags far behind. */
    private static final int MOST = 1000;

    /**
     * One revision.
     *
     * @param number its position in the order
     * @param until a time at which it was still current, in nanoseconds
     */
    private record Seen(long number, long until) {
    }

    private final Map<String, Seen> versions = new LinkedHashMap<>() {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MOST;
        }
    };
    private long count;

    /**
     * Adds a revision. Must be called in the order in which revisions were seen.
     *
     * @param at the time of the query, in nanoseconds
     */
    synchronized void current(String version, long at) {
        Seen known = versions.get(version);
        versions.put(version, new Seen(known == null ? ++count : known.number, at));
    }

    /** @return the maximum time for which it may have been outdated, in nanoseconds; larger than any limit if unknown */
    synchronized long age(String version, long now) {
        Seen seen = versions.get(version);
        return seen == null ? Long.MAX_VALUE : now - seen.until;
    }

    /** Whether a revision contains everything that another one does, as far as known. */
    synchronized boolean reaches(String version, String wanted) {
        if (version.equals(wanted)) {
            return true;
        }
        Seen has = versions.get(version);
        Seen needs = versions.get(wanted);
        return has != null && needs != null && has.number >= needs.number;
    }
}
