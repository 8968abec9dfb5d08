package dev.footnote.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.TypeFromAST;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;

/** The variables of a request, by the types that its operation declares. */
public record Variables(GraphQLSchema schema, Suggestions suggestions) {

    /** @throws Refusal with all that is wrong with them */
    public CoercedVariables coerced(OperationDefinition operation, Map<String, Object> raw) {
        List<Fault> faults = faults(operation.getVariableDefinitions(), raw);
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        return ValuesResolver.coerceVariableValues(schema, operation.getVariableDefinitions(), RawVariables.of(raw),
                GraphQLContext.getDefault(), Locale.ENGLISH);
    }

    /** What is wrong with them, at most 20 things. */
    public List<Fault> faults(List<VariableDefinition> declared, Map<String, Object> raw) {
        List<Fault> faults = new ArrayList<>();
        Values values = new Values(suggestions,
                (message, at) -> faults.add(new Fault(Fault.Code.BAD_USER_INPUT, message, List.of(at))));
        for (VariableDefinition variable : declared) {
            GraphQLType type = TypeFromAST.getTypeFromAST(schema, variable.getType());
            if (raw.containsKey(variable.getName())) {
                values.check(new Values.Place("variable $" + variable.getName(), variable.getSourceLocation()), type,
                        raw.get(variable.getName()));
            } else if (type instanceof GraphQLNonNull && variable.getDefaultValue() == null) {
                faults.add(missing(variable));
            }
        }
        return faults.subList(0, Math.min(faults.size(), Validation.MOST));
    }

    private static Fault missing(VariableDefinition variable) {
        return new Fault(Fault.Code.BAD_USER_INPUT, "The variable $" + variable.getName()
                + " is missing, and has no default. Give it a value.", List.of(variable.getSourceLocation()));
    }
}
