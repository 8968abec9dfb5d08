package dev.footnote.query.validation;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import graphql.i18n.I18n;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationContext;

/** Error messages for violated rules in our own words, because graphql-java's messages mention its internals. */
final class ValidationMessages extends ValidationContext {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("wording/validation", Locale.ROOT,
            ValidationMessages.class.getClassLoader());

    private final NameSuggestions suggestions;

    ValidationMessages(GraphQLSchema schema, Document document, NameSuggestions suggestions) {
        super(schema, document, I18n.i18n(I18n.BundleType.Validation, Locale.ENGLISH));
        this.suggestions = suggestions;
    }

    /**
     * Builds a message.
     *
     * @param details the first is the kind and path of the error, which the message replaces by the current field or
     *        directive
     */
    @Override
    public String i18n(String key, Object... details) {
        if (!WORDS.containsKey(key)) {
            return "The document breaks a rule of the GraphQL specification: " + key.replaceFirst("\\..*", "") + ".";
        }
        details[0] = at();
        String sentence = new MessageFormat(WORDS.getString(key), Locale.ROOT).format(details);
        return details.length == 1 ? sentence : sentence + hint(key, String.valueOf(details[1]), details);
    }

    private String hint(String key, String name, Object[] details) {
        return switch (key) {
            case "FieldsOnCorrectType.unknownField" ->
                getParentType() instanceof GraphQLFieldsContainer type ? fields().field(type, name) : "";
            case "KnownArgumentNames.unknownFieldArg" -> new KeyHints(suggestions).argument(getFieldDef(), name);
            case "ProvidedNonNullArguments.missingFieldArg" -> new KeyHints(suggestions).missing(getFieldDef(), name);
            case "ScalarLeaves.subselectionRequired" -> fields().braces(getFieldDef());
            case "PossibleFragmentSpreads.inlineIncompatibleTypes" ->
                fields().fragment(getParentType(), String.valueOf(details[2]));
            case "KnownTypeNames.unknownType" -> fields().type(name);
            default -> suggestions.of(name, known(key));
        };
    }

    private FieldHints fields() {
        return new FieldHints(getSchema(), suggestions);
    }

    private String at() {
        if (getDirective() != null) {
            return "@" + getDirective().getName();
        }
        return getFieldDef() == null ? "" : getFieldDef().getName();
    }

    /** The names that a rule could have expected in place of the unknown one. */
    private Collection<String> known(String key) {
        return switch (key) {
            case "KnownArgumentNames.unknownDirectiveArg" -> names(getDirective().getArguments());
            case "KnownDirectives.unknownDirective" -> names(getSchema().getDirectives());
            case "KnownFragmentNames.undefinedFragment" ->
                getDocument().getDefinitionsOfType(FragmentDefinition.class).stream().map(FragmentDefinition::getName).toList();
            default -> List.of();
        };
    }

    private static Collection<String> names(List<? extends GraphQLNamedSchemaElement> elements) {
        return elements.stream().map(GraphQLNamedSchemaElement::getName).toList();
    }
}
