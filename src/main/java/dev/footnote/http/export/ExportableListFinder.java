package dev.footnote.http.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.plan.FieldCollector;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;

/** Finds the one list of an operation that can be exported. */
final class ExportableListFinder {

    /**
     * @param list the name of its field
     * @param grouped whether groups are exported instead of records
     * @param path the response names that lead from the root to its records
     * @param columns the selected fields of a record
     */
    record Chosen(String list, boolean grouped, List<String> path, CsvColumns columns) {
    }

    private final GraphQLSchema schema;
    private final FieldCollector selection;
    private final List<String> path = new ArrayList<>();
    private final List<Chosen> found = new ArrayList<>();

    ExportableListFinder(GraphQLSchema schema, FieldCollector selection) {
        this.schema = schema;
        this.selection = selection;
    }

    /** @throws RequestException if there is no list, or more than one */
    Chosen choose(OperationDefinition operation) {
        GraphQLObjectType type = schema.getQueryType();
        Map<String, List<Field>> fields = selection.fields(type.getName(), operation.getSelectionSet());
        while (true) {
            List<Field> only = only(fields, operation.getSourceLocation());
            type = object(type, only);
            path.add(only.get(0).getResultKey());
            if (type == null) {
                throw exception("An export is the records of one list, and " + only.get(0).getName()
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
            throw exception("An export is the records of one list, and " + fields.size()
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
            throw exception("An export is the records of one list, which are selected here " + found.size()
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
        found.add(new Chosen(field, field.equals("groups"), whole, new CsvColumns(selection, type(parent, records), records)));
    }

    private static GraphQLObjectType type(GraphQLObjectType parent, List<Field> fields) {
        return (GraphQLObjectType) GraphQLTypeUtil
                .unwrapAll(parent.getFieldDefinition(fields.get(0).getName()).getType());
    }

    /** The type names that a fragment on the object type may use. */
    static Set<String> names(GraphQLObjectType type) {
        return Stream.concat(Stream.of(type), type.getInterfaces().stream())
                .map(one -> ((GraphQLNamedType) one).getName()).collect(Collectors.toSet());
    }

    /** The object type of a field; null if the field is a value, a list or an object of any type. */
    static GraphQLObjectType object(GraphQLObjectType parent, List<Field> fields) {
        GraphQLFieldDefinition definition = parent.getFieldDefinition(fields.get(0).getName());
        return definition != null && GraphQLTypeUtil.unwrapNonNull(definition.getType()) instanceof GraphQLObjectType type
                ? type
                : null;
    }

    /** Whether the type is a page: of records, of groups of records, or of virtual rows. */
    static boolean isList(GraphQLObjectType type) {
        return type.getFieldDefinition("nodes") != null && type.getFieldDefinition("pageInfo") != null;
    }

    private static RequestException exception(String message, SourceLocation place) {
        return new RequestException(new RequestError(RequestError.Code.BAD_USER_INPUT, message, List.of(place)));
    }
}
