package dev.footnote.dataset.importer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.footnote.database.Database;
import dev.footnote.domain.source.Citation;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;

/** The content of a database, without the numbers of records, which depend on the order of insertion. */
final class HeldImport {

    private final Metamodel metamodel;
    private final Database database;

    HeldImport(Metamodel metamodel, Database database) {
        this.metamodel = metamodel;
        this.database = database;
    }

    /** The records of each table by slug, and the names and keys by which they are found. */
    Map<String, List<String>> everything() throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = database.source().getConnection(); Statement statement = connection.createStatement()) {
            for (EntityType entityType : metamodel.entityTypes()) {
                if (entityType.resource() != null) {
                    tables.put(entityType.table(), rows(statement, records(entityType)));
                }
            }
            tables.put("search", rows(statement, """
                    SELECT n.kind, n.main, n.text, n.folded, k.text, %s
                    FROM search_name n
                    JOIN search_key k ON k.name_id = n.id""".formatted(bearer())));
        }
        return tables;
    }

    private String bearer() {
        StringBuilder bearer = new StringBuilder("CASE n.kind");
        for (String kind : List.of("organization", "person", "initiative", "topic", "source")) {
            bearer.append(" WHEN '%1$s' THEN (SELECT slug FROM %1$s WHERE id = n.subject_id)".formatted(kind));
        }
        return bearer.append(" END").toString();
    }

    private String records(EntityType entityType) {
        List<String> values = new ArrayList<>();
        for (Attribute attribute : entityType.attributes()) {
            if (attribute instanceof Attribute.Scalar value && !List.of("number", "version").contains(value.name())) {
                values.add("r." + value.served());
                values.add("r." + value.ordered());
            } else if (attribute instanceof Attribute.Embedded group) {
                group.values().forEach(value -> values.add("r." + value.served()));
            } else if (attribute instanceof Attribute.ToOne relation) {
                values.add(
                        "(SELECT t.slug FROM %s t WHERE t.id = r.%s)".formatted(metamodel.entityType(relation.target()).table(),
                                relation.column()));
            }
        }
        if (entityType.entity() == Citation.class) {
            values.add("r.subject_kind");
        }
        return "SELECT %s FROM %s r".formatted(String.join(", ", values), entityType.table());
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= width; i++) {
                    line.append(rows.getString(i)).append('|');
                }
                lines.add(line.toString());
            }
        }
        lines.sort(null);
        return lines;
    }
}
