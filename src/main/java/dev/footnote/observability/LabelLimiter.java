package dev.footnote.observability;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Limits the number of operation names used as labels, because clients choose the names and each label is kept forever. */
final class LabelLimiter {

    static final String NONE = "anonymous";
    static final String OTHER = "other";

    static final int MOST = 200;
    private static final int LONGEST = 64;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    String bounded(String name) {
        if (name == null) {
            return NONE;
        }
        if (known.contains(name)) {
            return name;
        }
        return name.length() <= LONGEST && admitted(name) ? name : OTHER;
    }

    private synchronized boolean admitted(String name) {
        return known.contains(name) || known.size() < MOST && known.add(name);
    }
}
