package dev.footnote.query.validation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.EnumValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLNamedInputType;
import graphql.schema.GraphQLScalarType;

/** Checks values of scalars and enums, and suggests what to write instead. */
record LeafValueValidator(NameSuggestions suggestions) {

    private static final int MOST_SHOWN = 40;

    /** A suffix that other APIs add to a direction. Here nulls are always last. */
    private static final Pattern NULLS_LAST = Pattern.compile("_?nulls_?last$", Pattern.CASE_INSENSITIVE);

    /** More digits than any scalar accepts, because some scalars take long to parse a billion digits. */
    private static final int MOST_DIGITS = 100;

    private static final Map<String, String> HINTS = Map.of(
            "Int", "Write a whole number from -2147483648 to 2147483647, without quotes.",
            "Float", "Write a number without quotes.",
            "Boolean", "Write true or false, without quotes.",
            "String", "Write a text in quotes.",
            "ID", "Write a text in quotes.");

    /** The error in the value, as a continuation of a sentence about it; null if there is none. */
    String error(GraphQLNamedInputType type, Object value) {
        if (type instanceof GraphQLEnumType enumeration) {
            return error(enumeration, value);
        }
        String hint = HINTS.get(type.getName());
        String wrong = error((GraphQLScalarType) type, value);
        if (wrong == null) {
            return null;
        }
        return hint == null ? "cannot be used. " + wrong
                : "is " + shown(value) + ", which is not of type " + type.getName() + ". " + hint;
    }

    private String error(GraphQLEnumType type, Object value) {
        List<String> names = type.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
        String name = value instanceof EnumValue literal ? literal.getName()
                : value instanceof StringValue text ? text.getValue() : value instanceof String text ? text : null;
        if (name != null && names.contains(name) && !(value instanceof StringValue)) {
            return null;
        }
        return "is " + shown(value) + ", which is not a value of " + type.getName() + "."
                + (value instanceof StringValue text && names.contains(text.getValue()) ? " Write it without quotes."
                        : suggestions.orAll(NULLS_LAST.matcher(String.valueOf(name)).replaceFirst(""), names)
                                + (value instanceof StringValue ? " Values of an enum stand without quotes." : ""));
    }

    private static String error(GraphQLScalarType type, Object value) {
        Coercing<?, ?> coercing = type.getCoercing();
        if (value instanceof BigDecimal number && Math.abs((long) number.scale()) > MOST_DIGITS) {
            return shown(value) + " has more digits than any number here. Write fewer.";
        }
        // because graphql-java converts any value to an ID
        if (type.getName().equals("ID") && !(value instanceof Value || value instanceof String || isWhole(value))) {
            return "";
        }
        try {
            if (value instanceof Value<?> literal) {
                coercing.parseLiteral(literal, CoercedVariables.emptyVariables(), GraphQLContext.getDefault(), Locale.ENGLISH);
            } else {
                coercing.parseValue(value, GraphQLContext.getDefault(), Locale.ENGLISH);
            }
            return null;
        } catch (GraphQLException e) {
            return e.getMessage();
        }
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof BigInteger;
    }

    /** The value as the client wrote it, if it is short. */
    static String shown(Object value) {
        if (value instanceof Map || value instanceof ObjectValue) {
            return "an object";
        }
        if (value instanceof List || value instanceof ArrayValue) {
            return "a list";
        }
        String text = value instanceof Value<?> literal ? AstPrinter.printAstCompact(literal)
                : value instanceof String ? "\"" + value + "\"" : value.toString();
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
    }
}
