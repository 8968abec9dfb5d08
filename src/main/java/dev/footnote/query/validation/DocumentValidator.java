package dev.footnote.query.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

import dev.footnote.query.RequestError;
import graphql.ParseAndValidate;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;

/** Validates a document against the schema, by the rules of graphql-java but with our own messages. */
public final class DocumentValidator {

    /** The most errors that are reported: nobody reads more, and finding them costs time. */
    public static final int MOST = 20;

    private static final Comparator<RequestError> BY_LOCATION = Comparator
            .comparingInt((RequestError error) -> error.at().isEmpty() ? 0 : error.at().get(0).getLine())
            .thenComparingInt(error -> error.at().isEmpty() ? 0 : error.at().get(0).getColumn());

    private DocumentValidator() {
    }

    /** The errors of the document, at most 20. */
    public static List<RequestError> errors(GraphQLSchema schema, Document document, NameSuggestions suggestions) {
        DocumentElements elements = new DocumentElements(schema, document, suggestions);
        List<ValidationError> broken = ParseAndValidate.validate(schema, document, Locale.ROOT);
        if (broken.isEmpty()) {
            return elements.wrongLiterals();
        }
        ValidationMessages messages = new ValidationMessages(schema, document, elements, suggestions);
        List<RequestError> errors = merged(
                broken.stream().flatMap(error -> messages.error(error).stream()).distinct().limit(MOST).toList(),
                new ArrayDeque<>(elements.wrongLiterals()));
        return errors.isEmpty() ? List.of(ValidationMessages.unknown(broken.get(0)))
                : errors.stream().distinct().limit(MOST).toList();
    }

    /** Each wrong literal stands before the first error that is further behind in the document. */
    private static List<RequestError> merged(List<RequestError> errors, Deque<RequestError> literals) {
        List<RequestError> merged = new ArrayList<>();
        for (RequestError error : errors) {
            while (!literals.isEmpty() && BY_LOCATION.compare(literals.peek(), error) < 0) {
                merged.add(literals.remove());
            }
            merged.add(error);
        }
        merged.addAll(literals);
        return merged;
    }
}
