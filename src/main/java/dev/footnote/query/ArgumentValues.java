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
}
