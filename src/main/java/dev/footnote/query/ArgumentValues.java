package dev.footnote.query;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Argument;
import graphql.schema.GraphQLArgument;

/** The values of the arguments of fields and directives. */
public final class ArgumentValues {

    private ArgumentValues() {
    }

    /**
     * The values by name, coerced to the types of the schema. An argument that is not given has no entry.
     *
     * @throws graphql.GraphQLException if a variable is null where null is not allowed
     */
    public static Map<String, Object> of(List<GraphQLArgument> definitions, List<Argument> arguments,
            CoercedVariables variables) {
        // internal to graphql-java, but the only place that coerces literals, variables and defaults as the specification
        // requires
        return ValuesResolver.getArgumentValues(definitions, arguments, variables, GraphQLContext.getDefault(),
                Locale.ENGLISH);
    }

    /**
     * Checks all texts in a value.
     *
     * @throws IllegalArgumentException with a message for the client if the database cannot hold one of them
     */
    public static void checkTexts(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(ArgumentValues::checkTexts);
        } else if (value instanceof List<?> list) {
            list.forEach(ArgumentValues::checkTexts);
        } else if (value instanceof String text && text.codePoints().anyMatch(ArgumentValues::isNoCharacter)) {
            throw new IllegalArgumentException(
                    "A text holds U+0000 or half of a surrogate pair, which no text in the database does.");
        }
    }

    private static boolean isNoCharacter(int point) {
        return point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
