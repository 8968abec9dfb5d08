package dev.footnote.query.validation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;

/** Coerces the variables of a request to the types that its operation declares. */
public record VariableCoercion(GraphQLSchema schema, NameSuggestions suggestions) {

    /** @throws RequestException with all errors of the variables */
    public CoercedVariables coerced(OperationDefinition operation, Map<String, Object> raw) {
        List<RequestError> errors = errors(operation.getVariableDefinitions(), raw);
        if (!errors.isEmpty()) {
            throw new RequestException(errors);
        }
        return ValuesResolver.coerceVariableValues(schema, operation.getVariableDefinitions(), RawVariables.of(raw),
                GraphQLContext.getDefault(), Locale.ENGLISH);
    }

    /** The errors of the variables, at most 20. */
    public List<RequestError> errors(List<VariableDefinition> declared, Map<String, Object> raw) {
        InputValueValidator values = new InputValueValidator(suggestions, RequestError.Code.BAD_USER_INPUT);
        for (VariableDefinition variable : declared) {
            GraphQLType type = type(variable);
            InputValueValidator.Place place = new InputValueValidator.Place("variable $" + variable.getName(),
                    variable.getSourceLocation());
            if (raw.containsKey(variable.getName())) {
                values.check(place, type, raw.get(variable.getName()));
            } else if (type instanceof GraphQLNonNull && variable.getDefaultValue() == null) {
                values.error(place, "is missing, and has no default. Give it a value.");
            }
        }
        return values.errors();
    }

    /** The type of a variable in a valid document. */
    public GraphQLType type(VariableDefinition variable) {
        return DeclaredType.of(variable.getType(), schema).orElseThrow();
    }
}
