package dev.footnote.question;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Field;
import graphql.schema.GraphQLFieldDefinition;

/** The arguments of one field of a document, whose values are known only with the variables of a request. */
public record Argument(Field field, GraphQLFieldDefinition definition) {

    /**
     * By name, coerced to the types of the schema; what is not given has no entry.
     *
     * @throws graphql.GraphQLException when a value is not of its type
     * @throws IllegalArgumentException when a text holds what no text in a database can
     */
    public Map<String, Object> values(CoercedVariables variables) {
        // internal to graphql-java, but the one place that coerces literals, variables and defaults as the specification says
        Map<String, Object> values = ValuesResolver.getArgumentValues(definition.getArguments(), field.getArguments(),
                variables, GraphQLContext.getDefault(), Locale.ENGLISH);
        check(values);
        return values;
    }

    private static void check(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(Argument::check);
        } else if (value instanceof List<?> list) {
            list.forEach(Argument::check);
        } else if (value instanceof String text && text.codePoints().anyMatch(Argument::isNoCharacter)) {
            throw new IllegalArgumentException(
                    "A text holds U+0000 or half of a surrogate pair, which no text in the database does.");
        }
    }

    private static boolean isNoCharacter(int point) {
        return point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
