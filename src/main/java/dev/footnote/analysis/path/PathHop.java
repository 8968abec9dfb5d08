package dev.footnote.analysis.path;

import java.util.ArrayList;
import java.util.List;

/**
 * One hop of a path.
 *
 * @param links all facts that connect the two records
 */
record PathHop(PathNode from, PathNode to, List<PathFact> links) {

    PathHop(PathNode from, PathNode to) {
        this(from, to, new ArrayList<>());
    }
}
