package dev.footnote.path;

import java.util.Comparator;

import dev.footnote.graph.Noun;

/** A record that a path passes. */
record Stop(Noun noun, int id) implements Comparable<Stop> {

    private static final Comparator<Stop> ORDER = Comparator.<Stop, String> comparing(stop -> stop.noun().table())
            .thenComparing(Stop::id);

    @Override
    public int compareTo(Stop other) {
        return ORDER.compare(this, other);
    }
}
