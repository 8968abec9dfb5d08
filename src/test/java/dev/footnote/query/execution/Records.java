package dev.footnote.query.execution;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import dev.footnote.database.Dialect;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;

/** All records of the database in memory, read without the query engine. */
final class Records {

    /** A date as the database holds it. */
    record Day(String text, LocalDate earliest, LocalDate latest) {
    }

    /** One record: a value by the name of its member, an Integer for what names another record. */
    record Row(EntityType entityType, int id, Map<String, Object> values) {

        Object value(Attribute attribute) {
            return values.get(attribute.name());
        }

        /** The value of a member that may stand in a group. */
        Object anywhere(Attribute.Scalar value) {
            if (entityType.attribute(value.name()) == value) {
                return value(value);
            }
            return entityType.attributes().stream()
                    .filter(attribute -> attribute instanceof Attribute.Embedded group && group.values().contains(value))
                    .findFirst().map(group -> value(group) == null ? null : ((Map<?, ?>) value(group)).get(value.name()))
                    .orElse(null);
        }

        @Override
        public String toString() {
            return entityType.table() + ":" + values.get("slug");
        }
    }

    private final Metamodel metamodel;
    private final Dialect dialect;
    private final Map<EntityType, Map<Integer, Row>> rows = new HashMap<>();
    private final Map<Attribute, Map<String, List<Row>>> named = new ConcurrentHashMap<>();

    Records(Metamodel metamodel, DataSource database, Dialect dialect) throws SQLException {
        this.metamodel = metamodel;
        this.dialect = dialect;
        try (Connection connection = database.getConnection()) {
            GeneratedLog.fill(connection, metamodel.entityTypes().stream().filter(EntityType::isEditable)
                    .map(EntityType::table).toList());
            for (EntityType entityType : metamodel.entityTypes()) {
                Map<Integer, Row> read = new LinkedHashMap<>();
                ResultSet result = connection.createStatement()
                        .executeQuery("SELECT * FROM " + entityType.table() + " ORDER BY id");
                while (result.next()) {
                    Row row = row(entityType, result);
                    read.put(row.id(), row);
                }
                rows.put(entityType, read);
            }
        }
    }

    private static Row row(EntityType entityType, ResultSet result) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        for (Attribute attribute : entityType.attributes()) {
            if (attribute instanceof Attribute.Scalar value) {
                values.put(value.name(), value(value, result));
            } else if (attribute instanceof Attribute.ToOne relation) {
                values.put(relation.name(), result.getObject(relation.column(), Integer.class));
            } else if (attribute instanceof Attribute.Any relation) {
                values.put("kind", result.getString(relation.kindColumn()));
                values.put(relation.name(), result.getInt(relation.idColumn()));
            } else if (attribute instanceof Attribute.Embedded group) {
                Map<String, Object> parts = new LinkedHashMap<>();
                for (Attribute.Scalar part : group.values()) {
                    parts.put(part.name(), value(part, result));
                }
                values.put(group.name(), parts.values().iterator().next() == null ? null : parts);
            }
        }
        if (entityType.table().equals("record_change")) {
            // no field serves them, but the history of a record follows them
            values.put("kind", result.getString("subject_kind"));
            values.put("subject", result.getInt("subject_id"));
        }
        return new Row(entityType, result.getInt("id"), values);
    }

    private static Object value(Attribute.Scalar value, ResultSet result) throws SQLException {
        return switch (value.domain()) {
            case INTEGER -> result.getObject(value.column(), Integer.class);
            case BOOLEAN -> result.getObject(value.column(), Boolean.class);
            case DECIMAL -> result.getObject(value.column(), BigDecimal.class);
            case DATE -> result.getString(value.column() + "_text") == null ? null
                    : new Day(result.getString(value.column() + "_text"),
                            result.getObject(value.column() + "_earliest", LocalDate.class),
                            result.getObject(value.column() + "_latest", LocalDate.class));
            default -> result.getString(value.column());
        };
    }

    Metamodel metamodel() {
        return metamodel;
    }

    List<Row> all(EntityType entityType) {
        return new ArrayList<>(rows.get(entityType).values());
    }

    /** @return null when the key is null or names none */
    Row one(EntityType entityType, Object id) {
        return id == null ? null : rows.get(entityType).get(id);
    }

    /** The records that hang on another one. */
    List<Row> children(Row parent, Attribute.ToMany relation) {
        EntityType entityType = metamodel.entityType(relation.target());
        Attribute by = entityType.attributes().stream()
                .filter(attribute -> attribute instanceof Attribute.ToOne one && one.column().equals(relation.column())
                        || attribute instanceof Attribute.Any any && any.idColumn().equals(relation.column()))
                .findFirst().orElse(null);
        return named
                .computeIfAbsent(relation, key -> all(entityType).stream().collect(Collectors.groupingBy(row -> name(row, by))))
                .getOrDefault(parent.entityType().table() + parent.id(), List.of());
    }

    /** What a record names, by kind and key. */
    private String name(Row row, Attribute by) {
        if (by == null) {
            return (String) row.values().get("kind") + row.values().get("subject");
        }
        return by instanceof Attribute.ToOne relation ? metamodel.entityType(relation.target()).table() + row.value(by)
                : (String) row.values().get("kind") + row.value(by);
    }

    /** Which of two known values comes first. */
    @SuppressWarnings({ "unchecked", "rawtypes" })
    int compare(Object left, Object right) {
        if (left instanceof Day one) {
            return one.earliest().compareTo(((Day) right).earliest());
        }
        if (left instanceof String one && dialect == Dialect.POSTGRESQL) {
            return compareCodePoints(one, (String) right);
        }
        return ((Comparable) left).compareTo(right);
    }

    /** Differs from the order of Java, and of H2, where a character beyond the first 65,536 meets one above U+D800. */
    private static int compareCodePoints(String left, String right) {
        int[] one = left.codePoints().toArray();
        int[] two = right.codePoints().toArray();
        return Arrays.compare(one, two);
    }
}
