package dev.footnote.query.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.query.QueryLimits;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import graphql.language.Definition;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FloatValue;
import graphql.language.FragmentDefinition;
import graphql.language.IntValue;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;

/**
 * Checks the size limits of a document. It runs before validation, because an attacker can make validation take arbitrarily
 * long.
 */
final class DocumentLimitsCheck {

    /** In bits, some 150 digits. Parsing and printing a number takes time quadratic in its digits. */
    private static final int LONGEST_NUMBER = 500;

    private final Document document;
    private final QueryLimits limits;
    private final List<RequestError> errors = new ArrayList<>();
    private int aliases;
    private int directives;

    DocumentLimitsCheck(Document document, QueryLimits limits) {
        this.document = document;
        this.limits = limits;
    }

    /** @throws RequestException with every limit that is exceeded */
    void check() {
        for (Definition<?> definition : document.getDefinitions()) {
            walk(definition);
        }
        compare("fields under another name", aliases, limits.aliases());
        compare("directives", directives, limits.directives());
        List<FragmentDefinition> fragments = document.getDefinitionsOfType(FragmentDefinition.class);
        SelectionMetrics extents = new SelectionMetrics(fragments);
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            SelectionMetrics.Extent extent = extents.of(operation.getSelectionSet());
            compare(extent);
            compare("fields of the query type", extent.width(), limits.rootFields());
        }
        for (FragmentDefinition fragment : fragments) {
            // an unused fragment is validated as well; each error is reported once
            if (errors.isEmpty()) {
                compare(extents.of(fragment.getSelectionSet()));
            }
        }
        if (!errors.isEmpty()) {
            throw new RequestException(errors);
        }
    }

    private void compare(SelectionMetrics.Extent extent) {
        compare("levels of fields", extent.depth(), limits.depth());
        compare("fields with all fragments in their places", extent.fields(), limits.fields());
        compare("fragments within each other", extent.fragments(), limits.depth());
    }

    private void compare(String what, long number, int limit) {
        if (number > limit) {
            errors.add(RequestError.of(RequestError.Code.TOO_COMPLEX,
                    "The document has more " + what + " than are answered at once: "
                            + (number < SelectionMetrics.MOST ? number + ", and " : "") + limit
                            + " are the most. Ask for less, or in several requests."));
        }
    }

    private void walk(Node<?> node) {
        if (node instanceof DirectivesContainer<?> container) {
            directives += container.getDirectives().size();
        }
        if (node instanceof Field field && field.getAlias() != null) {
            aliases++;
        }
        if (node instanceof IntValue number && number.getValue().bitLength() > LONGEST_NUMBER
                || node instanceof FloatValue decimal && decimal.getValue().unscaledValue().bitLength() > LONGEST_NUMBER) {
            errors.add(new RequestError(RequestError.Code.TOO_COMPLEX,
                    "The number has more than 150 digits. No value has as many.",
                    List.of(node.getSourceLocation())));
        }
        if (node instanceof SelectionSet selections) {
            repeats(selections);
        }
        for (Node<?> child : node.getChildren()) {
            walk(child);
        }
    }

    private void repeats(SelectionSet selections) {
        Map<String, Integer> named = new HashMap<>();
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field
                    && named.merge(field.getResultKey(), 1, Integer::sum) == limits.repeats() + 1) {
                errors.add(new RequestError(RequestError.Code.TOO_COMPLEX,
                        "The field " + field.getResultKey() + " is named more than " + limits.repeats()
                                + " times in one selection. Name it once.",
                        List.of(selection.getSourceLocation())));
            }
        }
    }
}
