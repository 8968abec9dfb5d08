package dev.footnote.query.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.QueryField;
import dev.footnote.metamodel.ValueType;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.output.ResultWriter.Name;
import dev.footnote.query.plan.FetchNode.Need;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;

/** Builds the plan of a valid operation: every selected relation becomes a fetch, every selected field a field writer. */
public final class QueryPlanner {

    /**
     * The most fetches of an operation. Relations of interfaces multiply by their types: four nested ones mean tens of
     * thousands.
     */
    private static final int MOST_FETCHES = 500;

    private final Metamodel metamodel;
    private final GraphQLSchema schema;
    private final FieldCollector selection;
    private final List<FetchNode> fetches = new ArrayList<>();
    /** The response names on the path to the field that is being planned. */
    private final Deque<String> path = new ArrayDeque<>();

    public QueryPlanner(Metamodel metamodel, GraphQLSchema schema, FieldCollector selection) {
        this.metamodel = metamodel;
        this.schema = schema;
        this.selection = selection;
    }

    public QueryPlan question(OperationDefinition operation) {
        Map<String, List<Field>> fields = selection.fields("Query", operation.getSelectionSet());
        List<FieldWriter> parts = new ArrayList<>();
        fields.forEach((response, merged) -> {
            FieldWriter part = within(response, () -> root(Name.of(response), merged));
            if (part != null) {
                parts.add(part);
            }
        });
        return new QueryPlan(fetches, parts, parts.size() == fields.size() ? 0
                : Math.max(1, new IntrospectionSize(schema, selection.fragments()).of(operation)), selection.variable());
    }

    /** Plans a field writer while the field's response name is on the path. */
    FieldWriter within(String response, Supplier<FieldWriter> making) {
        path.addLast(response);
        FieldWriter part = making.get();
        path.removeLast();
        return part;
    }

    /** @return null for a field of introspection or of an annotated method, which graphql-java resolves */
    private FieldWriter root(Name name, List<Field> fields) {
        String field = fields.get(0).getName();
        if (field.equals("__typename")) {
            return FieldWriter.constant(name, "Query");
        }
        QueryField root = metamodel.root(field);
        if (root == null) {
            return null;
        }
        FieldArguments argument = argument(schema.getQueryType(), fields.get(0));
        if (root instanceof QueryField.Connection listing) {
            FetchNode fetch = fetch(listing.entityType(), new FetchSource.RootList(field, listing.order()), argument);
            return FieldWriter.listing(name, fetch, new ConnectionPlanner(this, selection, fetch).parts(fields));
        }
        if (root instanceof QueryField.Virtual making) {
            return made(name, making, argument, fields);
        }
        if (root instanceof QueryField.Singleton only) {
            return one(name, fetch(only.entityType(), new FetchSource.RootList(field, List.of()), argument), fields);
        }
        if (root instanceof QueryField.Lookup lookup) {
            return one(name, fetch(lookup.entityType(), new FetchSource.Lookup(lookup), argument), fields);
        }
        Map<String, FieldWriter.TypeBranch> relations = relations("Node", fields,
                entityType -> fetch(entityType, new FetchSource.ByIds(), argument));
        return FieldWriter.byIds(name, argument, root instanceof QueryField.Node, relations);
    }

    private FieldWriter one(Name name, FetchNode fetch, List<Field> fields) {
        fetch.need(Need.ROWS);
        return FieldWriter.lookup(name, fetch, record(fetch, fetch.entityType, "t", fields));
    }

    private FieldWriter made(Name name, QueryField.Virtual making, FieldArguments argument, List<Field> fields) {
        FetchNode fetch = fetch(making.entityType(), new FetchSource.Virtual(making), argument);
        if (making.shape() == QueryField.Shape.PAGES) {
            return FieldWriter.listing(name, fetch, new ConnectionPlanner(this, selection, fetch).parts(fields));
        }
        return one(name, fetch, fields);
    }

    private FieldWriter nested(FetchNode fetch, String alias, Name name, Attribute.NestedRows relation, List<Field> fields) {
        int key = fetch.layout.column(alias, fetch.entityType.column(0), ValueType.TEXT);
        FetchNode rows = fetch(relation.entityType(), new FetchSource.NestedRows(fetch, key, relation), null);
        rows.need(Need.ROWS);
        return FieldWriter.list(name, rows, key, record(rows, relation.entityType(), "t", fields));
    }

    FetchNode fetch(EntityType entityType, FetchSource source, FieldArguments argument) {
        if (fetches.size() == MOST_FETCHES) {
            throw new RequestException(
                    RequestError.of(RequestError.Code.TOO_COMPLEX, "The document selects more than " + MOST_FETCHES
                            + " relations, counted once for every type they can be of. Ask in several requests."));
        }
        FetchNode fetch = new FetchNode(new FetchNode.Place(fetches.size(), String.join(".", path)), entityType, source,
                argument);
        fetches.add(fetch);
        return fetch;
    }

    private static FieldArguments argument(GraphQLObjectType type, Field field) {
        return new FieldArguments(field, type.getFieldDefinition(field.getName()));
    }

    FieldArguments argument(String type, Field field) {
        return argument(schema.getObjectType(type), field);
    }

    private interface Opening {
        FetchNode fetch(EntityType entityType);
    }

    /** A branch for every entity type of the interface; each reads what the fragments on its type select. */
    private Map<String, FieldWriter.TypeBranch> relations(String type, List<Field> fields, Opening opening) {
        Map<String, FieldWriter.TypeBranch> relations = new LinkedHashMap<>();
        for (EntityType entityType : metamodel.entityTypes()) {
            if (types(entityType).contains(type)) {
                FetchNode fetch = opening.fetch(entityType);
                fetch.need(Need.ROWS);
                relations.put(entityType.table(), new FieldWriter.TypeBranch(fetch, record(fetch, entityType, "t", fields)));
            }
        }
        return relations;
    }

    /** Field writers of a record whose columns are in the fetch under the alias. */
    List<FieldWriter> record(FetchNode fetch, EntityType entityType, String alias, List<Field> parents) {
        List<FieldWriter> parts = new ArrayList<>();
        selection.fields(types(entityType), parents)
                .forEach((response, fields) -> parts.add(
                        within(response, () -> attribute(fetch, entityType, alias, Name.of(response), fields))));
        return parts;
    }

    private static Set<String> types(EntityType entityType) {
        if (entityType.isMade()) {
            return Set.of(entityType.type());
        }
        return entityType.cited() ? Set.of(entityType.type(), "Node", "Cited") : Set.of(entityType.type(), "Node");
    }

    private FieldWriter attribute(FetchNode fetch, EntityType entityType, String alias, Name name, List<Field> fields) {
        Attribute attribute = entityType.attribute(fields.get(0).getName());
        if (attribute == null) {
            return FieldWriter.constant(name, entityType.type());
        }
        if (attribute instanceof Attribute.Scalar value) {
            return FieldWriter.value(name, fetch.layout.value(alias, value));
        }
        if (attribute instanceof Attribute.Label) {
            return new LabelPlanner(fetch).part(name, entityType, alias);
        }
        if (attribute instanceof Attribute.Formula computed) {
            return FieldWriter.computed(name, fetch.layout.computed(alias, computed), computed.formula());
        }
        if (attribute instanceof Attribute.Subquery picked) {
            return FieldWriter.value(name,
                    fetch.layout.picked(alias, picked, argument(entityType.type(), fields.get(0))));
        }
        if (attribute instanceof Attribute.Many many) {
            return children(fetch, alias, name, many, argument(entityType.type(), fields.get(0)), fields);
        }
        return related(fetch, alias, name, attribute, fields);
    }

    /** Writer for the records or rows of a relation. */
    private FieldWriter related(FetchNode fetch, String alias, Name name, Attribute attribute, List<Field> fields) {
        if (attribute instanceof Attribute.One relation) {
            return inner(fetch, alias, name, relation, fields);
        }
        if (attribute instanceof Attribute.Embedded group) {
            return group(fetch, alias, name, group, fields);
        }
        if (attribute instanceof Attribute.NestedRows nested) {
            return nested(fetch, alias, name, nested, fields);
        }
        if (attribute instanceof Attribute.Any relation) {
            return named(fetch, alias, name, relation, fields);
        }
        throw new IllegalStateException("no field is written for " + attribute);
    }

    private FieldWriter inner(FetchNode fetch, String alias, Name name, Attribute.One relation, List<Field> fields) {
        EntityType target = metamodel.entityType(relation.target());
        String joined = fetch.layout.join(alias, relation, target);
        return FieldWriter.inner(name, fetch.layout.column(joined, "id", ValueType.INTEGER), target.type(),
                record(fetch, target, joined, fields));
    }

    private FieldWriter group(FetchNode fetch, String alias, Name name, Attribute.Embedded group, List<Field> parents) {
        List<FieldWriter> parts = new ArrayList<>();
        selection.fields(Set.of(group.type()), parents).forEach((response, fields) -> {
            String asked = fields.get(0).getName();
            parts.add(group.values().stream().filter(value -> value.name().equals(asked)).findFirst()
                    .map(value -> FieldWriter.value(Name.of(response), fetch.layout.value(alias, value)))
                    .orElseGet(() -> FieldWriter.constant(Name.of(response), group.type())));
        });
        return FieldWriter.inner(name, fetch.layout.value(alias, group.values().get(0)), group.type(), parts);
    }

    private FieldWriter children(FetchNode fetch, String alias, Name name, Attribute.Many relation, FieldArguments argument,
            List<Field> fields) {
        int key = fetch.layout.column(alias, "id", ValueType.INTEGER);
        FetchNode children = fetch(metamodel.entityType(relation.target()), new FetchSource.ChildList(fetch, key, relation),
                argument);
        return FieldWriter.children(name, children, key, new ConnectionPlanner(this, selection, children).parts(fields));
    }

    private FieldWriter named(FetchNode fetch, String alias, Name name, Attribute.Any relation, List<Field> fields) {
        int kind = fetch.layout.column(alias, relation.kindColumn(), ValueType.TEXT);
        int key = fetch.layout.column(alias, relation.idColumn(), ValueType.INTEGER);
        Map<String, FieldWriter.TypeBranch> relations = relations(relation.type(), fields,
                entityType -> fetch(entityType, new FetchSource.ByReference(fetch, kind, key), null));
        return FieldWriter.named(name, kind, key, relations);
    }
}
