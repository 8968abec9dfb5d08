package dev.footnote.analysis.path;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.footnote.metamodel.scalar.PartialDate;

/** Reference implementation of paths: a simple search in memory from one end. */
final class NaivePaths {

    private static final int ALL = Integer.MAX_VALUE;
    /** What holds always. */
    private static final List<String> UNDATED = List.of("initiative", "event", "product");

    /** A record that a path may pass. */
    record Place(String kind, int number, String slug) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int kinds = kind.compareTo(other.kind);
            return kinds != 0 ? kinds : Integer.compare(number, other.number);
        }

        String id() {
            return kind + ":" + slug;
        }
    }

    /** When a fact held, as far as its columns say. */
    record Period(Map<String, LocalDate> days, boolean dated, boolean ended, List<LocalDate> shown, List<LocalDate> written) {

        boolean proven(PartialDate at) {
            boolean open = days.get("from_earliest") != null && days.get("to_earliest") == null && !ended
                    && shown.stream().anyMatch(day -> day != null && !day.isBefore(at.earliest()));
            return !dated || any("_latest", day -> !day.isAfter(at.latest()))
                    && (open || any("_earliest", day -> !day.isBefore(at.earliest())));
        }

        /** Of the days on which it held: its first, its last, and the one that a source shows. */
        private boolean any(String bound, Predicate<LocalDate> holds) {
            return Stream.of("from", "to", "held_on").map(date -> days.get(date + bound)).filter(Objects::nonNull)
                    .anyMatch(holds);
        }

        boolean possible(PartialDate at) {
            LocalDate begun = days.get("from_earliest");
            LocalDate over = days.get("to_latest");
            boolean unwritten = over == null && ended && !written.isEmpty()
                    && written.stream().allMatch(day -> day != null && day.isBefore(at.earliest()));
            return (begun == null || !begun.isAfter(at.latest())) && (over == null || !over.isBefore(at.earliest()))
                    && !unwritten;
        }
    }

    private record Fact(String kind, int number, String id, Place from, Place to, Period period) {
    }

    private final Map<String, Map<Integer, Place>> places = new HashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    /** By kind and number of the record that they support. */
    private final Map<String, List<Written>> sources = new HashMap<>();

    /** When a source shows what it says, and by when it was written, where that is known. */
    private record Written(LocalDate shown, LocalDate by) {
    }

    NaivePaths(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (String kind : List.of("person", "organization", "initiative", "event", "product")) {
                Map<Integer, Place> ofKind = new TreeMap<>();
                ResultSet rows = connection.createStatement().executeQuery("SELECT id, slug FROM " + kind);
                while (rows.next()) {
                    ofKind.put(rows.getInt(1), new Place(kind, rows.getInt(1), rows.getString(2)));
                }
                places.put(kind, ofKind);
            }
            sources(connection);
            read(connection, "affiliation", "person", "person_id", "organization", "organization_id");
            read(connection, "affiliation", "person", "person_id", "person", "reports_to_id");
            read(connection, "participation", "person", "person_id", "initiative", "initiative_id");
            read(connection, "participation", "organization", "organization_id", "initiative", "initiative_id");
            read(connection, "organization_link", "organization", "organization_id", "organization", "target_id");
            read(connection, "participation", "person", "person_id", "event", "event_id");
            read(connection, "participation", "organization", "organization_id", "event", "event_id");
            read(connection, "initiative", "initiative", "id", "initiative", "parent_id");
            read(connection, "event", "event", "id", "initiative", "initiative_id");
            read(connection, "event", "event", "id", "organization", "organization_id");
            read(connection, "product", "product", "id", "organization", "maker_id");
            read(connection, "product", "product", "id", "product", "part_of_id");
            read(connection, "product", "product", "id", "product", "based_on_id");
        }
    }

    private void sources(Connection connection) throws SQLException {
        ResultSet rows = connection.createStatement().executeQuery(
                "SELECT c.*, s.kind, s.published_earliest, s.published_latest, s.retrieved_earliest, s.retrieved_latest"
                        + " FROM citation c JOIN source s ON s.id = c.source_id WHERE c.stance <> 'DISPUTES'");
        while (rows.next()) {
            LocalDate shown = rows.getObject("published_earliest", LocalDate.class);
            LocalDate by = rows.getObject("published_latest", LocalDate.class);
            if (shown == null && List.of("DATASET", "WEBSITE").contains(rows.getString("kind"))) {
                shown = rows.getObject("retrieved_earliest", LocalDate.class);
            }
            sources.computeIfAbsent(rows.getString("subject_kind") + rows.getInt("subject_id"), key -> new ArrayList<>())
                    .add(new Written(shown, by != null ? by : rows.getObject("retrieved_latest", LocalDate.class)));
        }
    }

    private void read(Connection connection, String table, String from, String fromColumn, String to, String toColumn)
            throws SQLException {
        ResultSet rows = connection.createStatement().executeQuery("SELECT * FROM " + table);
        while (rows.next()) {
            Place one = places.get(from).get(rows.getInt(fromColumn));
            Place other = places.get(to).get(rows.getInt(toColumn));
            if (one != null && other != null) {
                facts.add(new Fact(table, rows.getInt("id"), table + ":" + rows.getString("slug"), one, other,
                        period(table, rows)));
            }
        }
    }

    private Period period(String table, ResultSet row) throws SQLException {
        Map<String, LocalDate> days = new HashMap<>();
        boolean shown = table.equals("affiliation");
        for (String date : UNDATED.contains(table) ? List.<String> of()
                : shown ? List.of("from", "to", "held_on") : List.of("from", "to")) {
            for (String bound : List.of("_earliest", "_latest")) {
                days.put(date + bound, row.getObject(date + bound, LocalDate.class));
            }
        }
        return new Period(days, !UNDATED.contains(table),
                shown && Boolean.TRUE.equals(row.getObject("ended", Boolean.class)),
                sources.getOrDefault(table + row.getInt("id"), List.of()).stream().map(Written::shown).toList(),
                sources.getOrDefault(table + row.getInt("id"), List.of()).stream().map(Written::by).toList());
    }

    List<Place> places() {
        return places.values().stream().flatMap(ofKind -> ofKind.values().stream()).sorted().toList();
    }

    /** What the whole answer must be, as JSON would be read. */
    Map<String, Object> search(Place from, Place to, Predicate<Period> held, int maxLength, int first) {
        Map<Place, Map<Place, List<Fact>>> joined = new HashMap<>();
        for (Fact fact : facts) {
            if (held.test(fact.period())) {
                join(joined, fact.from(), fact.to(), fact);
                join(joined, fact.to(), fact.from(), fact);
            }
        }
        Map<Place, Integer> away = away(to, joined);
        int length = away.getOrDefault(from, ALL);
        List<List<Place>> paths = new ArrayList<>();
        if (length <= maxLength) {
            follow(from, List.of(from), joined, away, paths);
        }
        Map<String, Object> search = new LinkedHashMap<>();
        search.put("complete", true);
        search.put("searchedLength", paths.isEmpty() ? maxLength : length);
        search.put("more", paths.size() > first);
        search.put("paths", paths.stream().limit(first).map(path -> path(path, joined)).toList());
        return search;
    }

    private static void join(Map<Place, Map<Place, List<Fact>>> joined, Place one, Place other, Fact fact) {
        List<Fact> known = joined.computeIfAbsent(one, place -> new TreeMap<>()).computeIfAbsent(other,
                place -> new ArrayList<>());
        if (!known.contains(fact)) {
            known.add(fact);
        }
    }

    private static Map<Place, Integer> away(Place end, Map<Place, Map<Place, List<Fact>>> joined) {
        Map<Place, Integer> away = new HashMap<>(Map.of(end, 0));
        List<Place> ring = List.of(end);
        for (int hops = 1; !ring.isEmpty(); hops++) {
            List<Place> next = new ArrayList<>();
            for (Place place : ring) {
                for (Place other : joined.getOrDefault(place, Map.of()).keySet()) {
                    if (away.putIfAbsent(other, hops) == null) {
                        next.add(other);
                    }
                }
            }
            ring = next;
        }
        return away;
    }

    private static void follow(Place here, List<Place> walked, Map<Place, Map<Place, List<Fact>>> joined,
            Map<Place, Integer> away, List<List<Place>> paths) {
        if (away.get(here) == 0) {
            paths.add(walked);
        }
        for (Place next : joined.getOrDefault(here, Map.of()).keySet()) {
            if (away.get(next) == away.get(here) - 1) {
                List<Place> further = new ArrayList<>(walked);
                further.add(next);
                follow(next, further, joined, away, paths);
            }
        }
    }

    private static Map<String, Object> path(List<Place> path, Map<Place, Map<Place, List<Fact>>> joined) {
        List<Object> hops = new ArrayList<>();
        for (int i = 1; i < path.size(); i++) {
            Place from = path.get(i - 1);
            Map<String, Object> hop = new LinkedHashMap<>();
            hop.put("from", Map.of("id", from.id()));
            hop.put("to", Map.of("id", path.get(i).id()));
            hop.put("links", joined.get(from).get(path.get(i)).stream()
                    .sorted((one, other) -> one.kind().equals(other.kind()) ? Integer.compare(one.number(), other.number())
                            : one.kind().compareTo(other.kind()))
                    .map(fact -> Map.of("along", fact.from().equals(from), "fact", Map.of("id", fact.id()))).toList());
            hops.add(hop);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("length", path.size() - 1);
        answer.put("hops", hops);
        return answer;
    }
}
