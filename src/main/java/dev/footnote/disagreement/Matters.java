package dev.footnote.disagreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import dev.footnote.entry.Rivals;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Made;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;

/** What contested records are about. Several records that are rival claims are about one matter. */
final class Matters {

    /**
     * What sources disagree about.
     *
     * @param fact the kind of the contested records
     * @param kind the table of the record that it is about
     * @param about the field of it, or what rival claims have in common, or null for the record as a whole
     */
    record Matter(String fact, String kind, int id, String about) {
    }

    private final Graph graph;
    private final Made.Reader reader;
    /** By kind and number of a record, the matter that it shares with another one. */
    private final Map<String, Map<Integer, Matter>> shared = new HashMap<>();

    Matters(Graph graph, Made.Reader reader) {
        this.graph = graph;
        this.reader = reader;
    }

    /** Reads what contested records have in common. */
    void read(String kind, TreeSet<Integer> contested) throws SQLException {
        Noun noun = graph.nounOfTable(kind);
        Rivals rivals = noun.entity().getAnnotation(Rivals.class);
        if (rivals == null || contested.size() < 2) {
            return;
        }
        List<Member.ToOne> ways = new ArrayList<>();
        for (String way : rivals.about()) {
            ways.add((Member.ToOne) noun.member(way));
        }
        String sql = "SELECT r.id, r." + noun.value(rivals.by()).column()
                + String.join("", ways.stream().map(way -> ", r." + way.column()).toList()) + "\nFROM " + kind
                + " r\nWHERE r.id = ANY(?)";
        Map<Matter, List<Integer>> alike = new LinkedHashMap<>();
        reader.read(sql, List.of((Object) contested.toArray(Integer[]::new)), row -> {
            Matter matter = matter(noun, ways, row);
            if (matter != null) {
                alike.computeIfAbsent(matter, key -> new ArrayList<>()).add(row.getInt(1));
            }
        });
        Map<Integer, Matter> found = shared.computeIfAbsent(kind, key -> new HashMap<>());
        alike.forEach((matter, records) -> {
            if (records.size() > 1) {
                records.forEach(record -> found.put(record, matter));
            }
        });
    }

    /** @return null where it is about nothing */
    private static Matter matter(Noun noun, List<Member.ToOne> ways, ResultSet row) throws SQLException {
        for (int i = 0; i < ways.size(); i++) {
            Integer id = row.getObject(i + 3, Integer.class);
            if (id != null) {
                return new Matter(noun.table(), noun.target(ways.get(i).target()).table(), id, row.getString(2));
            }
        }
        return null;
    }

    /** @param field null where the record as a whole is contested */
    Matter of(String kind, int id, String field) {
        Matter own = new Matter(kind, kind, id, field);
        return field == null ? shared.getOrDefault(kind, Map.of()).getOrDefault(id, own) : own;
    }
}
