package dev.footnote.answer;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.footnote.answer.Records.Row;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Root;
import graphql.Scalars;
import graphql.schema.GraphQLSchema;

/** A list by chance, at the root or under one record. */
final class RandomList {

    /** Because an order by what hangs on the parent looks at all records of the list for each of them. */
    private static final int MOST = 400;

    private final Random random;
    private final GraphQLSchema schema;
    private final Records records;
    private final Graph graph;
    private final RandomArguments arguments;

    RandomList(Random random, GraphQLSchema schema, Records records) {
        this.random = random;
        this.schema = schema;
        this.records = records;
        this.graph = records.graph();
        this.arguments = new RandomArguments(random, schema, records);
    }

    AnyGroups groups() {
        AnyList list = any();
        return new AnyGroups(list, arguments.groups(list.noun()));
    }

    AnyList any() {
        return random.nextInt(3) > 0 ? atRoot() : underOne();
    }

    AnyList atRoot() {
        Root.Listing root = arguments.values().any(graph.roots().stream().filter(Root.Listing.class::isInstance)
                .map(Root.Listing.class::cast).toList());
        return new AnyList("/data/" + root.name(), "Query", root.name(), "{ %s }", root.noun(), records.all(root.noun()),
                root.order(), asked(root.noun(), "Query", root.name()));
    }

    /** With nothing but a filter by a part of a text. */
    AnyList byText() {
        AnyList list = atRoot();
        Member.Value text = arguments.values().any(arguments.values()
                .members(list.noun(), Member.Value.class, list.noun().type() + "Filter").stream()
                .filter(value -> value.type() == Scalars.GraphQLString).toList());
        return list.asking(Map.of("filter", Map.of(text.name(), arguments.values().parts(list.noun(), text))));
    }

    /** Under one of those records that have most, because few of all have more than a page. */
    AnyList underOne() {
        Noun noun = parent();
        Member.ToMany way = way(noun);
        Row parent = records.all(noun).stream().filter(row -> records.children(row, way).size() <= MOST)
                .sorted(Comparator.comparing(row -> -records.children(row, way).size()))
                .skip(random.nextInt(3)).findFirst().orElseThrow();
        String list = graph.roots().stream().filter(root -> root instanceof Root.Listing all && all.noun() == noun)
                .map(Root::name).findFirst().orElse(null);
        if (list == null || noun.dated() != null || noun.revised() != null || random.nextInt(3) > 0) {
            return under("{ node" + Literal.arguments(Map.of("id", parent.toString())), "/data/node/" + way.name(), way,
                    new Around(noun, records.children(parent, way), ""));
        }
        Map<String, Object> around = new LinkedHashMap<>(
                Map.of("filter", Map.of("slug", Map.of("eq", parent.values().get("slug")))));
        arguments.time(around);
        return under("{ " + list + Literal.arguments(around) + " { nodes", "/data/" + list + "/nodes/0/" + way.name(), way,
                new Around(noun, records.children(parent, way), " }"));
    }

    /** @param end what closes all that was opened ahead of the record */
    private record Around(Noun noun, List<Row> rows, String end) {
    }

    /** Under several records, of which {@code rows} hang on the one that has most. */
    AnyList underAll(List<Row> parents, Member.ToMany way, List<Row> rows) {
        List<Object> ids = List.copyOf(parents.stream().map(Row::toString).toList());
        return under("{ nodes(ids: " + Literal.of(ids) + ")", "", way, new Around(parents.get(0).noun(), rows, ""));
    }

    private AnyList under(String start, String path, Member.ToMany way, Around around) {
        Noun target = graph.noun(way.target());
        String type = around.noun().type();
        return new AnyList(path, type, way.name(),
                start.replace("%", "%%") + " { ... on " + type + " { %s } } }" + around.end(),
                target, around.rows(), way.order(), asked(target, type, way.name()));
    }

    Noun parent() {
        return arguments.values().any(graph.nouns().stream().filter(noun -> !ways(noun).isEmpty()).toList());
    }

    Member.ToMany way(Noun noun) {
        return arguments.values().any(ways(noun));
    }

    private static List<Member.ToMany> ways(Noun noun) {
        return noun.members().stream().filter(Member.ToMany.class::isInstance).map(Member.ToMany.class::cast).toList();
    }

    private Map<String, Object> asked(Noun noun, String type, String field) {
        Map<String, Object> asked = new LinkedHashMap<>();
        if (random.nextInt(3) > 0) {
            asked.put("filter", arguments.filter(noun, 1 + random.nextInt(3)));
        }
        if (random.nextInt(5) > 0) {
            asked.put("orderBy", arguments.order(noun));
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
