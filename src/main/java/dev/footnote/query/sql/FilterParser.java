package dev.footnote.query.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.FilterableAttribute;
import dev.footnote.metamodel.SummableAttribute;
import dev.footnote.metamodel.ValueType;
import dev.footnote.metamodel.scalar.PartialDate;

/** Reads filters from coerced arguments. Each method throws an IllegalArgumentException with a message for the client. */
public final class FilterParser {

    private static final Set<String> SEARCHES = Set.of("contains", "startsWith");
    private static final Map<String, Integer> LENGTHS = Map.of("YEAR", 4, "MONTH", 7, "DAY", 10);

    /** What a filter consists of, all of which must hold. */
    private final List<Filter> parts = new ArrayList<>();

    private FilterParser() {
    }

    /** Reads the filter of an entity type's lists. */
    @SuppressWarnings("unchecked")
    public static Filter parse(EntityType entityType, Map<String, Object> input) {
        FilterParser parser = new FilterParser();
        input.forEach((name, value) -> {
            Object said = given(name, value);
            switch (name) {
                case "and" -> parser.parts.add(new Filter.And(each(entityType, (List<Map<String, Object>>) said)));
                case "or" -> parser.parts.add(new Filter.Or(each(entityType, (List<Map<String, Object>>) said)));
                case "not" -> parser.parts.add(new Filter.Not(parse(entityType, (Map<String, Object>) said)));
                case "within" -> parser.parts.add(RecursiveTraversal.within(entityType, (Map<?, ?>) said));
                default ->
                    parser.attribute(entityType, (FilterableAttribute) entityType.attribute(name), (Map<String, Object>) said);
            }
        });
        return new Filter.And(parser.parts);
    }

    private static List<Filter> each(EntityType entityType, List<Map<String, Object>> inputs) {
        return inputs.stream().map(input -> parse(entityType, input)).toList();
    }

    /**
     * The filter for values that may be summed together.
     *
     * @param values of the fields that must be equal, by name; if one is missing, the field must be unknown
     */
    public static Filter summable(SummableAttribute sum, Map<String, Object> values) {
        return new Filter.And(sum.apart().stream().<Filter> map(part -> {
            Object value = values.get(part.name());
            return new ValueFilter.Compared(part, value == null ? Comparison.isNull(true) : Comparison.of("eq", value));
        }).toList());
    }

    /** @throws IllegalArgumentException if the value is null, where null has no meaning */
    public static Object given(String name, Object value) {
        if (value == null) {
            throw new IllegalArgumentException("The filter's " + name
                    + " is null. Leave it out where it is not meant, or ask for {isNull: true}.");
        }
        return value;
    }

    private void attribute(EntityType entityType, FilterableAttribute attribute, Map<String, Object> input) {
        attribute.visit(value -> value(value, input), group -> embedded(group, input),
                relation -> one(relation, entityType.target(relation.target()), input),
                relation -> many(relation, entityType.target(relation.target()), input));
    }

    private void one(Attribute.ToOne relation, EntityType target, Map<String, Object> input) {
        parts.add(new RelationFilter.ToOne(relation, target, parse(target, input)));
    }

    @SuppressWarnings("unchecked")
    private void embedded(Attribute.Embedded group, Map<String, Object> input) {
        for (Attribute.Scalar value : group.values()) {
            if (input.containsKey(value.name())) {
                value(value, (Map<String, Object>) given(group.name() + "." + value.name(), input.get(value.name())));
            }
        }
    }

    private void value(Attribute.Scalar value, Map<String, Object> operators) {
        boolean exact = isExact(value.name(), operators);
        operators.forEach((operator, said) -> {
            Object operand = given(value.name() + "." + operator, said);
            if (SEARCHES.contains(operator)) {
                boolean atStart = operator.equals("startsWith");
                parts.add(exact ? new ValueFilter.Written(value, (String) operand, atStart)
                        : new ValueFilter.Folded(value, (String) operand, atStart));
            } else if (operator.equals("precision")) {
                parts.add(new ValueFilter.Precision(value, LENGTHS.get((String) operand)));
            } else if (isRange(value, operator)) {
                parts.add(new ValueFilter.Dated(value,
                        ValueFilter.Dated.Range.valueOf(operator.toUpperCase(Locale.ROOT)), (PartialDate) operand));
            } else if (!operator.equals("exact")) {
                parts.add(new ValueFilter.Compared(value, Comparison.of(operator, operand)));
            }
        });
    }

    private static boolean isRange(Attribute.Scalar value, String operator) {
        return value.domain() == ValueType.DATE && !Set.of("eq", "not", "in", "isNull").contains(operator);
    }

    /** Whether texts are searched exactly as written. */
    private static boolean isExact(String name, Map<String, Object> operators) {
        if (!operators.containsKey("exact")) {
            return false;
        }
        if (operators.keySet().stream().noneMatch(SEARCHES::contains)) {
            throw new IllegalArgumentException("The filter's " + name
                    + ".exact goes with contains or startsWith. Give one of them, or leave exact out.");
        }
        return (Boolean) given(name + ".exact", operators.get("exact"));
    }

    @SuppressWarnings("unchecked")
    private void many(Attribute.ToMany relation, EntityType target, Map<String, Object> input) {
        if (input.containsKey("counted") && !input.containsKey("count")) {
            throw new IllegalArgumentException("The filter's " + relation.name()
                    + " says which records are counted, but not how many there must be. Give count as well.");
        }
        input.forEach((name, value) -> {
            Map<String, Object> said = (Map<String, Object>) given(relation.name() + "." + name, value);
            switch (name) {
                case "some" -> parts.add(new RelationFilter.Some(children(relation, target, said)));
                case "none" -> parts.add(new RelationFilter.None(children(relation, target, said)));
                case "every" -> parts.add(new RelationFilter.None(
                        new RelationFilter.Children(relation, target, new Filter.Not(parse(target, said)))));
                case "count" -> {
                    Map<String, Object> counted = (Map<String, Object>) given(relation.name() + ".counted",
                            input.getOrDefault("counted", Map.of()));
                    parts.add(new RelationFilter.Count(children(relation, target, counted),
                            Comparison.parse(relation.name() + ".count", said)));
                }
                default -> {
                    // counted is read together with the count
                }
            }
        });
    }

    private static RelationFilter.Children children(Attribute.ToMany relation, EntityType target, Map<String, Object> input) {
        return new RelationFilter.Children(relation, target, parse(target, input));
    }
}
