package dev.footnote.path;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.footnote.graph.Graph;
import dev.footnote.graph.Made;
import dev.footnote.graph.NodeId;
import dev.footnote.graph.Noun;
import dev.footnote.sql.Moment;
import dev.footnote.sql.Sql;

/** Makes the rows that a search for paths is answered by. */
final class PathMaking implements Made {

    static final int USUAL_HOPS = 6;
    static final int MOST_HOPS = 8;
    static final int USUAL_PATHS = 5;
    static final int MOST_PATHS = 20;

    private final Graph graph;
    private final PathTypes types;
    private final List<Way> ways;
    private final int most;

    /** @param most facts that may be read for one search */
    PathMaking(Graph graph, PathTypes types, int most) {
        this.graph = graph;
        this.types = types;
        this.ways = Way.all(graph);
        this.most = most;
    }

    @Override
    public Map<Noun, List<Object[]>> make(Map<String, Object> arguments, Reader reader) throws SQLException {
        int maxLength = number("maxLength", arguments, USUAL_HOPS, MOST_HOPS);
        int first = number("first", arguments, USUAL_PATHS, MOST_PATHS);
        Moment moment = Moment.of(arguments, Moment.EVER);
        Stop from = stop("from", arguments, reader);
        Stop to = stop("to", arguments, reader);
        Search search = new Search(from, to, ways, most);
        search.run(moment, maxLength, reader);
        // one more than asked for, to see whether there is one
        List<List<Hop>> paths = search.paths(first + 1);
        boolean more = paths.size() > first;
        int searched = search.complete() && paths.isEmpty() ? maxLength : search.length();
        return new PathRows(types).rows(more ? paths.subList(0, first) : paths, search.complete(), searched, more);
    }

    private static int number(String name, Map<String, Object> arguments, int usual, int most) {
        Integer number = (Integer) arguments.get(name);
        if (number != null && (number < 1 || number > most)) {
            throw new IllegalArgumentException("The argument " + name + " is " + number + ". Give 1 to " + most + ".");
        }
        return number == null ? usual : number;
    }

    private Stop stop(String name, Map<String, Object> arguments, Reader reader) throws SQLException {
        String text = (String) arguments.get(name);
        NodeId id = graph.nodeId(text);
        Noun noun = graph.nounOfTable(id.kind());
        if (ways.stream().noneMatch(way -> way.near() == noun)) {
            throw new IllegalArgumentException("The argument " + name + " names a record of the kind " + id.kind()
                    + ". Paths lead from and to records of the kinds " + kinds() + ".");
        }
        Sql sql = new Sql().add("SELECT r.id\nFROM ").add(noun.table()).add(" r\nWHERE r.slug = ").value(id.slug());
        List<Stop> found = new ArrayList<>(1);
        reader.read(sql.text(), sql.values(), row -> found.add(new Stop(noun, row.getInt(1))));
        if (found.isEmpty()) {
            throw new IllegalArgumentException("The argument " + name + " is \"" + text
                    + "\", and there is no such record. Search for it by name with search(query: ...).");
        }
        return found.get(0);
    }

    private String kinds() {
        return ways.stream().map(way -> way.near().table()).distinct().sorted().collect(Collectors.joining(", "));
    }
}
