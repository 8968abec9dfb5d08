package dev.footnote.query.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.QueryField;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.output.ResultWriter.Name;
import dev.footnote.query.plan.FetchNode.Need;
import dev.footnote.query.schema.IntrospectionSize;
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

    final Metamodel metamodel;
    private final GraphQLSchema schema;
    final FieldCollector selection;
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
        fields.forEach((response, merged) -> within(response, () -> root(Name.of(response), merged)).ifPresent(parts::add));
        return new QueryPlan(fetches, parts, parts.size() == fields.size() ? 0
                : Math.max(1, new IntrospectionSize(schema, selection.fragments()).of(operation)), selection.variable());
    }

    /** Plans a field writer while the field's response name is on the path. */
    <R> R within(String response, Supplier<R> planning) {
        path.addLast(response);
        R planned = planning.get();
        path.removeLast();
        return planned;
    }

    /** @return empty for a field of introspection or of an annotated method, which graphql-java resolves */
    private Optional<FieldWriter> root(Name name, List<Field> fields) {
        String field = fields.get(0).getName();
        if (field.equals("__typename")) {
            return Optional.of(FieldWriter.constant(name, "Query"));
        }
        return metamodel.root(field)
                .map(root -> root.accept(new RootPlanner(name, argument(schema.getQueryType(), fields.get(0)), fields)));
    }

    /** Plans a field of the query type. */
    private final class RootPlanner implements QueryField.Visitor<FieldWriter> {

        private final Name name;
        private final FieldArguments argument;
        private final List<Field> fields;

        RootPlanner(Name name, FieldArguments argument, List<Field> fields) {
            this.name = name;
            this.argument = argument;
            this.fields = fields;
        }

        @Override
        public FieldWriter connection(QueryField.Connection root) {
            return list(fetch(root.entityType(), new FetchSource.RootList(root.name(), root.order()), argument));
        }

        @Override
        public FieldWriter lookup(QueryField.Lookup root) {
            return one(fetch(root.entityType(), new FetchSource.Lookup(root), argument));
        }

        @Override
        public FieldWriter singleton(QueryField.Singleton root) {
            return one(fetch(root.entityType(), new FetchSource.RootList(root.name(), List.of()), argument));
        }

        @Override
        public FieldWriter virtual(QueryField.Virtual root) {
            FetchNode fetch = fetch(root.entityType(), new FetchSource.Virtual(root), argument);
            return root.shape() == QueryField.Shape.PAGES ? list(fetch) : one(fetch);
        }

        @Override
        public FieldWriter node(QueryField.Node root) {
            return byIds(true);
        }

        @Override
        public FieldWriter nodes(QueryField.Nodes root) {
            return byIds(false);
        }

        private FieldWriter list(FetchNode fetch) {
            return FieldWriter.listing(name, fetch, new ConnectionPlanner(QueryPlanner.this, selection, fetch).parts(fields));
        }

        private FieldWriter one(FetchNode fetch) {
            fetch.need(Need.ROWS);
            return FieldWriter.lookup(name, fetch, record(fetch, fetch.entityType, "t", fields));
        }

        private FieldWriter byIds(boolean one) {
            return FieldWriter.byIds(name, argument, one,
                    branches("Node", fields, entityType -> fetch(entityType, new FetchSource.ByIds(), argument)));
        }
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

    /** A branch for every entity type of the interface; each reads what the fragments on its type select. */
    Map<String, FieldWriter.TypeBranch> branches(String type, List<Field> fields,
            Function<EntityType, FetchNode> opening) {
        Map<String, FieldWriter.TypeBranch> branches = new LinkedHashMap<>();
        for (EntityType entityType : metamodel.entityTypes()) {
            if (types(entityType).contains(type)) {
                FetchNode fetch = opening.apply(entityType);
                fetch.need(Need.ROWS);
                branches.put(entityType.table(), new FieldWriter.TypeBranch(fetch, record(fetch, entityType, "t", fields)));
            }
        }
        return branches;
    }

    /** Field writers of a record whose columns are in the fetch under the alias. */
    List<FieldWriter> record(FetchNode fetch, EntityType entityType, String alias, List<Field> parents) {
        List<FieldWriter> parts = new ArrayList<>();
        selection.fields(types(entityType), parents).forEach((response, fields) -> parts.add(within(response, () -> {
            Attribute attribute = entityType.attribute(fields.get(0).getName());
            Name name = Name.of(response);
            return attribute == null ? FieldWriter.constant(name, entityType.type())
                    : attribute.accept(
                            new AttributePlanner(this, new AttributePlanner.Place(fetch, entityType, alias), name, fields));
        })));
        return parts;
    }

    private static Set<String> types(EntityType entityType) {
        if (entityType.isMade()) {
            return Set.of(entityType.type());
        }
        return entityType.cited() ? Set.of(entityType.type(), "Node", "Cited") : Set.of(entityType.type(), "Node");
    }
}
