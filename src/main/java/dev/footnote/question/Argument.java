package dev.footnote.question;

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
     */
    public Map<String, Object> values(CoercedVariables variables) {
        // internal to graphql-java, but the one place that coerces literals, variables and defaults as the specification says
        return ValuesResolver.getArgumentValues(definition.getArguments(), field.getArguments(), variables,
                GraphQLContext.getDefault(), Locale.ENGLISH);
    }
}
