package dev.footnote.query.execution;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.scalar.PartialDate;
import dev.footnote.query.execution.Records.Day;
import dev.footnote.query.execution.Records.Row;

/** Reference implementation of filters: evaluates them record by record. */
final class NaiveFilter {

    private final Records records;
    private final HeldRequests held;

    NaiveFilter(Records records, HeldRequests held) {
        this.records = records;
        this.held = held;
    }

    @SuppressWarnings("unchecked")
    Predicate<Row> of(EntityType entityType, Object filter) {
        Predicate<Row> all = row -> true;
        for (Map.Entry<String, Object> part : (filter == null ? Map.<String, Object> of() : (Map<String, Object>) filter)
                .entrySet()) {
            all = all.and(switch (part.getKey()) {
                case "and" -> ((List<Object>) part.getValue()).stream().map(one -> of(entityType, one)).reduce(row -> true,
                        Predicate::and);
                case "or" -> ((List<Object>) part.getValue()).stream().map(one -> of(entityType, one)).reduce(row -> false,
                        Predicate::or);
                case "not" -> of(entityType, part.getValue()).negate();
                case "within" -> within((Map<String, Object>) part.getValue());
                default -> attribute(entityType.attribute(part.getKey()), (Map<String, Object>) part.getValue());
            });
        }
        return all;
    }

    private Predicate<Row> within(Map<String, Object> said) {
        NaiveWalk walk = new NaiveWalk(records, held);
        Object slug = said.get("slug") != null ? said.get("slug") : ((String) said.get("id")).split(":", 2)[1];
        return row -> walk.within(row, slug, said.get("depth"));
    }

    private Predicate<Row> attribute(Attribute attribute, Map<String, Object> filter) {
        if (attribute instanceof Attribute.Scalar value) {
            return value(value, filter);
        }
        if (attribute instanceof Attribute.ToOne relation) {
            return one(relation, filter);
        }
        return attribute instanceof Attribute.ToMany relation ? many(relation, filter)
                : group((Attribute.Embedded) attribute, filter);
    }

    @SuppressWarnings("unchecked")
    private Predicate<Row> group(Attribute.Embedded group, Map<String, Object> filter) {
        return group.values().stream().filter(part -> filter.containsKey(part.name()))
                .map(part -> value(part, (Map<String, Object>) filter.get(part.name()))).reduce(row -> true, Predicate::and);
    }

    private Predicate<Row> one(Attribute.ToOne relation, Map<String, Object> filter) {
        EntityType entityType = records.metamodel().entityType(relation.target());
        Predicate<Row> fulfils = of(entityType, filter);
        return row -> {
            Row one = records.one(entityType, row.value(relation));
            return one != null && fulfils.test(one);
        };
    }

    private Predicate<Row> many(Attribute.ToMany relation, Map<String, Object> filter) {
        Predicate<List<Row>> all = children -> true;
        EntityType entityType = records.metamodel().entityType(relation.target());
        for (String part : filter.keySet()) {
            all = all.and(children(entityType, part, filter));
        }
        Predicate<List<Row>> fulfil = all;
        return row -> fulfil.test(children(row, relation));
    }

    /** The records that hang on another one, and held when it is asked. */
    List<Row> children(Row parent, Attribute.ToMany relation) {
        return records.children(parent, relation).stream().filter(row -> held.by(row, relation, records)).toList();
    }

    @SuppressWarnings("unchecked")
    private Predicate<List<Row>> children(EntityType entityType, String part, Map<String, Object> filter) {
        if (part.equals("count")) {
            Predicate<Row> counted = of(entityType, filter.get("counted"));
            Map<String, Object> operators = (Map<String, Object>) filter.get("count");
            return children -> hold((int) children.stream().filter(counted).count(), operators);
        }
        Predicate<Row> fulfils = of(entityType, filter.get(part));
        return switch (part) {
            case "some" -> children -> children.stream().anyMatch(fulfils);
            case "none" -> children -> children.stream().noneMatch(fulfils);
            case "every" -> children -> children.stream().allMatch(fulfils);
            case "counted" -> children -> true;
            default -> throw new IllegalArgumentException(part);
        };
    }

    private Predicate<Row> value(Attribute.Scalar attribute, Map<String, Object> operators) {
        return row -> hold(row.anywhere(attribute), operators);
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
