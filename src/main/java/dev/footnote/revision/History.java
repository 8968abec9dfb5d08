package dev.footnote.revision;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which versions of the dataset were seen to be current, in their order, and until when each of them was. */
final class History {

    /** More are forgotten, the oldest first; whoever holds one of those is far behind. */
    private static final int MOST = 1000;

    /**
     * One version.
     *
     * @param number its place in the order
     * @param until a time at which it was current still, in nanoseconds
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
     * To be called in the order in which they were seen.
     *
     * @param at when it was asked for, in nanoseconds
     */
    synchronized void current(String version, long at) {
        Seen known = versions.get(version);
        versions.put(version, new Seen(known == null ? ++count : known.number, at));
    }

    /** @return for how long it may have been out of date at most, in nanoseconds; more than ever where nobody knows */
    synchronized long age(String version, long now) {
        Seen seen = versions.get(version);
        return seen == null ? Long.MAX_VALUE : now - seen.until;
    }

    /** Whether a version has all that another one has, as far as anybody knows. */
    synchronized boolean reaches(String version, String wanted) {
        if (version.equals(wanted)) {
            return true;
        }
        Seen has = versions.get(version);
        Seen needs = versions.get(wanted);
        return has != null && needs != null && has.number >= needs.number;
    }
}
