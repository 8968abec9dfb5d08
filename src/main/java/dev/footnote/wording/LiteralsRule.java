package dev.footnote.wording;

import graphql.language.Argument;
import graphql.language.NullValue;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputType;
import graphql.validation.AbstractRule;
import graphql.validation.ValidationContext;
import graphql.validation.ValidationErrorCollector;
import graphql.validation.ValidationErrorType;

/** Values that are written in the document are of the types that are needed in their places. */
final class LiteralsRule extends AbstractRule {

    private final Values values;

    LiteralsRule(ValidationContext context, ValidationErrorCollector collector, Suggestions suggestions) {
        super(context, collector);
        this.values = new Values(suggestions, (message, at) -> addError(ValidationErrorType.WrongType, at, message));
    }

    @Override
    public void checkArgument(Argument argument) {
        GraphQLArgument definition = getValidationContext().getArgument();
        // of one that is null another rule tells
        if (definition != null && !(argument.getValue() instanceof NullValue)) {
            values.check(new Values.Place("argument " + argument.getName(), argument.getSourceLocation()),
                    definition.getType(), argument.getValue());
        }
    }

    @Override
    public void checkVariableDefinition(VariableDefinition variable) {
        GraphQLInputType type = getValidationContext().getInputType();
        if (type != null && variable.getDefaultValue() != null) {
            values.check(new Values.Place("default of the variable $" + variable.getName(), variable.getSourceLocation()),
                    type, variable.getDefaultValue());
        }
    }
}
