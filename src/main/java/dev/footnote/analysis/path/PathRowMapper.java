package dev.footnote.analysis.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.EntityType;

/** Maps paths to rows. The key of a row is its position: the key of its parent row, a dot, and its number there. */
final class PathRowMapper {

    private static final String SEARCH = "0";

    private final PathTypes types;
    private final List<Object[]> paths = new ArrayList<>();
    private final List<Object[]> hops = new ArrayList<>();
    private final List<Object[]> links = new ArrayList<>();

    PathRowMapper(PathTypes types) {
        this.types = types;
    }

    /**
     * @param complete whether the search was completed
     * @param searched the number of hops up to which paths were searched
     * @param more whether there are more paths than these
     */
    Map<EntityType, List<Object[]>> rows(List<List<PathHop>> found, boolean complete, int searched, boolean more) {
        for (List<PathHop> path : found) {
            path(path, SEARCH + "." + paths.size());
        }
        Object[] search = { SEARCH, complete, searched, more };
        return Map.of(types.search, List.<Object[]> of(search), types.path, paths, types.hop, hops, types.link, links);
    }

    private void path(List<PathHop> path, String place) {
        paths.add(new Object[] { place, SEARCH, path.size() });
        for (int i = 0; i < path.size(); i++) {
            hop(path.get(i), place, place + "." + i);
        }
    }

    private void hop(PathHop hop, String path, String place) {
        PathNode from = hop.from();
        PathNode to = hop.to();
        hops.add(new Object[] { place, path, from.entityType().table(), from.id(), to.entityType().table(), to.id() });
        hop.links().stream().sorted(PathFact.ORDER).forEach(link -> links.add(
                new Object[] { place + "." + links.size(), place, link.fact().table(), link.id(), link.along() }));
    }
}
