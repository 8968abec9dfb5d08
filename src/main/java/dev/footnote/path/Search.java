package dev.footnote.path;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.footnote.graph.Made;
import dev.footnote.sql.Moment;

/**
 * Looks for the shortest paths between two records, from both ends at once, because two small circles hold less than a large
 * one.
 */
final class Search {

    /** Facts that are read for one search, because they are in memory together. */
    static final int MOST = 100_000;

    private final Stop from;
    private final Stop to;
    private final Side start;
    private final Side end;
    /** The records that both sides reach, once they do. */
    private List<Stop> met;
    private int left;

    /** @param most facts that may be read */
    Search(Stop from, Stop to, List<Way> ways, int most) {
        this.left = most;
        this.from = from;
        this.to = to;
        this.start = new Side(from, true, ways);
        this.end = new Side(to, false, ways);
        this.met = from.equals(to) ? List.of(from) : List.of();
    }

    /** @param maxLength the most hops of a path */
    void run(Moment moment, int maxLength, Made.Reader reader) throws SQLException {
        while (met.isEmpty() && length() < maxLength && !start.rim().isEmpty() && !end.rim().isEmpty()) {
            Side side = start.rim().size() <= end.rim().size() ? start : end;
            left -= side.widen(moment, left, reader);
            if (left < 0) {
                return;
            }
            Side other = side == start ? end : start;
            met = side.rim().stream().filter(other::reaches).toList();
        }
    }

    /** False where more facts would have had to be read than may be. */
    boolean complete() {
        return left >= 0;
    }

    /** How many hops the two sides have gone together. */
    int length() {
        return start.radius() + end.radius();
    }

    /** Some of the shortest paths, by the records that they pass in turn; none where none was found. */
    List<List<Hop>> paths(int most) {
        if (met.isEmpty()) {
            return List.of();
        }
        List<Link> links = new ArrayList<>(start.between(met));
        links.addAll(end.between(met));
        return new Trails(links, to, most).from(from);
    }
}
