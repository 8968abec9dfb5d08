package dev.footnote.analysis.path;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Enumerates shortest paths along their links, in the order of the records on them. */
final class PathEnumerator {

    private final Map<PathNode, Map<PathNode, PathHop>> onward = new HashMap<>();
    private final PathNode end;
    private final int most;
    private final List<List<PathHop>> paths = new ArrayList<>();

    /** @param links links on shortest paths; every one leads on to the end */
    PathEnumerator(Collection<PathFact> links, PathNode end, int most) {
        this.end = end;
        this.most = most;
        links.forEach(link -> onward.computeIfAbsent(link.from(), from -> new TreeMap<>())
                .computeIfAbsent(link.to(), to -> new PathHop(link.from(), to)).links().add(link));
    }

    /** The first paths from the given record to the end. */
    List<List<PathHop>> from(PathNode start) {
        follow(start, List.of());
        return paths;
    }

    private void follow(PathNode here, List<PathHop> walked) {
        if (here.equals(end)) {
            paths.add(walked);
            return;
        }
        for (PathHop hop : onward.get(here).values()) {
            if (paths.size() == most) {
                return;
            }
            List<PathHop> further = new ArrayList<>(walked);
            further.add(hop);
            follow(hop.to(), further);
        }
    }
}
