package dev.footnote.query.execution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.ValueType;
import dev.footnote.query.execution.Records.Day;
import dev.footnote.query.execution.Records.Row;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;

/** Random filter values, equal or close to values of records. */
final class RandomValues {

    private final Random random;
    private final GraphQLSchema schema;
    private final Records records;

    RandomValues(Random random, GraphQLSchema schema, Records records) {
        this.random = random;
        this.schema = schema;
        this.records = records;
    }

    boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** @return null where no noun is of the type */
    EntityType entityType(String type) {
        return records.metamodel().entityTypeOfType(type);
    }

    EntityType entityType(Attribute.ToOne relation) {
        return records.metamodel().entityType(relation.target());
    }

    EntityType entityType(Attribute.ToMany relation) {
        return records.metamodel().entityType(relation.target());
    }

    List<Row> rows(EntityType entityType) {
        return records.all(entityType);
    }

    /** The records that hang on others by a relation. */
    List<Row> hanging(EntityType parents, Attribute.ToMany relation) {
        return records.all(parents).stream().flatMap(row -> records.children(row, relation).stream()).toList();
    }

    boolean thousands(EntityType entityType) {
        return records.all(entityType).size() > 1000;
    }

    /** The members of a noun that are of a sort, and have a field in the input type of that name. */
    <T extends Attribute> List<T> attributes(EntityType entityType, Class<T> sort, String type) {
        GraphQLInputObjectType input = schema.getTypeAs(type);
        return entityType.attributes().stream().filter(sort::isInstance).map(sort::cast)
                .filter(attribute -> input.getFieldDefinition(attribute.name()) != null).toList();
    }

    Map<String, Object> operators(EntityType entityType, Attribute.Scalar value) {
        String type = ((GraphQLNamedType) value.type()).getName() + "Filter";
        List<String> all = ((GraphQLInputObjectType) schema.getType(type)).getFieldDefinitions().stream()
                .map(field -> field.getName()).filter(name -> !name.equals("exact")).toList();
        Map<String, Object> operators = new LinkedHashMap<>();
        for (int i = chance(4) ? 2 : chance(20) ? 0 : 1; i > 0; i--) {
            String operator = any(all);
            operators.put(operator, operand(entityType, value, operator));
        }
        if (operators.containsKey("contains") || operators.containsKey("startsWith")) {
            exactly(operators);
        }
        return operators;
    }

    /** What can be said of a part of a text. */
    Map<String, Object> parts(EntityType entityType, Attribute.Scalar value) {
        String operator = chance(2) ? "contains" : "startsWith";
        return exactly(new LinkedHashMap<>(Map.of(operator, operand(entityType, value, operator))));
    }

    private Map<String, Object> exactly(Map<String, Object> operators) {
        if (chance(2)) {
            operators.put("exact", !chance(4));
        }
        return operators;
    }

    /** What can be said of a number of records. */
    Map<String, Object> counts() {
        Map<String, Object> operators = new LinkedHashMap<>();
        for (int i = chance(6) ? 2 : 1; i > 0; i--) {
            String operator = any(List.of("eq", "not", "lt", "lte", "gt", "gte", "in", "isNull"));
            operators.put(operator, switch (operator) {
                case "in" -> List.of(below(3), below(6));
                case "isNull" -> chance(2);
                default -> below(5);
            });
        }
        return operators;
    }

    private Object operand(EntityType entityType, Attribute.Scalar value, String operator) {
        return switch (operator) {
            case "isNull" -> chance(2);
            case "precision" -> new Literal.Constant(any(List.of("YEAR", "MONTH", "DAY")));
            case "in" -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(sample(entityType, value));
                }
                yield list;
            }
            case "contains", "startsWith" -> part((String) sample(entityType, value), operator.equals("contains"));
            default -> sample(entityType, value);
        };
    }

    /** Not cut in the middle of a character of two chars. */
    private String part(String text, boolean anywhere) {
        int[] points = text.codePoints().toArray();
        int from = anywhere && points.length > 0 ? random.nextInt(points.length) : 0;
        int to = from + Math.min(points.length - from, random.nextInt(6));
        String part = new String(points, from, to - from);
        return chance(3) ? part.toUpperCase(Locale.ROOT) : part;
    }

    /** A value that some record has, or else one that none may have. */
    private Object sample(EntityType entityType, Attribute.Scalar value) {
        if (value.type() instanceof GraphQLEnumType enumeration) {
            return new Literal.Constant(any(enumeration.getValues()).getName());
        }
        List<Row> rows = records.all(entityType);
        Object sample = rows.isEmpty() ? null : any(rows).anywhere(value);
        if (sample == null) {
            return unknown(value);
        }
        if (sample instanceof Day day) {
            return day.text().substring(0, chance(4) ? 4 : day.text().length());
        }
        return sample instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : sample;
    }

    private static Object unknown(Attribute.Scalar value) {
        return switch (value.domain()) {
            case DATE -> "2000-01";
            case DECIMAL -> "1.5";
            case INTEGER -> 3;
            case BOOLEAN -> true;
            default -> switch (((GraphQLNamedType) value.type()).getName()) {
                case "URL" -> "https://example.org/a";
                case "CurrencyCode" -> "CNY";
                case "CountryCode" -> "CN";
                case "DateTime" -> "2026-01-01T00:00:00.000Z";
                default -> "en";
            };
        };
    }

    /** A day or a period at which relations begin, end, or are unknown. */
    String date() {
        EntityType entityType = any(records.metamodel().entityTypes().stream().filter(one -> one.dated() != null).toList());
        List<Attribute.Scalar> dates = entityType.attributes().stream().filter(Attribute.Scalar.class::isInstance)
                .map(Attribute.Scalar.class::cast).filter(value -> value.domain() == ValueType.DATE).toList();
        return chance(4) ? any(List.of("2000", "2000-06", "2001-01-01", "1999-12-31"))
                : (String) sample(entityType, any(dates));
    }

    /** One of those records that many others are parts of. */
    Map<String, Object> within(EntityType entityType) {
        List<Row> rows = records.all(entityType);
        Row one = rows.get(below(1 + below(rows.size())));
        Map<String, Object> within = new LinkedHashMap<>();
        within.put(chance(3) ? "id" : "slug", one.values().get("slug"));
        within.computeIfPresent("id", (key, slug) -> one.toString());
        if (chance(2)) {
            within.put("depth", 1 + below(4));
        }
        return within;
    }

    /** A global id, now and then of nothing. */
    String id() {
        EntityType entityType = any(List.copyOf(records.metamodel().entityTypes()));
        List<Row> rows = records.all(entityType);
        return chance(12) || rows.isEmpty() ? entityType.table() + ":no such one"
                : any(rows).toString();
    }
}
