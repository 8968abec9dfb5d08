package dev.footnote.query.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import graphql.language.AstPrinter;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;

/** The text of a query that the server asks with selections of a client's operation. */
public final class DerivedQuery {

    private DerivedQuery() {
    }

    /**
     * The query, with those fragments and variables of the operation that its selection uses.
     *
     * @param variables definitions of variables beside those of the operation
     */
    public static String text(String variables, String selection, OperationDefinition operation,
            Collection<FragmentDefinition> fragments) {
        String text = selection + " }";
        List<FragmentDefinition> unused = new ArrayList<>(fragments);
        for (FragmentDefinition next = next(unused, text); next != null; next = next(unused, text)) {
            unused.remove(next);
            text += " " + AstPrinter.printAstCompact(next);
        }
        String all = text;
        return operation.getVariableDefinitions().stream()
                .filter(variable -> names(all, "\\$" + variable.getName())).map(AstPrinter::printAstCompact)
                .collect(Collectors.joining(", ", "query(" + variables + ", ", ") { ")) + all;
    }

    /** What is selected on a type by fields that are merged into one. */
    public static String selections(String type, List<Field> fields) {
        return fields.stream().map(field -> "... on " + type + " " + AstPrinter.printAstCompact(field.getSelectionSet()))
                .collect(Collectors.joining(" "));
    }

    private static FragmentDefinition next(List<FragmentDefinition> unused, String text) {
        return unused.stream().filter(fragment -> names(text, "\\.\\.\\. ?" + fragment.getName())).findFirst().orElse(null);
    }

    private static boolean names(String text, String name) {
        return Pattern.compile(name + "\\b").matcher(text).find();
    }
}
