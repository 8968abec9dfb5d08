package dev.footnote.query.execution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.LookupKey;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.QueryField;
import dev.footnote.metamodel.SortKey;
import dev.footnote.query.execution.Naive.Slice;
import dev.footnote.query.execution.NaiveGroups.Group;
import dev.footnote.query.execution.Records.Day;
import dev.footnote.query.execution.Records.Row;
import dev.footnote.query.schema.SchemaBuilder;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.TypeResolver;

/** Answers from records in memory, field by field, by graphql-java's own executor. */
final class Oracle {

    private final Records records;
    private final Naive ever;
    private final NaiveFigures reckoned;
    private final Metamodel metamodel;
    private final GraphQLSchema schema;
    private final GraphQL executor;

    /** What the records of a group have in common, or the part of it that these fields lead to. */
    private record KeyOf(Group group, List<String> path) {

        Object field(DataFetchingEnvironment environment) {
            List<String> longer = new ArrayList<>(path);
            longer.add(environment.getField().getName());
            boolean part = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(environment.getFieldType())).getName()
                    .endsWith("GroupKey");
            return part ? new KeyOf(group, longer) : shown(group.shown(longer), null);
        }
    }

    /** A page, and the list that it is of. */
    private record Listed(EntityType entityType, List<Row> all, Slice<Row> page) {
    }

    Oracle(Records records) {
        this.records = records;
        this.ever = new Naive(records);
        this.reckoned = new NaiveFigures(records);
        this.metamodel = records.metamodel();
        TypeResolver byRow = environment -> (GraphQLObjectType) environment.getSchema()
                .getType(environment.<Row> getObject().entityType().type());
        this.schema = new SchemaBuilder(metamodel).build(GraphQLCodeRegistry.newCodeRegistry()
                .defaultDataFetcher(environment -> (DataFetcher<Object>) this::fetch).typeResolver("Node", byRow)
                .typeResolver("Cited", byRow).build());
        this.executor = GraphQL.newGraphQL(schema).build();
    }

    GraphQLSchema schema() {
        return schema;
    }

    ExecutionResult ask(String document, Map<String, Object> variables) {
        return executor.execute(ExecutionInput.newExecutionInput(document).variables(variables).build());
    }

    /** The time asked about goes down with every answer. */
    private Object fetch(DataFetchingEnvironment environment) {
        Naive inherited = environment.getLocalContext() == null ? ever : environment.getLocalContext();
        Naive naive = inherited.at(environment.getArguments());
        return DataFetcherResult.newResult().data(fetch(environment, naive)).localContext(naive).build();
    }

    private Object fetch(DataFetchingEnvironment environment, Naive naive) {
        String field = environment.getField().getName();
        Object source = environment.getSource();
        if (source == null) {
            return root(metamodel.root(field).orElse(null), environment.getArguments(), naive);
        }
        if (source instanceof Row row) {
            return edge(environment) ? row
                    : attribute(row, row.entityType().attribute(field), environment.getArguments(), naive);
        }
        if (source instanceof Map<?, ?> group) {
            return shown(group.get(field), null);
        }
        if (source instanceof Group group) {
            return edge(environment) ? group : group(group, field);
        }
        if (source instanceof KeyOf key) {
            return key.field(environment);
        }
        return source instanceof Listed listed && field.equals("groups") ? groups(listed, environment.getArguments(), naive)
                : page(source, field);
    }

    private static boolean edge(DataFetchingEnvironment environment) {
        return ((GraphQLNamedType) environment.getParentType()).getName().endsWith("Edge");
    }

    private static Object group(Group group, String field) {
        return switch (field) {
            case "key" -> new KeyOf(group, List.of());
            case "count" -> group.rows().size();
            default -> NaiveAggregate.of(group.entityType(), group.rows());
        };
    }

    private static Slice<Group> groups(Listed listed, Map<String, Object> arguments, Naive naive) {
        List<Group> groups = naive.groups(listed.all(), listed.entityType(), arguments);
        return Naive.page(groups, 0, groups.size(), arguments);
    }

    private static Object page(Object source, String field) {
        Slice<?> slice = source instanceof Listed listed ? listed.page() : (Slice<?>) source;
        return switch (field) {
            case "edges", "nodes" -> slice.rows();
            case "pageInfo" -> slice;
            case "totalCount" -> slice.total();
            case "hasNextPage" -> slice.hasNext();
            case "hasPreviousPage" -> slice.hasPrevious();
            case "aggregate" -> NaiveAggregate.of(((Listed) source).entityType(), ((Listed) source).all());
            default -> throw new IllegalArgumentException(field);
        };
    }

    private Object root(QueryField root, Map<String, Object> arguments, Naive naive) {
        if (root instanceof QueryField.Connection listing) {
            return page(records.all(listing.entityType()), listing.entityType(), arguments, listing.order(), naive);
        }
        if (root instanceof QueryField.Singleton only) {
            return records.all(only.entityType()).get(0);
        }
        if (root instanceof QueryField.Lookup lookup) {
            return lookup(lookup, arguments);
        }
        return root instanceof QueryField.Node ? byId(arguments.get("id"))
                : ((List<?>) arguments.get("ids")).stream().map(this::byId).toList();
    }

    private Object lookup(QueryField.Lookup lookup, Map<String, Object> arguments) {
        Map.Entry<?, ?> by = ((Map<?, ?>) arguments.get("by")).entrySet().iterator().next();
        if (by.getKey().equals("id")) {
            Row row = byId(by.getValue());
            return row == null || row.entityType() != lookup.entityType() ? null : row;
        }
        if (by.getKey().equals("slug")) {
            return byId(lookup.entityType().table() + ":" + by.getValue());
        }
        if (by.getKey().equals("name") || by.getKey().equals("title")) {
            List<Row> rows = named(lookup.entityType(), by.getValue());
            return rows.isEmpty() ? null : rows.get(0);
        }
        LookupKey key = lookup.keys().get(0);
        Row holder = records.all(key.entityType()).stream()
                .filter(row -> key.attributes().stream()
                        .allMatch(name -> ((Map<?, ?>) by.getValue()).get(name).equals(row.values().get(name))))
                .findFirst().orElse(null);
        return holder == null ? null : records.one(lookup.entityType(), holder.values().get("organization"));
    }

    /** The records that have the name, or another name that is the same. */
    List<Row> named(EntityType entityType, Object name) {
        return records.all(entityType).stream().filter(row -> name.equals(row.value(entityType.named().orElseThrow()))
                || entityType.alias() != null && records.children(row, entityType.alias().names()).stream()
                        .anyMatch(other -> name.equals(other.values().get("text"))))
                .toList();
    }

    private Row byId(Object id) {
        String[] parts = ((String) id).split(":", 2);
        EntityType entityType = metamodel.entityTypeOfTable(parts[0]).orElse(null);
        return entityType == null || parts.length < 2 ? null
                : records.all(entityType).stream().filter(row -> parts[1].equals(row.values().get("slug"))).findFirst()
                        .orElse(null);
    }

    private static Listed page(List<Row> rows, EntityType entityType, Map<String, Object> arguments, List<SortKey> defaultValue,
            Naive naive) {
        return page(rows, null, entityType, arguments, defaultValue, naive);
    }

    private static Listed page(List<Row> rows, Attribute.ToMany relation, EntityType entityType, Map<String, Object> arguments,
            List<SortKey> defaultValue,
            Naive naive) {
        Comparator<Row> order = naive.order(entityType, arguments, defaultValue);
        List<Row> all = naive.list(rows, relation, entityType, arguments, defaultValue);
        return new Listed(entityType, all, Naive.page(all, order, arguments, null, null));
    }

    private Object attribute(Row row, Attribute attribute, Map<String, Object> arguments, Naive naive) {
        if (attribute instanceof Attribute.Scalar value) {
            return shown(row.value(value), value.prefix());
        }
        if (attribute instanceof Attribute.ToOne relation) {
            return records.one(metamodel.entityType(relation.target()), row.value(relation));
        }
        if (attribute instanceof Attribute.Any relation) {
            return records.one(metamodel.entityTypeOfTable((String) row.values().get("kind")).orElseThrow(),
                    row.value(relation));
        }
        if (attribute instanceof Attribute.ToMany relation) {
            return page(records.children(row, relation), relation, metamodel.entityType(relation.target()), arguments,
                    relation.order(), naive);
        }
        if (attribute instanceof Attribute.DerivedToOne) {
            return reckoned.yearBefore(row);
        }
        if (attribute instanceof Attribute.Hierarchy relation) {
            return page(naive.walk().from(row, relation, arguments.get("depth")), metamodel.entityType(relation.target()),
                    arguments, relation.order(),
                    naive);
        }
        if (attribute instanceof Attribute.Label) {
            return new NaiveLabel(records).of(row);
        }
        if (attribute instanceof Attribute.Formula) {
            return shown(attribute.name().equals("impliedRate") ? reckoned.rate(row) : reckoned.growth(row), null);
        }
        return attribute instanceof Attribute.Subquery ? firstFigure(row, arguments.get("metric")) : row.value(attribute);
    }

    private Object firstFigure(Row report, Object metric) {
        return records.all(metamodel.entityTypeOfType("Figure")).stream()
                .filter(row -> Integer.valueOf(report.id()).equals(row.values().get("report"))
                        && metric.equals(row.values().get("metric")))
                .findFirst().map(row -> shown(row.values().get("value"), null)).orElse(null);
    }

    static Object shown(Object value, String prefix) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return value instanceof Day day ? day.text() : prefix == null ? value : prefix + value;
    }
}
