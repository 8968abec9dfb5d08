package dev.footnote.answer;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import dev.footnote.answer.Records.Day;
import dev.footnote.answer.Records.Row;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.value.PartialDate;

/** Filters as the descriptions of the schema say: true or false, for one record after the other. */
final class NaiveFilter {

    private final Records records;
    private final Held held;

    NaiveFilter(Records records, Held held) {
        this.records = records;
        this.held = held;
    }

    @SuppressWarnings("unchecked")
    Predicate<Row> of(Noun noun, Object filter) {
        Predicate<Row> all = row -> true;
        for (Map.Entry<String, Object> part : (filter == null ? Map.<String, Object> of() : (Map<String, Object>) filter)
                .entrySet()) {
            all = all.and(switch (part.getKey()) {
                case "and" -> ((List<Object>) part.getValue()).stream().map(one -> of(noun, one)).reduce(row -> true,
                        Predicate::and);
                case "or" -> ((List<Object>) part.getValue()).stream().map(one -> of(noun, one)).reduce(row -> false,
                        Predicate::or);
                case "not" -> of(noun, part.getValue()).negate();
                case "within" -> within((Map<String, Object>) part.getValue());
                default -> member(noun.member(part.getKey()), (Map<String, Object>) part.getValue());
            });
        }
        return all;
    }

    private Predicate<Row> within(Map<String, Object> said) {
        NaiveWalk walk = new NaiveWalk(records, held);
        Object slug = said.get("slug") != null ? said.get("slug") : ((String) said.get("id")).split(":", 2)[1];
        return row -> walk.within(row, slug, said.get("depth"));
    }

    private Predicate<Row> member(Member member, Map<String, Object> filter) {
        if (member instanceof Member.Value value) {
            return value(value, filter);
        }
        if (member instanceof Member.ToOne way) {
            return one(way, filter);
        }
        return member instanceof Member.ToMany way ? many(way, filter) : group((Member.Group) member, filter);
    }

    @SuppressWarnings("unchecked")
    private Predicate<Row> group(Member.Group group, Map<String, Object> filter) {
        return group.values().stream().filter(part -> filter.containsKey(part.name()))
                .map(part -> value(part, (Map<String, Object>) filter.get(part.name()))).reduce(row -> true, Predicate::and);
    }

    private Predicate<Row> one(Member.ToOne way, Map<String, Object> filter) {
        Noun noun = records.graph().noun(way.target());
        Predicate<Row> fulfils = of(noun, filter);
        return row -> {
            Row one = records.one(noun, row.value(way));
            return one != null && fulfils.test(one);
        };
    }

    private Predicate<Row> many(Member.ToMany way, Map<String, Object> filter) {
        Predicate<List<Row>> all = children -> true;
        Noun noun = records.graph().noun(way.target());
        for (String part : filter.keySet()) {
            all = all.and(children(noun, part, filter));
        }
        Predicate<List<Row>> fulfil = all;
        return row -> fulfil.test(children(row, way));
    }

    /** The records that hang on another one, and held when it is asked. */
    List<Row> children(Row parent, Member.ToMany way) {
        return records.children(parent, way).stream().filter(row -> held.by(row, way, records)).toList();
    }

    @SuppressWarnings("unchecked")
    private Predicate<List<Row>> children(Noun noun, String part, Map<String, Object> filter) {
        if (part.equals("count")) {
            Predicate<Row> counted = of(noun, filter.get("counted"));
            Map<String, Object> operators = (Map<String, Object>) filter.get("count");
            return children -> hold((int) children.stream().filter(counted).count(), operators);
        }
        Predicate<Row> fulfils = of(noun, filter.get(part));
        return switch (part) {
            case "some" -> children -> children.stream().anyMatch(fulfils);
            case "none" -> children -> children.stream().noneMatch(fulfils);
            case "every" -> children -> children.stream().allMatch(fulfils);
            case "counted" -> children -> true;
            default -> throw new IllegalArgumentException(part);
        };
    }

    private Predicate<Row> value(Member.Value member, Map<String, Object> operators) {
        return row -> hold(row.anywhere(member), operators);
    }

    /** Whether all operators hold of a value, or of null where it is unknown. */
    boolean hold(Object value, Map<String, Object> operators) {
        boolean exact = Boolean.TRUE.equals(operators.get("exact"));
        return operators.entrySet().stream().allMatch(operator -> switch (operator.getKey()) {
            case "exact" -> true;
            case "contains" -> value != null && compared(value, exact).contains(compared(operator.getValue(), exact));
            case "startsWith" -> value != null && compared(value, exact).startsWith(compared(operator.getValue(), exact));
            default -> holds(value, operator.getKey(), operator.getValue());
        });
    }

    private static String compared(Object text, boolean exact) {
        return exact ? (String) text : folded((String) text);
    }

    /** Character by character, because what is contained in a text is not changed by what stands around it there. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints()
                .filter(point -> Character.UnicodeBlock.of(point) != Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS)
                .forEach(point -> folded.append(Character.toString(point).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)));
        return folded.toString();
    }

    private boolean holds(Object value, String operator, Object operand) {
        if (operator.equals("isNull")) {
            return (value == null) == (Boolean) operand;
        }
        if (operator.equals("not")) {
            return value == null || !same(value, operand);
        }
        if (value == null) {
            return false;
        }
        return switch (operator) {
            case "eq" -> same(value, operand);
            case "in" -> ((List<?>) operand).stream().anyMatch(one -> same(value, one));
            case "lt" -> records.compare(value, operand) < 0;
            case "lte" -> records.compare(value, operand) <= 0;
            case "gt" -> records.compare(value, operand) > 0;
            case "gte" -> records.compare(value, operand) >= 0;
            case "precision" -> operand.equals(precision((Day) value));
            default -> dated((Day) value, operator, (PartialDate) operand);
        };
    }

    private static boolean same(Object value, Object operand) {
        if (value instanceof Day day) {
            return day.text().equals(((PartialDate) operand).text());
        }
        return value instanceof BigDecimal number ? number.compareTo((BigDecimal) operand) == 0 : value.equals(operand);
    }

    private static String precision(Day day) {
        return switch (day.text().length()) {
            case 4 -> "YEAR";
            case 7 -> "MONTH";
            default -> "DAY";
        };
    }

    private static boolean dated(Day day, String operator, PartialDate operand) {
        boolean from = !day.earliest().isBefore(operand.earliest());
        boolean until = !day.latest().isAfter(operand.latest());
        return switch (operator) {
            case "before" -> day.latest().isBefore(operand.earliest());
            case "after" -> day.earliest().isAfter(operand.latest());
            case "from" -> from;
            case "until" -> until;
            case "within" -> from && until;
            default -> throw new IllegalArgumentException(operator);
        };
    }
}
