package dev.footnote.dataset.export;

import java.util.Map;
import java.util.TreeMap;

/** Counts the values that a format cannot hold, by what they are, so that no loss goes unreported. */
final class LossReport {

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
