package dev.footnote.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import dev.footnote.question.Selection;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;

/** Finds the one list that an operation can be exported as. */
final class Choosing {

    /**
     * @param list the name of its field
     * @param grouped whether its groups stand for its records
     * @param path the response names that lead from the root to its records
     * @param columns what is selected of a record
     */
    record Chosen(String list, boolean grouped, List<String> path, Columns columns) {
    }

    private final GraphQLSchema schema;
    private final Selection selection;
    private final List<String> path = new ArrayList<>();
    private final List<Chosen> found = new ArrayList<>();

    Choosing(GraphQLSchema schema, Selection selection) {
        this.schema = schema;
        this.selection = selection;
    }

    /** @throws Refusal when there is none, or more than one */
    Chosen choose(OperationDefinition operation) {
        GraphQLObjectType type = schema.getQueryType();
        Map<String, List<Field>> fields = selection.fields(type.getName(), operation.getSelectionSet());
        while (true) {
            List<Field> only = only(fields, operation.getSourceLocation());
            type = object(type, only);
            path.add(only.get(0).getResultKey());
            if (type == null) {
                throw refusal("An export is the records of one list, and " + only.get(0).getName()
                        + " leads to none. Select a list such as people { nodes { ... } }, in nothing but single records.",
                        only.get(0).getSourceLocation());
            }
            if (isList(type)) {
                return records(type, only);
            }
            fields = selection.fields(names(type), only);
        }
    }

    private static List<Field> only(Map<String, List<Field>> fields, SourceLocation place) {
        if (fields.size() != 1) {
            throw refusal("An export is the records of one list, and " + fields.size()
                    + " fields are selected here. Select the list and nothing beside it.", place);
        }
        return fields.values().iterator().next();
    }

    private Chosen records(GraphQLObjectType connection, List<Field> list) {
        selection.fields(names(connection), list).forEach((response, fields) -> {
            if (fields.get(0).getName().equals("nodes")) {
                found(connection, fields, list, response);
            } else if (fields.get(0).getName().equals("edges")) {
                edges(connection, fields, list);
            } else if (fields.get(0).getName().equals("groups")) {
                groups(type(connection, fields), fields, response);
            }
        });
        if (found.size() != 1) {
            throw refusal("An export is the records of one list, which are selected here " + found.size()
                    + " times. Select them once, by nodes { ... } or by edges { node { ... } }, or its groups.",
                    list.get(0).getSourceLocation());
        }
        return found.get(0);
    }

    private void groups(GraphQLObjectType page, List<Field> groups, String name) {
        selection.fields(names(page), groups).forEach((response, fields) -> {
            if (fields.get(0).getName().equals("nodes")) {
                found(page, fields, groups, name, response);
            }
        });
    }

    private void edges(GraphQLObjectType connection, List<Field> edges, List<Field> list) {
        GraphQLObjectType edge = type(connection, edges);
        selection.fields(names(edge), edges).forEach((response, fields) -> {
            if (fields.get(0).getName().equals("node")) {
                found(edge, fields, list, edges.get(0).getResultKey(), response);
            }
        });
    }

    private void found(GraphQLObjectType parent, List<Field> records, List<Field> list, String... names) {
        List<String> whole = new ArrayList<>(path);
        whole.addAll(List.of(names));
        String field = list.get(0).getName();
        found.add(new Chosen(field, field.equals("groups"), whole, new Columns(selection, type(parent, records), records)));
    }

    private static GraphQLObjectType type(GraphQLObjectType parent, List<Field> fields) {
        return (GraphQLObjectType) GraphQLTypeUtil
                .unwrapAll(parent.getFieldDefinition(fields.get(0).getName()).getType());
    }

    /** The names by which a fragment may call an object type. */
    static Set<String> names(GraphQLObjectType type) {
        return Stream.concat(Stream.of(type), type.getInterfaces().stream())
                .map(one -> ((GraphQLNamedType) one).getName()).collect(Collectors.toSet());
    }

    /** The object type of a field; null where it is a value, a list or of any kind. */
    static GraphQLObjectType object(GraphQLObjectType parent, List<Field> fields) {
        GraphQLFieldDefinition definition = parent.getFieldDefinition(fields.get(0).getName());
        return definition != null && GraphQLTypeUtil.unwrapNonNull(definition.getType()) instanceof GraphQLObjectType type
                ? type
                : null;
    }

    /** Whether it is a page: of records, of groups of them, or of rows that are made for the question. */
    static boolean isList(GraphQLObjectType type) {
        return type.getFieldDefinition("nodes") != null && type.getFieldDefinition("pageInfo") != null;
    }

    private static Refusal refusal(String message, SourceLocation place) {
        return new Refusal(new Fault(Fault.Code.BAD_USER_INPUT, message, List.of(place)));
    }
}
