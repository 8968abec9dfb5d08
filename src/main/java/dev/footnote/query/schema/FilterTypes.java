package dev.footnote.query.schema;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import dev.footnote.metamodel.Attribute;
import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.schema.Coercing;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;

/** Filter types for leaf types. All fields of one leaf type share its filter. */
final class FilterTypes {

    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("eq", "Is this value."),
            Map.entry("not", "Is not this value; what is unknown is not this value either."),
            Map.entry("in", "Is one of these values. An empty list matches nothing."),
            Map.entry("lt", "Is lower than this value."),
            Map.entry("lte", "Is this value or lower."),
            Map.entry("gt", "Is higher than this value."),
            Map.entry("gte", "Is this value or higher."),
            Map.entry("contains", "Contains this text; capitals, accents and widths make no difference."),
            Map.entry("startsWith", "Starts with this text; capitals, accents and widths make no difference."),
            Map.entry("exact", "True: contains and startsWith take capitals, accents and widths as they are written."),
            Map.entry("isNull", "True: is unknown. False: is known."),
            Map.entry("before", "Is certainly before this date: its last possible day is before the first day meant here."),
            Map.entry("after", "Is certainly after this date: its first possible day is after the last day meant here."),
            Map.entry("from", "Is certainly in this period or after it."),
            Map.entry("until", "Is certainly in this period or before it."),
            Map.entry("precision", "Is known so exactly: 2018 to the year, 2018-04 to the month, 2018-04-25 to the day."),
            Map.entry("within", "Is certainly within this period: 2018-04 is within 2018, 2018 is not within 2018-04."));

    static final GraphQLScalarType JSON = GraphQLScalarType.newScalar().name("JSON")
            .specifiedByUrl("https://www.rfc-editor.org/rfc/rfc8259")
            .description("A JSON object, as it can be sent back in a variable.").coercing(new Coercing<Object, Object>() {
                @Override
                public Object serialize(Object value, GraphQLContext context, Locale locale) {
                    return value;
                }
            }).build();

    private static final GraphQLEnumType PRECISION = GraphQLEnumType.newEnum().name("DatePrecision")
            .description("How exactly a date is known.")
            .value("YEAR", "YEAR", "To the year, as in 2018.")
            .value("MONTH", "MONTH", "To the month, as in 2018-04.")
            .value("DAY", "DAY", "To the day, as in 2018-04-25.").build();

    private final Map<String, GraphQLInputObjectType> filters = new LinkedHashMap<>();

    /** The filter for a leaf type; shared by all fields of that type. */
    GraphQLInputObjectType filter(Attribute.Scalar value) {
        GraphQLNamedType leaf = (GraphQLNamedType) value.type();
        return filters.computeIfAbsent(leaf.getName() + "Filter", name -> filter(name, leaf, operators(value, leaf)));
    }

    /** The filter for numbers of records. */
    GraphQLInputObjectType numbers() {
        return filters.get("IntFilter");
    }

    /** The filter for an embedded group of values. */
    GraphQLInputObjectType filter(Attribute.Embedded group) {
        String name = group.type() + "Filter";
        GraphQLInputObjectType known = filters.get(name);
        if (known != null) {
            return known;
        }
        GraphQLInputObjectType.Builder filter = GraphQLInputObjectType.newInputObject().name(name)
                .description("What a value of type " + group.type() + " must be. All that is given must hold.");
        group.values().forEach(value -> filter.field(GraphQLInputObjectField.newInputObjectField().name(value.name())
                .description(value.description()).type(filter(value))));
        filters.put(name, filter.build());
        return filters.get(name);
    }

    private static String[] operators(Attribute.Scalar value, GraphQLNamedType leaf) {
        return switch (value.domain()) {
            case INTEGER, DECIMAL -> new String[] { "eq", "not", "in", "lt", "lte", "gt", "gte", "isNull" };
            case DATE -> new String[] { "eq", "not", "in", "before", "until", "within", "from", "after",
                    "precision", "isNull" };
            case BOOLEAN -> new String[] { "eq", "not", "isNull" };
            default -> leaf == Scalars.GraphQLString
                    ? new String[] { "eq", "not", "in", "lt", "lte", "gt", "gte", "contains", "startsWith", "exact",
                            "isNull" }
                    : leaf.getName().equals("DateTime") ? new String[] { "eq", "not", "in", "lt", "lte", "gt", "gte", "isNull" }
                            : new String[] { "eq", "not", "in", "isNull" };
        };
    }

    private static GraphQLInputObjectType filter(String name, GraphQLNamedType leaf, String[] operators) {
        GraphQLInputObjectType.Builder filter = GraphQLInputObjectType.newInputObject().name(name)
                .description("What a value of type " + leaf.getName() + " must be. All that is given must hold.");
        for (String operator : operators) {
            filter.field(GraphQLInputObjectField.newInputObjectField().name(operator).description(OPERATORS.get(operator))
                    .type(operand(operator, (GraphQLInputType) leaf)));
        }
        return filter.build();
    }

    private static GraphQLInputType operand(String operator, GraphQLInputType leaf) {
        return switch (operator) {
            case "in" -> GraphQLList.list(GraphQLNonNull.nonNull(leaf));
            case "isNull", "exact" -> Scalars.GraphQLBoolean;
            case "precision" -> PRECISION;
            default -> leaf;
        };
    }
}
