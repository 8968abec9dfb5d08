package dev.footnote.query.execution;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.QueryField;
import dev.footnote.query.execution.Records.Row;
import graphql.Scalars;
import graphql.schema.GraphQLSchema;

/** A random list, at the root or under one record. */
final class RandomList {

    /** Because an order by what hangs on the parent looks at all records of the list for each of them. */
    private static final int MOST = 400;

    private final Random random;
    private final GraphQLSchema schema;
    private final Records records;
    private final Metamodel metamodel;
    private final RandomArguments arguments;

    RandomList(Random random, GraphQLSchema schema, Records records) {
        this.random = random;
        this.schema = schema;
        this.records = records;
        this.metamodel = records.metamodel();
        this.arguments = new RandomArguments(random, schema, records);
    }

    AnyGroups groups() {
        AnyList list = any();
        return new AnyGroups(list, arguments.groups(list.entityType()));
    }

    AnyList any() {
        return random.nextInt(3) > 0 ? atRoot() : underOne();
    }

    AnyList atRoot() {
        QueryField.Connection root = arguments.values()
                .any(metamodel.roots().stream().filter(QueryField.Connection.class::isInstance)
                        .map(QueryField.Connection.class::cast).toList());
        return new AnyList("/data/" + root.name(), "Query", root.name(), "{ %s }", root.entityType(),
                records.all(root.entityType()),
                root.order(), asked(root.entityType(), "Query", root.name()));
    }

    /** With nothing but a filter by a part of a text. */
    AnyList byText() {
        AnyList list = atRoot();
        Attribute.Scalar text = arguments.values().any(arguments.values()
                .attributes(list.entityType(), Attribute.Scalar.class, list.entityType().type() + "Filter").stream()
                .filter(value -> value.type() == Scalars.GraphQLString).toList());
        return list.asking(Map.of("filter", Map.of(text.name(), arguments.values().parts(list.entityType(), text))));
    }

    /** Under one of those records that have most, because few of all have more than a page. */
    AnyList underOne() {
        EntityType entityType = parent();
        Attribute.ToMany relation = relation(entityType);
        Row parent = records.all(entityType).stream().filter(row -> records.children(row, relation).size() <= MOST)
                .sorted(Comparator.comparing(row -> -records.children(row, relation).size()))
                .skip(random.nextInt(3)).findFirst().orElseThrow();
        String list = metamodel.roots().stream()
                .filter(root -> root instanceof QueryField.Connection all && all.entityType() == entityType)
                .map(QueryField::name).findFirst().orElse(null);
        if (list == null || entityType.dated() != null || entityType.revised() != null || random.nextInt(3) > 0) {
            return under("{ node" + Literal.arguments(Map.of("id", parent.toString())), "/data/node/" + relation.name(),
                    relation,
                    new Around(entityType, records.children(parent, relation), ""));
        }
        Map<String, Object> around = new LinkedHashMap<>(
                Map.of("filter", Map.of("slug", Map.of("eq", parent.values().get("slug")))));
        arguments.time(around);
        return under("{ " + list + Literal.arguments(around) + " { nodes", "/data/" + list + "/nodes/0/" + relation.name(),
                relation,
                new Around(entityType, records.children(parent, relation), " }"));
    }

    /** @param end what closes all that was opened ahead of the record */
    private record Around(EntityType entityType, List<Row> rows, String end) {
    }

    /** Under several records, of which {@code rows} hang on the one that has most. */
    AnyList underAll(List<Row> parents, Attribute.ToMany relation, List<Row> rows) {
        List<Object> ids = List.copyOf(parents.stream().map(Row::toString).toList());
        return under("{ nodes(ids: " + Literal.of(ids) + ")", "", relation, new Around(parents.get(0).entityType(), rows, ""));
    }

    private AnyList under(String start, String path, Attribute.ToMany relation, Around around) {
        EntityType target = metamodel.entityType(relation.target());
        String type = around.entityType().type();
        return new AnyList(path, type, relation.name(),
                start.replace("%", "%%") + " { ... on " + type + " { %s } } }" + around.end(),
                target, around.rows(), relation.order(), asked(target, type, relation.name()));
    }

    EntityType parent() {
        return arguments.values()
                .any(metamodel.entityTypes().stream().filter(entityType -> !relations(entityType).isEmpty()).toList());
    }

    Attribute.ToMany relation(EntityType entityType) {
        return arguments.values().any(relations(entityType));
    }

    private static List<Attribute.ToMany> relations(EntityType entityType) {
        return entityType.attributes().stream().filter(Attribute.ToMany.class::isInstance).map(Attribute.ToMany.class::cast)
                .toList();
    }

    private Map<String, Object> asked(EntityType entityType, String type, String field) {
        Map<String, Object> asked = new LinkedHashMap<>();
        if (random.nextInt(3) > 0) {
            asked.put("filter", arguments.filter(entityType, 1 + random.nextInt(3)));
        }
        if (random.nextInt(5) > 0) {
            asked.put("orderBy", arguments.order(entityType));
        }
        if (random.nextInt(3) == 0 && schema.getObjectType(type).getFieldDefinition(field).getArgument("at") != null) {
            arguments.time(asked);
        }
        if (random.nextInt(3) == 0 && schema.getObjectType(type).getFieldDefinition(field).getArgument("revisions") != null) {
            asked.put("revisions", new Literal.Constant(random.nextBoolean() ? "ALL" : "LATEST"));
        }
        return asked;
    }
}
