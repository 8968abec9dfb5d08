package dev.footnote.path;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Follows the links that lie on shortest paths, in the order of the records that these pass. */
final class Trails {

    private final Map<Stop, Map<Stop, Hop>> onward = new HashMap<>();
    private final Stop end;
    private final int most;
    private final List<List<Hop>> paths = new ArrayList<>();

    /** @param links every one of which leads on to the end */
    Trails(Collection<Link> links, Stop end, int most) {
        this.end = end;
        this.most = most;
        links.forEach(link -> onward.computeIfAbsent(link.from(), from -> new TreeMap<>())
                .computeIfAbsent(link.to(), to -> new Hop(link.from(), to)).links().add(link));
    }

    /** The first paths from there to the end. */
    List<List<Hop>> from(Stop start) {
        follow(start, List.of());
        return paths;
    }

    private void follow(Stop here, List<Hop> walked) {
        if (here.equals(end)) {
            paths.add(walked);
            return;
        }
        for (Hop hop : onward.get(here).values()) {
            if (paths.size() == most) {
                return;
            }
            List<Hop> further = new ArrayList<>(walked);
            further.add(hop);
            follow(hop.to(), further);
        }
    }
}
