package dev.footnote.analysis.path;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.GlobalId;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.VirtualTable;
import dev.footnote.query.sql.AsOf;
import dev.footnote.query.sql.SqlBuilder;

/** Computes the virtual rows for a path search. */
final class PathResolver implements VirtualTable {

    static final int USUAL_HOPS = 6;
    static final int MOST_HOPS = 8;
    static final int USUAL_PATHS = 5;
    static final int MOST_PATHS = 20;

    private final Metamodel metamodel;
    private final PathTypes types;
    private final List<RelationEdge> edges;
    private final int most;

    /** @param most the maximum number of facts read for one search */
    PathResolver(Metamodel metamodel, PathTypes types, int most) {
        this.metamodel = metamodel;
        this.types = types;
        this.edges = RelationEdge.all(metamodel);
        this.most = most;
    }

    @Override
    public boolean isFromRecords() {
        return true;
    }

    @Override
    public Map<EntityType, List<Object[]>> make(Map<String, Object> arguments, Reader reader) throws SQLException {
        int maxLength = number("maxLength", arguments, USUAL_HOPS, MOST_HOPS);
        int first = number("first", arguments, USUAL_PATHS, MOST_PATHS);
        AsOf asOf = AsOf.of(arguments, AsOf.EVER);
        PathNode from = stop("from", arguments, reader);
        PathNode to = stop("to", arguments, reader);
        BidirectionalSearch search = new BidirectionalSearch(from, to, edges, most);
        search.run(asOf, maxLength, reader);
        // one more than requested, to see whether there are more
        List<List<PathHop>> paths = search.paths(first + 1);
        boolean more = paths.size() > first;
        int searched = search.complete() && paths.isEmpty() ? maxLength : search.length();
        return new PathRowMapper(types).rows(more ? paths.subList(0, first) : paths, search.complete(), searched, more);
    }

    private static int number(String name, Map<String, Object> arguments, int defaultValue, int most) {
        Integer number = (Integer) arguments.get(name);
        if (number != null && (number < 1 || number > most)) {
            throw new IllegalArgumentException("The argument " + name + " is " + number + ". Give 1 to " + most + ".");
        }
        return number == null ? defaultValue : number;
    }

    private PathNode stop(String name, Map<String, Object> arguments, Reader reader) throws SQLException {
        String text = (String) arguments.get(name);
        GlobalId id = metamodel.nodeId(text);
        EntityType entityType = metamodel.entityTypeOfTable(id.kind()).orElseThrow();
        if (edges.stream().noneMatch(edge -> edge.near() == entityType)) {
            throw new IllegalArgumentException("The argument " + name + " names a record of the kind " + id.kind()
                    + ". Paths lead from and to records of the kinds " + kinds() + ".");
        }
        SqlBuilder sql = new SqlBuilder().add("SELECT r.id\nFROM ").add(entityType.table()).add(" r\nWHERE r.slug = ")
                .value(id.slug());
        List<PathNode> found = new ArrayList<>(1);
        reader.read(sql.text(), sql.values(), row -> found.add(new PathNode(entityType, row.getInt(1))));
        if (found.isEmpty()) {
            throw new IllegalArgumentException("The argument " + name + " is \"" + text
                    + "\", and there is no such record. Search for it by name with search(query: ...).");
        }
        return found.get(0);
    }

    private String kinds() {
        return edges.stream().map(edge -> edge.near().table()).distinct().sorted().collect(Collectors.joining(", "));
    }
}
