package dev.footnote.query.validation;

import graphql.language.Argument;
import graphql.language.NullValue;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputType;
import graphql.validation.AbstractRule;
import graphql.validation.ValidationContext;
import graphql.validation.ValidationErrorCollector;
import graphql.validation.ValidationErrorType;

/** Rule: literals in the document must have the types that their positions require. */
final class LiteralValuesRule extends AbstractRule {

    private final InputValueValidator values;

    LiteralValuesRule(ValidationContext context, ValidationErrorCollector collector, NameSuggestions suggestions) {
        super(context, collector);
        this.values = new InputValueValidator(suggestions,
                (message, at) -> addError(ValidationErrorType.WrongType, at, message));
    }

    @Override
    public void checkArgument(Argument argument) {
        GraphQLArgument definition = getValidationContext().getArgument();
        // another rule reports null
        if (definition != null && !(argument.getValue() instanceof NullValue)) {
            values.check(new InputValueValidator.Place("argument " + argument.getName(), argument.getSourceLocation()),
                    definition.getType(), argument.getValue());
        }
    }

    @Override
    public void checkVariableDefinition(VariableDefinition variable) {
        GraphQLInputType type = getValidationContext().getInputType();
        if (type != null && variable.getDefaultValue() != null) {
            values.check(
                    new InputValueValidator.Place("default of the variable $" + variable.getName(),
                            variable.getSourceLocation()),
                    type, variable.getDefaultValue());
        }
    }
}
