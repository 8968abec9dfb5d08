package dev.footnote.rendition;

import java.util.Map;
import java.util.TreeMap;

/** What a form cannot hold, counted by what it is, so that nothing goes without being named. */
final class Losses {

    private final Map<String, Long> counts = new TreeMap<>();

    void add(String what) {
        add(what, 1);
    }

    void add(String what, long count) {
        if (count > 0) {
            counts.merge(what, count, Long::sum);
        }
    }

    Map<String, Long> counts() {
        return counts;
    }
}
