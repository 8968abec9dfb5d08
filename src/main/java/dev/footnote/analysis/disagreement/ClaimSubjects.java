package dev.footnote.analysis.disagreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.VirtualTable;
import dev.footnote.metamodel.annotation.RivalClaims;

/** The subjects of contested records. Several records that are rival claims have the same subject. */
final class ClaimSubjects {

    /**
     * The subject of a disagreement between sources.
     *
     * @param fact the entity type of the contested records
     * @param kind the table of the record that it is about
     * @param about the field of that record, or the value that rival claims share, or null for the record as a whole
     */
    record Matter(String fact, String kind, int id, String about) {
    }

    private final Metamodel metamodel;
    private final VirtualTable.Reader reader;
    /** The subject that a record shares with another one, by table and number of the record. */
    private final Map<String, Map<Integer, Matter>> shared = new HashMap<>();

    ClaimSubjects(Metamodel metamodel, VirtualTable.Reader reader) {
        this.metamodel = metamodel;
        this.reader = reader;
    }

    /** Reads the shared subjects of contested records. */
    void read(String kind, TreeSet<Integer> contested) throws SQLException {
        EntityType entityType = metamodel.entityTypeOfTable(kind).orElseThrow();
        RivalClaims rivals = entityType.entity().getAnnotation(RivalClaims.class);
        if (rivals == null || contested.size() < 2) {
            return;
        }
        List<Attribute.ToOne> relations = new ArrayList<>();
        for (String relation : rivals.about()) {
            relations.add((Attribute.ToOne) entityType.attribute(relation));
        }
        String sql = "SELECT r.id, r." + entityType.value(rivals.by()).column()
                + String.join("", relations.stream().map(relation -> ", r." + relation.column()).toList()) + "\nFROM " + kind
                + " r\nWHERE r.id = ANY(?)";
        Map<Matter, List<Integer>> alike = new LinkedHashMap<>();
        reader.read(sql, List.of((Object) contested.toArray(Integer[]::new)), row -> {
            Optional<Matter> matter = matter(entityType, relations, row);
            if (matter.isPresent()) {
                alike.computeIfAbsent(matter.get(), key -> new ArrayList<>()).add(row.getInt(1));
            }
        });
        Map<Integer, Matter> found = shared.computeIfAbsent(kind, key -> new HashMap<>());
        alike.forEach((matter, records) -> {
            if (records.size() > 1) {
                records.forEach(record -> found.put(record, matter));
            }
        });
    }

    /** @return empty if it has no subject */
    private static Optional<Matter> matter(EntityType entityType, List<Attribute.ToOne> relations, ResultSet row)
            throws SQLException {
        for (int i = 0; i < relations.size(); i++) {
            Integer id = row.getObject(i + 3, Integer.class);
            if (id != null) {
                return Optional.of(new Matter(entityType.table(), entityType.target(relations.get(i).target()).table(), id,
                        row.getString(2)));
            }
        }
        return Optional.empty();
    }

    /** @param field null if the record as a whole is contested */
    Matter of(String kind, int id, String field) {
        Matter own = new Matter(kind, kind, id, field);
        return field == null ? shared.getOrDefault(kind, Map.of()).getOrDefault(id, own) : own;
    }
}
