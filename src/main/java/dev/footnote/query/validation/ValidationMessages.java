package dev.footnote.query.validation;

import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

import dev.footnote.query.RequestError;
import dev.footnote.query.validation.DocumentElements.Element;
import graphql.ParseAndValidate;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorClassification;
import graphql.validation.ValidationErrorType;

/**
 * Translates errors of graphql-java to our own words, because its messages mention its internals and suggest nothing. The
 * message is all that an error has of the rule and of the names in question, so both are read from it with the pattern that
 * it was written by.
 */
final class ValidationMessages {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("wording/validation", Locale.ROOT,
            ValidationMessages.class.getClassLoader());

    /** Errors that say nothing new: our own check finds wrong literals, and all of them. */
    private static final Set<ValidationErrorClassification> REPLACED = Set.of(ValidationErrorType.WrongType,
            ValidationErrorType.BadValueForDefaultArg, ValidationErrorType.MaxValidationErrorsReached);

    private final GraphQLSchema schema;
    private final Document document;
    private final DocumentElements elements;
    private final NameSuggestions suggestions;
    private final Map<String, MessageFormat> patterns;

    ValidationMessages(GraphQLSchema schema, Document document, DocumentElements elements, NameSuggestions suggestions) {
        this.schema = schema;
        this.document = document;
        this.elements = elements;
        this.suggestions = suggestions;
        ResourceBundle theirs = ResourceBundle.getBundle("i18n.Validation", Locale.ROOT,
                ParseAndValidate.class.getClassLoader());
        // for this document only, because formats are not safe for use by several threads
        this.patterns = theirs.keySet().stream().filter(WORDS::containsKey)
                .collect(Collectors.toMap(key -> key, key -> new MessageFormat(theirs.getString(key), Locale.ROOT)));
    }

    /** The error in our words; empty if it is reported otherwise. */
    Optional<RequestError> error(ValidationError error) {
        if (REPLACED.contains(error.getValidationErrorType())) {
            return Optional.empty();
        }
        Element at = error.getLocations().isEmpty() ? Element.NONE : elements.at(error.getLocations().get(0));
        for (Map.Entry<String, MessageFormat> pattern : patterns.entrySet()) {
            ParsePosition end = new ParsePosition(0);
            Object[] details = pattern.getValue().parse(error.getMessage(), end);
            if (details != null && end.getIndex() == error.getMessage().length()) {
                return isStray(pattern.getKey(), at) ? Optional.empty()
                        : Optional.of(failed(error, sentence(pattern.getKey(), at, details)));
            }
        }
        return Optional.of(unknown(error));
    }

    /** Whether an argument of an unknown directive was looked up on the field. The directive is reported. */
    private static boolean isStray(String key, Element at) {
        return key.equals("KnownArgumentNames.unknownFieldArg") && at.field().isEmpty();
    }

    /** An error for which we have no words. */
    static RequestError unknown(ValidationError error) {
        return failed(error,
                "The document breaks a rule of the GraphQL specification: " + error.getValidationErrorType() + ".");
    }

    private static RequestError failed(ValidationError error, String message) {
        return new RequestError(RequestError.Code.VALIDATION_FAILED, message, error.getLocations());
    }

    /** @param details the first is the kind and path of the error, which the message replaces by the field or directive */
    private String sentence(String key, Element at, Object... details) {
        details[0] = at.name();
        String sentence = new MessageFormat(WORDS.getString(key), Locale.ROOT).format(details);
        return details.length == 1 ? sentence : sentence + hint(key, at, details);
    }

    private String hint(String key, Element at, Object... details) {
        String name = details[1].toString();
        return switch (key) {
            case "FieldsOnCorrectType.unknownField" ->
                schema.getType(details[2].toString()) instanceof GraphQLFieldsContainer type ? fields().field(type, name) : "";
            case "KnownArgumentNames.unknownFieldArg" ->
                at.field().map(field -> new KeyHints(suggestions).argument(field, name)).orElse("");
            case "ProvidedNonNullArguments.missingFieldArg" ->
                at.field().map(field -> new KeyHints(suggestions).missing(field, name)).orElse("");
            case "ScalarLeaves.subselectionRequired" -> at.field().map(fields()::braces).orElse("");
            case "PossibleFragmentSpreads.inlineIncompatibleTypes" ->
                fields().fragment(schema.getType(name), details[2].toString());
            case "KnownTypeNames.unknownType" -> fields().type(name);
            default -> suggestions.of(name, known(key, at));
        };
    }

    private FieldHints fields() {
        return new FieldHints(schema, suggestions);
    }

    /** The names that a rule could have expected in place of the unknown one. */
    private Collection<String> known(String key, Element at) {
        return switch (key) {
            case "KnownArgumentNames.unknownDirectiveArg" -> names(at.arguments());
            case "KnownDirectives.unknownDirective" -> names(schema.getDirectives());
            case "KnownFragmentNames.undefinedFragment" ->
                document.getDefinitionsOfType(FragmentDefinition.class).stream().map(FragmentDefinition::getName).toList();
            default -> List.of();
        };
    }

    private static Collection<String> names(List<? extends GraphQLNamedSchemaElement> elements) {
        return elements.stream().map(GraphQLNamedSchemaElement::getName).toList();
    }
}
