package dev.footnote.analysis.path;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.VirtualTable;
import dev.footnote.query.sql.AsOf;
import dev.footnote.query.sql.SqlBuilder;

/** All records near one end of a path, ring by ring. The ring of a record is its distance from the end in hops. */
final class SearchFrontier {

    private final List<RelationEdge> edges;
    private final boolean start;
    private final Map<PathNode, Integer> rings = new HashMap<>();
    /** For each ring, the facts that lead to it from the previous ring. */
    private final List<List<PathFact>> links = new ArrayList<>();
    private List<PathNode> rim;

    /** @param start whether paths start at this end */
    SearchFrontier(PathNode end, boolean start, List<RelationEdge> edges) {
        this.edges = edges;
        this.start = start;
        rings.put(end, 0);
        rim = List.of(end);
    }

    /** The distance of the outermost ring in hops. */
    int radius() {
        return links.size();
    }

    /** The records of the outermost ring. */
    List<PathNode> rim() {
        return rim;
    }

    boolean reaches(PathNode stop) {
        return rings.containsKey(stop);
    }

    /**
     * Adds a ring. It uses one statement for each relation, regardless of the number of records.
     *
     * @param most the maximum number of facts read; if there are more, no ring is added
     * @return the number of facts read, one above the maximum if there are more
     */
    int widen(AsOf asOf, int most, VirtualTable.Reader reader) throws SQLException {
        Map<EntityType, List<Integer>> from = new HashMap<>();
        rim.forEach(stop -> from.computeIfAbsent(stop.entityType(), entityType -> new ArrayList<>()).add(stop.id()));
        Ring ring = new Ring();
        for (RelationEdge edge : edges) {
            if (from.containsKey(edge.near()) && ring.read <= most) {
                SqlBuilder sql = edge.sql(from.get(edge.near()).toArray(Integer[]::new), asOf, most - ring.read + 1);
                reader.read(sql.text(), sql.values(), row -> ring.take(edge, row));
            }
        }
        if (ring.read <= most) {
            links.add(ring.inward);
            rim = ring.stops;
        }
        return ring.read;
    }

    /** The facts on the shortest paths between this end and some of the outermost records. */
    List<PathFact> between(Collection<PathNode> outermost) {
        List<PathFact> between = new ArrayList<>();
        Set<PathNode> outer = new HashSet<>(outermost);
        for (int ring = radius() - 1; ring >= 0; ring--) {
            Set<PathNode> inner = new HashSet<>();
            for (PathFact link : links.get(ring)) {
                if (outer.contains(start ? link.to() : link.from())) {
                    between.add(link);
                    inner.add(start ? link.from() : link.to());
                }
            }
            outer = inner;
        }
        return between;
    }

    /** A ring under construction. */
    private final class Ring {

        private final int away = radius() + 1;
        private final List<PathNode> stops = new ArrayList<>();
        private final List<PathFact> inward = new ArrayList<>();
        private int read;

        private void take(RelationEdge edge, ResultSet row) throws SQLException {
            read++;
            PathNode near = new PathNode(edge.near(), row.getInt(2));
            PathNode far = new PathNode(edge.far(), row.getInt(3));
            Integer known = rings.putIfAbsent(far, away);
            if (known == null) {
                stops.add(far);
            }
            if (known == null || known == away) {
                inward.add(start ? new PathFact(near, far, edge.fact(), row.getInt(1), edge.along())
                        : new PathFact(far, near, edge.fact(), row.getInt(1), !edge.along()));
            }
        }
    }
}
