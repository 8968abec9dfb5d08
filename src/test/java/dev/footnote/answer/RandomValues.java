package dev.footnote.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import dev.footnote.answer.Records.Day;
import dev.footnote.answer.Records.Row;
import dev.footnote.graph.Domain;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;

/** Values by chance that the records have or nearly have, and what a filter can say of them. */
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
    Noun noun(String type) {
        return records.graph().nounOfType(type);
    }

    Noun noun(Member.ToOne way) {
        return records.graph().noun(way.target());
    }

    Noun noun(Member.ToMany way) {
        return records.graph().noun(way.target());
    }

    List<Row> rows(Noun noun) {
        return records.all(noun);
    }

    /** The records that hang on others by a relation. */
    List<Row> hanging(Noun parents, Member.ToMany way) {
        return records.all(parents).stream().flatMap(row -> records.children(row, way).stream()).toList();
    }

    boolean thousands(Noun noun) {
        return records.all(noun).size() > 1000;
    }

    /** The members of a noun that are of a sort, and have a field in the input type of that name. */
    <T extends Member> List<T> members(Noun noun, Class<T> sort, String type) {
        GraphQLInputObjectType input = schema.getTypeAs(type);
        return noun.members().stream().filter(sort::isInstance).map(sort::cast)
                .filter(member -> input.getFieldDefinition(member.name()) != null).toList();
    }

    Map<String, Object> operators(Noun noun, Member.Value value) {
        String type = ((GraphQLNamedType) value.type()).getName() + "Filter";
        List<String> all = ((GraphQLInputObjectType) schema.getType(type)).getFieldDefinitions().stream()
                .map(field -> field.getName()).filter(name -> !name.equals("exact")).toList();
        Map<String, Object> operators = new LinkedHashMap<>();
        for (int i = chance(4) ? 2 : chance(20) ? 0 : 1; i > 0; i--) {
            String operator = any(all);
            operators.put(operator, operand(noun, value, operator));
        }
        if (operators.containsKey("contains") || operators.containsKey("startsWith")) {
            exactly(operators);
        }
        return operators;
    }

    /** What can be said of a part of a text. */
    Map<String, Object> parts(Noun noun, Member.Value value) {
        String operator = chance(2) ? "contains" : "startsWith";
        return exactly(new LinkedHashMap<>(Map.of(operator, operand(noun, value, operator))));
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

    private Object operand(Noun noun, Member.Value value, String operator) {
        return switch (operator) {
            case "isNull" -> chance(2);
            case "precision" -> new Literal.Constant(any(List.of("YEAR", "MONTH", "DAY")));
            case "in" -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(sample(noun, value));
                }
                yield list;
            }
            case "contains", "startsWith" -> part((String) sample(noun, value), operator.equals("contains"));
            default -> sample(noun, value);
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
    private Object sample(Noun noun, Member.Value value) {
        if (value.type() instanceof GraphQLEnumType enumeration) {
            return new Literal.Constant(any(enumeration.getValues()).getName());
        }
        List<Row> rows = records.all(noun);
        Object sample = rows.isEmpty() ? null : any(rows).anywhere(value);
        if (sample == null) {
            return unknown(value);
        }
        if (sample instanceof Day day) {
            return day.text().substring(0, chance(4) ? 4 : day.text().length());
        }
        return sample instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : sample;
    }

    private static Object unknown(Member.Value value) {
        return switch (value.domain()) {
            case DATE -> "2000-01";
            case DECIMAL -> "1.5";
            case INTEGER -> 3;
            case BOOLEAN -> true;
            default -> switch (((GraphQLNamedType) value.type()).getName()) {
                case "URL" -> "https://example.org/a";
                case "CurrencyCode" -> "CNY";
                case "CountryCode" -> "CN";
                default -> "en";
            };
        };
    }

    /** A day or a period at which relations begin, end, or are unknown. */
    String date() {
        Noun noun = any(records.graph().nouns().stream().filter(one -> one.dated() != null).toList());
        List<Member.Value> dates = noun.members().stream().filter(Member.Value.class::isInstance)
                .map(Member.Value.class::cast).filter(value -> value.domain() == Domain.DATE).toList();
        return chance(4) ? any(List.of("2000", "2000-06", "2001-01-01", "1999-12-31")) : (String) sample(noun, any(dates));
    }

    /** One of those records that many others are parts of. */
    Map<String, Object> within(Noun noun) {
        List<Row> rows = records.all(noun);
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
        Noun noun = any(List.copyOf(records.graph().nouns()));
        List<Row> rows = records.all(noun);
        return chance(12) || rows.isEmpty() ? noun.table() + ":no such one"
                : any(rows).toString();
    }
}
