package dev.footnote.query.validation;

import java.util.ArrayList;
import java.util.List;

import dev.footnote.query.RequestError;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Node;
import graphql.schema.GraphQLSchema;
import graphql.validation.AbstractRule;
import graphql.validation.LanguageTraversal;
import graphql.validation.RulesVisitor;
import graphql.validation.ValidationContext;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorCollector;
import graphql.validation.Validator;
import graphql.validation.rules.ArgumentsOfCorrectType;
import graphql.validation.rules.VariableDefaultValuesOfCorrectType;

/** Validates a document against the schema, by the rules of graphql-java but with our own messages. */
public final class DocumentValidator {

    /** The most errors that are reported: nobody reads more, and finding them costs time. */
    public static final int MOST = 20;

    private DocumentValidator() {
    }

    /** Thrown when enough errors were found. */
    private static final class Enough extends RuntimeException {

        Enough() {
            super(null, null, false, false);
        }
    }

    private static final class Collector extends ValidationErrorCollector {

        @Override
        public void addError(ValidationError error) {
            getErrors().add(error);
            if (getErrors().size() == MOST) {
                throw new Enough();
            }
        }
    }

    /** Skips the arguments of unknown directives, because graphql-java would look them up on the field. */
    private static final class Visitor extends RulesVisitor {

        private final GraphQLSchema schema;

        Visitor(ValidationContext context, List<AbstractRule> rules) {
            super(context, rules);
            this.schema = context.getSchema();
        }

        @Override
        public void enter(Node node, List<Node> ancestors) {
            if (!isStray(node, ancestors)) {
                super.enter(node, ancestors);
            }
        }

        @Override
        public void leave(Node node, List<Node> ancestors) {
            if (!isStray(node, ancestors)) {
                super.leave(node, ancestors);
            }
        }

        private boolean isStray(Node<?> node, List<Node> ancestors) {
            return node instanceof Argument && ancestors.get(ancestors.size() - 1) instanceof Directive directive
                    && schema.getDirective(directive.getName()) == null;
        }
    }

    /** The errors of the document, at most 20. */
    public static List<RequestError> errors(GraphQLSchema schema, Document document, NameSuggestions suggestions) {
        ValidationMessages context = new ValidationMessages(schema, document, suggestions);
        Collector collector = new Collector();
        List<AbstractRule> rules = new ArrayList<>(new Validator().createRules(context, collector));
        // these rules stop at the first error of each value, and print the value in Java's format
        rules.removeIf(rule -> rule instanceof ArgumentsOfCorrectType || rule instanceof VariableDefaultValuesOfCorrectType);
        rules.add(new LiteralValuesRule(context, collector, suggestions));
        try {
            new LanguageTraversal().traverse(document, new Visitor(context, rules));
        } catch (Enough enough) {
            // the errors found so far are reported
        }
        return collector.getErrors().stream()
                .map(error -> new RequestError(RequestError.Code.VALIDATION_FAILED, error.getMessage(),
                        error.getLocations() == null ? List.of() : error.getLocations()))
                .distinct().toList();
    }
}
