package dev.footnote.query.document;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.language.AstPrinter;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.parser.Parser;

/**
 * A query that the server asks with selections of a client's operation.
 *
 * @param text with those fragments and variables of the operation that the selection uses
 * @param variables the names of those variables
 */
public record DerivedQuery(String text, Set<String> variables) {

    /**
     * Derives a query.
     *
     * @param variables definitions of variables beside those of the operation
     */
    public static DerivedQuery of(String variables, String selection, OperationDefinition operation,
            Collection<FragmentDefinition> fragments) {
        Uses uses = new Uses(fragments);
        uses.follow(Parser.parse("{ " + selection + " }"));
        List<VariableDefinition> used = operation.getVariableDefinitions().stream()
                .filter(variable -> uses.variables.contains(variable.getName())).toList();
        String definitions = Stream.concat(Stream.of(variables), used.stream().map(AstPrinter::printAstCompact))
                .collect(Collectors.joining(", ", "(", ")"));
        String text = "query " + (operation.getName() == null ? "" : operation.getName()) + definitions + " { " + selection
                + " }" + uses.fragments.stream().map(fragment -> " " + AstPrinter.printAstCompact(fragment))
                        .collect(Collectors.joining());
        return new DerivedQuery(text, used.stream().map(VariableDefinition::getName).collect(Collectors.toUnmodifiableSet()));
    }

    /** What is selected on a type by fields that are merged into one. */
    public static String selections(String type, List<Field> fields) {
        return fields.stream().map(field -> "... on " + type + " " + AstPrinter.printAstCompact(field.getSelectionSet()))
                .collect(Collectors.joining(" "));
    }

    /** The fragments and variables that a selection uses, also by way of fragments. */
    private static final class Uses {

        private final Collection<FragmentDefinition> known;
        private final Set<FragmentDefinition> fragments = new LinkedHashSet<>();
        private final Set<String> variables = new LinkedHashSet<>();

        Uses(Collection<FragmentDefinition> known) {
            this.known = known;
        }

        void follow(Node<?> root) {
            Deque<Node<?>> left = new ArrayDeque<>(List.of(root));
            while (!left.isEmpty()) {
                Node<?> node = left.pop();
                if (node instanceof VariableReference variable) {
                    variables.add(variable.getName());
                } else if (node instanceof FragmentSpread spread) {
                    known.stream().filter(fragment -> fragment.getName().equals(spread.getName())).filter(fragments::add)
                            .forEach(left::push);
                }
                node.getChildren().forEach(left::push);
            }
        }
    }
}
