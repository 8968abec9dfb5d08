package dev.footnote.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.footnote.answer.Naive.Slice;
import dev.footnote.answer.NaiveGroups.Group;
import dev.footnote.answer.Records.Day;
import dev.footnote.answer.Records.Row;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Key;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Order;
import dev.footnote.graph.Root;
import dev.footnote.schema.GraphSchema;
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
    private final Reckoned reckoned;
    private final Graph graph;
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
    private record Listed(Noun noun, List<Row> all, Slice<Row> page) {
    }

    Oracle(Records records) {
        this.records = records;
        this.ever = new Naive(records);
        this.reckoned = new Reckoned(records);
        this.graph = records.graph();
        TypeResolver byRow = environment -> (GraphQLObjectType) environment.getSchema()
                .getType(environment.<Row> getObject().noun().type());
        this.schema = new GraphSchema(graph).build(GraphQLCodeRegistry.newCodeRegistry()
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
            return root(graph.root(field), environment.getArguments(), naive);
        }
        if (source instanceof Row row) {
            return edge(environment) ? row : member(row, row.noun().member(field), environment.getArguments(), naive);
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
            default -> NaiveAggregate.of(group.noun(), group.rows());
        };
    }

    private static Slice<Group> groups(Listed listed, Map<String, Object> arguments, Naive naive) {
        List<Group> groups = naive.groups(listed.all(), listed.noun(), arguments);
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
            case "aggregate" -> NaiveAggregate.of(((Listed) source).noun(), ((Listed) source).all());
            default -> throw new IllegalArgumentException(field);
        };
    }

    private Object root(Root root, Map<String, Object> arguments, Naive naive) {
        if (root instanceof Root.Listing listing) {
            return page(records.all(listing.noun()), listing.noun(), arguments, listing.order(), naive);
        }
        if (root instanceof Root.Only only) {
            return records.all(only.noun()).get(0);
        }
        if (root instanceof Root.Lookup lookup) {
            return lookup(lookup, arguments);
        }
        return root instanceof Root.ById ? byId(arguments.get("id"))
                : ((List<?>) arguments.get("ids")).stream().map(this::byId).toList();
    }

    private Object lookup(Root.Lookup lookup, Map<String, Object> arguments) {
        Map.Entry<?, ?> by = ((Map<?, ?>) arguments.get("by")).entrySet().iterator().next();
        if (by.getKey().equals("id")) {
            Row row = byId(by.getValue());
            return row == null || row.noun() != lookup.noun() ? null : row;
        }
        if (by.getKey().equals("slug")) {
            return byId(lookup.noun().table() + ":" + by.getValue());
        }
        if (by.getKey().equals("name") || by.getKey().equals("title")) {
            List<Row> rows = named(lookup.noun(), by.getValue());
            return rows.isEmpty() ? null : rows.get(0);
        }
        Key key = lookup.keys().get(0);
        Row holder = records.all(key.noun()).stream()
                .filter(row -> key.members().stream()
                        .allMatch(name -> ((Map<?, ?>) by.getValue()).get(name).equals(row.values().get(name))))
                .findFirst().orElse(null);
        return holder == null ? null : records.one(lookup.noun(), holder.values().get("organization"));
    }

    /** The records that have the name, or another name that is the same. */
    List<Row> named(Noun noun, Object name) {
        return records.all(noun).stream().filter(row -> name.equals(row.value(noun.named()))
                || noun.alias() != null && records.children(row, noun.alias().names()).stream()
                        .anyMatch(other -> name.equals(other.values().get("text"))))
                .toList();
    }

    private Row byId(Object id) {
        String[] parts = ((String) id).split(":", 2);
        Noun noun = graph.nounOfTable(parts[0]);
        return noun == null || parts.length < 2 ? null
                : records.all(noun).stream().filter(row -> parts[1].equals(row.values().get("slug"))).findFirst().orElse(null);
    }

    private static Listed page(List<Row> rows, Noun noun, Map<String, Object> arguments, List<Order> usual, Naive naive) {
        return page(rows, null, noun, arguments, usual, naive);
    }

    private static Listed page(List<Row> rows, Member.ToMany way, Noun noun, Map<String, Object> arguments, List<Order> usual,
            Naive naive) {
        Comparator<Row> order = naive.order(noun, arguments, usual);
        List<Row> all = naive.list(rows, way, noun, arguments, usual);
        return new Listed(noun, all, Naive.page(all, order, arguments, null, null));
    }

    private Object member(Row row, Member member, Map<String, Object> arguments, Naive naive) {
        if (member instanceof Member.Value value) {
            return shown(row.value(value), value.prefix());
        }
        if (member instanceof Member.ToOne way) {
            return records.one(graph.noun(way.target()), row.value(way));
        }
        if (member instanceof Member.ToAny way) {
            return records.one(graph.nounOfTable((String) row.values().get("kind")), row.value(way));
        }
        if (member instanceof Member.ToMany way) {
            return page(records.children(row, way), way, graph.noun(way.target()), arguments, way.order(), naive);
        }
        if (member instanceof Member.Found) {
            return reckoned.yearBefore(row);
        }
        if (member instanceof Member.Walk way) {
            return page(naive.walk().from(row, way, arguments.get("depth")), graph.noun(way.target()), arguments, way.order(),
                    naive);
        }
        if (member instanceof Member.Label) {
            return new NaiveLabel(records).of(row);
        }
        if (member instanceof Member.Computed) {
            return shown(member.name().equals("impliedRate") ? reckoned.rate(row) : reckoned.growth(row), null);
        }
        return member instanceof Member.Picked ? firstFigure(row, arguments.get("metric")) : row.value(member);
    }

    private Object firstFigure(Row report, Object metric) {
        return records.all(graph.nounOfType("Figure")).stream()
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
