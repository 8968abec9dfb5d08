package dev.footnote.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import dev.footnote.answer.Records.Day;
import dev.footnote.answer.Records.Row;
import dev.footnote.graph.Domain;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import graphql.Scalars;
import graphql.schema.GraphQLEnumType;

/** Filters, orders and ids by chance, of values that the records have or nearly have. */
final class RandomArguments {

    /** The name of an enum value: bare in a document, a text in variables. */
    record Constant(String name) {
    }

    private static final String[] DIRECTIONS = { "ASC", "DESC", "ASC_NULLS_FIRST", "DESC_NULLS_FIRST" };

    private final Random random;
    private final Records records;

    RandomArguments(Random random, Records records) {
        this.random = random;
        this.records = records;
    }

    boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private List<Member.Value> members(Noun noun) {
        return noun.members().stream().filter(Member.Value.class::isInstance).map(Member.Value.class::cast)
                .filter(value -> value.prefix() == null).toList();
    }

    Map<String, Object> filter(Noun noun, int depth) {
        Map<String, Object> filter = new LinkedHashMap<>();
        for (int parts = random.nextInt(depth > 1 ? 3 : 2) + (chance(8) ? 0 : 1); parts > 0; parts--) {
            int sort = depth == 0 ? 9 : random.nextInt(10);
            if (sort < 4) {
                filter.put(sort < 2 ? "or" : "and", filters(noun, depth - 1));
            } else if (sort < 6) {
                filter.put("not", filter(noun, depth - 1));
            } else {
                Member.Value value = any(members(noun));
                filter.put(value.name(), operators(noun, value));
                groups(noun).forEach(group -> filter.put(group.name(), group(noun, group)));
            }
        }
        return filter;
    }

    private List<Member.Group> groups(Noun noun) {
        return noun.members().stream().filter(Member.Group.class::isInstance).map(Member.Group.class::cast)
                .filter(group -> chance(4)).toList();
    }

    private Map<String, Object> group(Noun noun, Member.Group group) {
        Map<String, Object> parts = new LinkedHashMap<>();
        group.values().stream().filter(value -> chance(2)).forEach(value -> parts.put(value.name(), operators(noun, value)));
        return parts;
    }

    private List<Object> filters(Noun noun, int depth) {
        List<Object> filters = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            filters.add(filter(noun, depth));
        }
        return filters;
    }

    private Map<String, Object> operators(Noun noun, Member.Value value) {
        Map<String, Object> operators = new LinkedHashMap<>();
        for (int i = chance(4) ? 2 : chance(20) ? 0 : 1; i > 0; i--) {
            String operator = any(operators(value));
            operators.put(operator, operand(noun, value, operator));
        }
        return operators;
    }

    private static List<String> operators(Member.Value value) {
        if (value.domain() == Domain.DATE) {
            return List.of("eq", "not", "in", "before", "until", "within", "from", "after", "isNull");
        }
        if (value.domain() == Domain.BOOLEAN) {
            return List.of("eq", "not", "isNull");
        }
        if (value.type() == Scalars.GraphQLString) {
            return List.of("eq", "not", "in", "lt", "lte", "gt", "gte", "contains", "startsWith", "isNull");
        }
        return value.domain() == Domain.TEXT ? List.of("eq", "not", "in", "isNull")
                : List.of("eq", "not", "in", "lt", "lte", "gt", "gte", "isNull");
    }

    private Object operand(Noun noun, Member.Value value, String operator) {
        return switch (operator) {
            case "isNull" -> chance(2);
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
        int to = from + Math.min(points.length - from, random.nextInt(3));
        return new String(points, from, to - from);
    }

    /** A value that some record has, or else one that none may have. */
    private Object sample(Noun noun, Member.Value value) {
        if (value.type() instanceof GraphQLEnumType enumeration) {
            return new Constant(any(enumeration.getValues()).getName());
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
            default -> switch (((graphql.schema.GraphQLNamedType) value.type()).getName()) {
                case "URL" -> "https://example.org/a";
                case "CurrencyCode" -> "CNY";
                case "CountryCode" -> "CN";
                default -> "en";
            };
        };
    }

    List<Object> order(Noun noun) {
        List<Object> keys = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            keys.add(Map.of(any(members(noun)).name(), new Constant(DIRECTIONS[random.nextInt(4)])));
        }
        return keys;
    }

    /** A global id, now and then of nothing. */
    String id() {
        List<Noun> nouns = List.copyOf(records.graph().nouns());
        Noun noun = any(nouns);
        List<Row> rows = records.all(noun);
        return chance(12) || rows.isEmpty() ? any(List.of("nothing", noun.table() + ":", ":x", noun.table() + ":no such one"))
                : any(rows).toString();
    }

    /** As it is written in a document. */
    static String literal(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(entry -> entry.getKey() + ": " + literal(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RandomArguments::literal).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Constant constant) {
            return constant.name();
        }
        return value instanceof String text ? '"' + escaped(text) + '"' : String.valueOf(value);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append(c < 0x20 || c == '"' || c == '\\' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
        return escaped.toString();
    }

    /** As it is given in variables. */
    static Object variable(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((name, one) -> plain.put((String) name, variable(one)));
            return plain;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RandomArguments::variable).toList();
        }
        return value instanceof Constant constant ? constant.name() : value;
    }
}
