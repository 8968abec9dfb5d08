package dev.footnote.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.footnote.database.Dialect;
import dev.footnote.metamodel.VirtualTable;
import dev.footnote.search.SearchKeyFormat.Span;

/**
 * Looks up names by their keys, within limits: it reads at most the given number of keys of each range, from the index only.
 */
final class SearchKeyLookup {

    private static final String ONE = """
            SELECT k.name_id
            FROM search_key k
            WHERE k.text >= ?
            AND k.text < ?
            ORDER BY k.text, k.name_id
            LIMIT ?""";

    /** All ranges in one statement, because each statement is a round trip. */
    private static final String ALL = """
            SELECT k.name_id, span.place
            FROM unnest(?, ?) WITH ORDINALITY AS span (low, high, place)
            CROSS JOIN LATERAL (
              SELECT k.name_id
              FROM search_key k
              WHERE k.text >= span.low COLLATE "C"
              AND k.text < span.high COLLATE "C"
              ORDER BY k.text, k.name_id
              LIMIT ?) k""";

    private static final String NAMES = """
            SELECT n.id, n.kind, n.subject_id, n.main, n.profile IS NOT NULL, n.text, n.folded
            FROM unnest(CAST(? AS INTEGER ARRAY)) AS found (id)
            JOIN search_name n ON n.id = found.id""";

    private final VirtualTable.Reader reader;
    private final Dialect dialect;
    private final Map<Integer, SearchCandidate> candidates = new LinkedHashMap<>();

    SearchKeyLookup(VirtualTable.Reader reader, Dialect dialect) {
        this.reader = reader;
        this.dialect = dialect;
    }

    /** The ids of names; whole if no range contained more than was read. */
    record Ids(Set<Integer> ids, boolean whole) {
    }

    Ids ids(List<Span> spans, int most) throws SQLException {
        return ids(List.of(spans), most).get(0);
    }

    /** Looks up each of several lists of ranges; on PostgreSQL in one statement. */
    List<Ids> ids(Collection<List<Span>> lists, int most) throws SQLException {
        List<Span> spans = lists.stream().flatMap(List::stream).toList();
        List<Set<Integer>> found = new ArrayList<>();
        spans.forEach(span -> found.add(new LinkedHashSet<>()));
        if (dialect == Dialect.H2) {
            for (int i = 0; i < spans.size(); i++) {
                Set<Integer> ids = found.get(i);
                reader.read(ONE, List.of(spans.get(i).low(), spans.get(i).high(), most), row -> ids.add(row.getInt(1)));
            }
        } else if (!spans.isEmpty()) {
            reader.read(ALL, List.of(spans.stream().map(Span::low).toArray(String[]::new),
                    spans.stream().map(Span::high).toArray(String[]::new), most),
                    row -> found.get(row.getInt(2) - 1).add(row.getInt(1)));
        }
        List<Ids> all = new ArrayList<>();
        Iterator<Set<Integer>> next = found.iterator();
        for (List<Span> list : lists) {
            all.add(union(list.stream().map(span -> next.next()).toList(), most));
        }
        return all;
    }

    private static Ids union(List<Set<Integer>> sets, int most) {
        Set<Integer> ids = new LinkedHashSet<>();
        sets.forEach(ids::addAll);
        return new Ids(ids, sets.stream().allMatch(set -> set.size() < most));
    }

    /** @return the names with these ids that were not read before */
    List<SearchCandidate> read(Collection<Integer> ids) throws SQLException {
        Integer[] unread = ids.stream().filter(id -> !candidates.containsKey(id)).toArray(Integer[]::new);
        List<SearchCandidate> read = new ArrayList<>();
        if (unread.length > 0) {
            reader.read(NAMES, Collections.singletonList(unread), row -> read.add(SearchCandidate.read(row)));
        }
        read.forEach(candidate -> candidates.put(candidate.id(), candidate));
        return read;
    }

    /** All names that were read. */
    Collection<SearchCandidate> candidates() {
        return candidates.values();
    }
}
