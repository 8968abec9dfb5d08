package dev.footnote.analysis.path;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.footnote.metamodel.VirtualTable;
import dev.footnote.query.sql.AsOf;

/**
 * Finds the shortest paths between two records. It searches from both ends at once, because two small circles contain less than
 * one large circle.
 */
final class BidirectionalSearch {

    /** Maximum number of facts read for one search, because they are in memory together. */
    static final int MOST = 100_000;

    private final PathNode from;
    private final PathNode to;
    private final SearchFrontier start;
    private final SearchFrontier end;
    /** The records that both sides have reached, once there are any. */
    private List<PathNode> met;
    private int left;

    /** @param most the maximum number of facts read */
    BidirectionalSearch(PathNode from, PathNode to, List<RelationEdge> edges, int most) {
        this.left = most;
        this.from = from;
        this.to = to;
        this.start = new SearchFrontier(from, true, edges);
        this.end = new SearchFrontier(to, false, edges);
        this.met = from.equals(to) ? List.of(from) : List.of();
    }

    /** @param maxLength the maximum number of hops of a path */
    void run(AsOf asOf, int maxLength, VirtualTable.Reader reader) throws SQLException {
        while (met.isEmpty() && length() < maxLength && !start.rim().isEmpty() && !end.rim().isEmpty()) {
            SearchFrontier side = start.rim().size() <= end.rim().size() ? start : end;
            left -= side.widen(asOf, left, reader);
            if (left < 0) {
                return;
            }
            SearchFrontier other = side == start ? end : start;
            met = side.rim().stream().filter(other::reaches).toList();
        }
    }

    /** False if the search would have had to read more facts than allowed. */
    boolean complete() {
        return left >= 0;
    }

    /** The number of hops that both sides have searched together. */
    int length() {
        return start.radius() + end.radius();
    }

    /** Some of the shortest paths, sorted by the records on them; empty if no path was found. */
    List<List<PathHop>> paths(int most) {
        if (met.isEmpty()) {
            return List.of();
        }
        List<PathFact> links = new ArrayList<>(start.between(met));
        links.addAll(end.between(met));
        return new PathEnumerator(links, to, most).from(from);
    }
}
