package dev.footnote.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.footnote.graph.Noun;

/** Paths as rows. The key of each is its place: that of the row it hangs on, a point and its number there. */
final class PathRows {

    private static final String SEARCH = "0";

    private final PathTypes types;
    private final List<Object[]> paths = new ArrayList<>();
    private final List<Object[]> hops = new ArrayList<>();
    private final List<Object[]> links = new ArrayList<>();

    PathRows(PathTypes types) {
        this.types = types;
    }

    /**
     * @param complete whether the search came to its end
     * @param searched up to how many hops paths were looked for
     * @param more whether there are more paths than these
     */
    Map<Noun, List<Object[]>> rows(List<List<Hop>> found, boolean complete, int searched, boolean more) {
        for (List<Hop> path : found) {
            path(path, SEARCH + "." + paths.size());
        }
        Object[] search = { SEARCH, complete, searched, more };
        return Map.of(types.search, List.<Object[]> of(search), types.path, paths, types.hop, hops, types.link, links);
    }

    private void path(List<Hop> path, String place) {
        paths.add(new Object[] { place, SEARCH, path.size() });
        for (int i = 0; i < path.size(); i++) {
            hop(path.get(i), place, place + "." + i);
        }
    }

    private void hop(Hop hop, String path, String place) {
        Stop from = hop.from();
        Stop to = hop.to();
        hops.add(new Object[] { place, path, from.noun().table(), from.id(), to.noun().table(), to.id() });
        hop.links().stream().sorted(Link.ORDER).forEach(link -> links.add(
                new Object[] { place + "." + links.size(), place, link.fact().table(), link.id(), link.along() }));
    }
}
