package dev.footnote.query.execution;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Field;
import graphql.language.Node;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;

/** The arguments of a field, as graphql-java passes them to a data fetcher. */
final class Coercion {

    private Coercion() {
    }

    /** Of the only field of that name in a document, which is one of the type's. */
    static Map<String, Object> arguments(GraphQLSchema schema, String type, String name, String document) {
        Deque<Node<?>> nodes = new ArrayDeque<>();
        nodes.add(Parser.parse(document));
        while (!nodes.isEmpty()) {
            Node<?> node = nodes.poll();
            if (node instanceof Field field && field.getName().equals(name)) {
                return ValuesResolver.getArgumentValues(
                        schema.getObjectType(type).getFieldDefinition(name).getArguments(), field.getArguments(),
                        CoercedVariables.emptyVariables(), GraphQLContext.getDefault(), Locale.ENGLISH);
            }
            node.getChildren().forEach(nodes::add);
        }
        throw new IllegalArgumentException(document + " has no field " + name);
    }
}
