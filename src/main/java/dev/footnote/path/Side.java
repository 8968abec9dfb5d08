package dev.footnote.path;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.footnote.graph.Made;
import dev.footnote.graph.Noun;
import dev.footnote.sql.Moment;
import dev.footnote.sql.Sql;

/** All that is near to one end of a path, ring by ring: a record stands in the ring of as many hops as it is away. */
final class Side {

    private final List<Way> ways;
    private final boolean start;
    private final Map<Stop, Integer> rings = new HashMap<>();
    /** By ring, the facts that lead to it from the ring within. */
    private final List<List<Link>> links = new ArrayList<>();
    private List<Stop> rim;

    /** @param start whether paths start at this end */
    Side(Stop end, boolean start, List<Way> ways) {
        this.ways = ways;
        this.start = start;
        rings.put(end, 0);
        rim = List.of(end);
    }

    /** How many hops away the outermost ring is. */
    int radius() {
        return links.size();
    }

    /** The records of the outermost ring. */
    List<Stop> rim() {
        return rim;
    }

    boolean reaches(Stop stop) {
        return rings.containsKey(stop);
    }

    /**
     * Adds a ring, by a statement for each way that leads on, however many records there are.
     *
     * @param most facts that may be read; where there are more, no ring is added
     * @return how many facts were read, one above the most where there are more
     */
    int widen(Moment moment, int most, Made.Reader reader) throws SQLException {
        Map<Noun, List<Integer>> from = new HashMap<>();
        rim.forEach(stop -> from.computeIfAbsent(stop.noun(), noun -> new ArrayList<>()).add(stop.id()));
        Ring ring = new Ring();
        for (Way way : ways) {
            if (from.containsKey(way.near()) && ring.read <= most) {
                Sql sql = way.sql(from.get(way.near()).toArray(Integer[]::new), moment, most - ring.read + 1);
                reader.read(sql.text(), sql.values(), row -> ring.take(way, row));
            }
        }
        if (ring.read <= most) {
            links.add(ring.inward);
            rim = ring.stops;
        }
        return ring.read;
    }

    /** The facts on the shortest ways between this end and some of the outermost records. */
    List<Link> between(Collection<Stop> outermost) {
        List<Link> between = new ArrayList<>();
        Set<Stop> outer = new HashSet<>(outermost);
        for (int ring = radius() - 1; ring >= 0; ring--) {
            Set<Stop> inner = new HashSet<>();
            for (Link link : links.get(ring)) {
                if (outer.contains(start ? link.to() : link.from())) {
                    between.add(link);
                    inner.add(start ? link.from() : link.to());
                }
            }
            outer = inner;
        }
        return between;
    }

    /** A ring in the making. */
    private final class Ring {

        private final int away = radius() + 1;
        private final List<Stop> stops = new ArrayList<>();
        private final List<Link> inward = new ArrayList<>();
        private int read;

        private void take(Way way, ResultSet row) throws SQLException {
            read++;
            Stop near = new Stop(way.near(), row.getInt(2));
            Stop far = new Stop(way.far(), row.getInt(3));
            Integer known = rings.putIfAbsent(far, away);
            if (known == null) {
                stops.add(far);
            }
            if (known == null || known == away) {
                inward.add(start ? new Link(near, far, way.fact(), row.getInt(1), way.along())
                        : new Link(far, near, way.fact(), row.getInt(1), !way.along()));
            }
        }
    }
}
