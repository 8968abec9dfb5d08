package dev.footnote.path;

import java.util.ArrayList;
import java.util.List;

/**
 * One step of a path.
 *
 * @param links all facts that join the two records
 */
record Hop(Stop from, Stop to, List<Link> links) {

    Hop(Stop from, Stop to) {
        this(from, to, new ArrayList<>());
    }
}
