package dev.footnote.answer;

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
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;

/** All records of the database in memory, read without anything of what answers questions. */
final class Records {

    /** A date as the database holds it. */
    record Day(String text, LocalDate earliest, LocalDate latest) {
    }

    /** One record: a value by the name of its member, an Integer for what names another record. */
    record Row(Noun noun, int id, Map<String, Object> values) {

        Object value(Member member) {
            return values.get(member.name());
        }

        /** The value of a member that may stand in a group. */
        Object anywhere(Member.Value value) {
            if (noun.member(value.name()) == value) {
                return value(value);
            }
            return noun.members().stream()
                    .filter(member -> member instanceof Member.Group group && group.values().contains(value))
                    .findFirst().map(group -> value(group) == null ? null : ((Map<?, ?>) value(group)).get(value.name()))
                    .orElse(null);
        }

        @Override
        public String toString() {
            return noun.table() + ":" + values.get("slug");
        }
    }

    private final Graph graph;
    private final Dialect dialect;
    private final Map<Noun, Map<Integer, Row>> rows = new HashMap<>();
    private final Map<Member, Map<String, List<Row>>> named = new ConcurrentHashMap<>();

    Records(Graph graph, DataSource database, Dialect dialect) throws SQLException {
        this.graph = graph;
        this.dialect = dialect;
        try (Connection connection = database.getConnection()) {
            for (Noun noun : graph.nouns()) {
                Map<Integer, Row> read = new LinkedHashMap<>();
                ResultSet result = connection.createStatement()
                        .executeQuery("SELECT * FROM " + noun.table() + " ORDER BY id");
                while (result.next()) {
                    Row row = row(noun, result);
                    read.put(row.id(), row);
                }
                rows.put(noun, read);
            }
        }
    }

    private static Row row(Noun noun, ResultSet result) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        for (Member member : noun.members()) {
            if (member instanceof Member.Value value) {
                values.put(value.name(), value(value, result));
            } else if (member instanceof Member.ToOne way) {
                values.put(way.name(), result.getObject(way.column(), Integer.class));
            } else if (member instanceof Member.ToAny way) {
                values.put("kind", result.getString(way.kindColumn()));
                values.put(way.name(), result.getInt(way.idColumn()));
            } else if (member instanceof Member.Group group) {
                Map<String, Object> parts = new LinkedHashMap<>();
                for (Member.Value part : group.values()) {
                    parts.put(part.name(), value(part, result));
                }
                values.put(group.name(), parts.values().iterator().next() == null ? null : parts);
            }
        }
        return new Row(noun, result.getInt("id"), values);
    }

    private static Object value(Member.Value value, ResultSet result) throws SQLException {
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

    Graph graph() {
        return graph;
    }

    List<Row> all(Noun noun) {
        return new ArrayList<>(rows.get(noun).values());
    }

    /** @return null when the key is null or names none */
    Row one(Noun noun, Object id) {
        return id == null ? null : rows.get(noun).get(id);
    }

    /** The records that hang on another one. */
    List<Row> children(Row parent, Member.ToMany way) {
        Noun noun = graph.noun(way.target());
        Member by = noun.members().stream()
                .filter(member -> member instanceof Member.ToOne one && one.column().equals(way.column())
                        || member instanceof Member.ToAny any && any.idColumn().equals(way.column()))
                .findFirst().orElseThrow();
        return named.computeIfAbsent(way, key -> all(noun).stream().collect(Collectors.groupingBy(row -> name(row, by))))
                .getOrDefault(parent.noun().table() + parent.id(), List.of());
    }

    /** What a record names, by kind and key. */
    private String name(Row row, Member by) {
        return by instanceof Member.ToOne way ? graph.noun(way.target()).table() + row.value(by)
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
