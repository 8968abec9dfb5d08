package dev.footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.answer.Naive.Slice;
import dev.footnote.answer.Records.Row;
import dev.footnote.database.Database;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Order;
import dev.footnote.graph.Root;
import dev.footnote.question.Request;
import dev.footnote.transfer.GeneratedProfile;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Whoever turns the pages of a list, forward or backward, meets every record once and in order. */
@QuarkusTest
@TestProfile(GeneratedProfile.class)
class PagesTest {

    private static final String PAGE = "totalCount edges { cursor node { id } } nodes { id }"
            + " pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

    @Inject
    Answers answers;

    @Inject
    Graph graph;

    @Inject
    Database database;

    private Records records;
    private Naive naive;
    private GraphQLSchema schema;

    @BeforeEach
    void read() throws SQLException {
        records = new Records(graph, database.source(), database.dialect());
        naive = new Naive(records);
        schema = new Oracle(records).schema();
    }

    /** A list of records that is asked for with one filter and one order. */
    private record Listed(String path, String type, String field, String around, Noun noun, List<Row> rows, List<Order> usual,
            Map<String, Object> asked) {

        String document(String page) {
            String arguments = Literal.of(asked);
            return around.formatted(field + "(" + arguments.substring(1, arguments.length() - 1) + " " + page + ") { " + PAGE
                    + " }");
        }
    }

    @Test
    void every_list_at_the_root_is_turned_whole_in_both_directions() {
        int records = 0;
        for (int i = 0; i < 60; i++) {
            Random random = new Random(GeneratedProfile.SEED * 31 + i);
            List<Root.Listing> roots = graph.roots().stream().filter(Root.Listing.class::isInstance)
                    .map(Root.Listing.class::cast).toList();
            Root.Listing root = roots.get(random.nextInt(roots.size()));
            records += turned(random, new Listed("/data/" + root.name(), "Query", root.name(), "{ %s }", root.noun(),
                    this.records.all(root.noun()), root.order(), asked(random, root.noun())));
        }
        assertThat(records).as("records met").isGreaterThan(2000);
    }

    @Test
    void every_list_under_a_record_is_turned_whole_in_both_directions() {
        int met = 0;
        for (int i = 0; i < 90; i++) {
            Random random = new Random(GeneratedProfile.SEED * 37 + i);
            List<Noun> nouns = graph.nouns().stream().filter(noun -> !ways(noun).isEmpty()).toList();
            Noun noun = nouns.get(random.nextInt(nouns.size()));
            Member.ToMany way = ways(noun).get(random.nextInt(ways(noun).size()));
            // one of those that have most, because few of all have more than a page
            Row parent = records.all(noun).stream().sorted(Comparator.comparing(row -> -records.children(row, way).size()))
                    .skip(random.nextInt(3)).findFirst().orElseThrow();
            Noun target = graph.noun(way.target());
            String around = "{ node(id: " + Literal.of(parent.toString()) + ") { ... on " + noun.type()
                    + " { %s } } }";
            met += turned(random, new Listed("/data/node/" + way.name(), noun.type(), way.name(), around, target,
                    records.children(parent, way), way.order(), asked(random, target)));
        }
        assertThat(met).as("records met").isGreaterThan(2000);
    }

    @Test
    void one_cursor_cuts_the_lists_of_all_parents_at_the_same_place() {
        int met = 0;
        for (int i = 0; i < 60; i++) {
            Random random = new Random(GeneratedProfile.SEED * 41 + i);
            List<Noun> nouns = graph.nouns().stream().filter(noun -> !ways(noun).isEmpty()).toList();
            Noun noun = nouns.get(random.nextInt(nouns.size()));
            Member.ToMany way = ways(noun).get(random.nextInt(ways(noun).size()));
            met += cut(random, noun, way);
        }
        assertThat(met).as("records met").isGreaterThan(250);
    }

    private static List<Member.ToMany> ways(Noun noun) {
        return noun.members().stream().filter(Member.ToMany.class::isInstance).map(Member.ToMany.class::cast).toList();
    }

    private Map<String, Object> asked(Random random, Noun noun) {
        RandomArguments chosen = new RandomArguments(random, schema, records);
        Map<String, Object> asked = new LinkedHashMap<>();
        if (random.nextInt(3) == 0) {
            asked.put("filter", chosen.filter(noun, 2));
        }
        if (random.nextInt(5) > 0) {
            asked.put("orderBy", chosen.order(noun));
        }
        return asked;
    }

    /** @return how many records the list has */
    private int turned(Random random, Listed list) {
        Map<String, Object> coerced = Coercion.arguments(schema, list.type(), list.field(), list.document("first: 1"));
        List<Row> all = naive.list(list.rows(), list.noun(), coerced, list.usual());
        List<String> ids = all.stream().map(Row::toString).toList();
        int most = all.size() > 60 ? 40 : 6;
        assertThat(walk(random, list, ids, true, 1 + random.nextInt(most))).as(list.document("")).isEqualTo(ids);
        assertThat(walk(random, list, ids, false, 1 + random.nextInt(most))).as(list.document("")).isEqualTo(ids);
        return ids.size();
    }

    private List<String> walk(Random random, Listed list, List<String> all, boolean forward, int most) {
        List<String> met = new ArrayList<>();
        String cursor = null;
        for (boolean more = true; more;) {
            int size = 1 + random.nextInt(most);
            String document = list.document((forward ? "first: " : "last: ") + size
                    + (cursor == null ? "" : (forward ? " after: \"" : " before: \"") + cursor + "\""));
            JsonNode page = ask(document).at(list.path());
            List<String> ids = texts(page.at("/edges"), "/node/id");
            assertThat(ids).as(document).hasSize(Math.min(size, all.size() - met.size()))
                    .isEqualTo(texts(page.at("/nodes"), "/id"));
            met.addAll(forward ? met.size() : 0, ids);
            more = met.size() < all.size();
            assertThat(page.get("totalCount").asInt()).as(document).isEqualTo(all.size());
            assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).as(document).isEqualTo(forward ? more : cursor != null);
            assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).as(document)
                    .isEqualTo(forward ? cursor != null : more);
            List<String> cursors = texts(page.at("/edges"), "/cursor");
            if (cursors.isEmpty()) {
                assertThat(page.at("/pageInfo/startCursor").isNull() && page.at("/pageInfo/endCursor").isNull()).isTrue();
                break;
            }
            assertThat(page.at("/pageInfo/startCursor").asText()).isEqualTo(cursors.get(0));
            assertThat(page.at("/pageInfo/endCursor").asText()).isEqualTo(cursors.get(cursors.size() - 1));
            cursor = forward ? cursors.get(cursors.size() - 1) : cursors.get(0);
        }
        return met;
    }

    private int cut(Random random, Noun noun, Member.ToMany way) {
        Noun target = graph.noun(way.target());
        List<Row> parents = new ArrayList<>(records.all(noun));
        Collections.shuffle(parents, random);
        parents = parents.subList(0, Math.min(25, parents.size()));
        Row widest = parents.stream().max(Comparator.comparing(row -> records.children(row, way).size())).orElseThrow();
        List<Object> ids = List.copyOf(parents.stream().map(Row::toString).toList());
        String around = "{ nodes(ids: " + Literal.of(ids) + ") { ... on " + noun.type() + " { %s } } }";
        Listed list = new Listed("", noun.type(), way.name(), around, target, records.children(widest, way), way.order(),
                asked(random, target));
        Map<String, Object> given = Coercion.arguments(schema, noun.type(), way.name(), list.document("first: 1"));
        List<Row> all = naive.list(list.rows(), target, given, way.order());
        if (all.isEmpty()) {
            return 0;
        }
        int place = random.nextInt(all.size());
        JsonNode whole = ask(list.document("first: 100")).at("/data/nodes").get(parents.indexOf(widest)).get(way.name());
        boolean after = random.nextBoolean();
        String document = list.document((random.nextBoolean() ? "first: " : "last: ") + random.nextInt(6)
                + " offset: " + random.nextInt(2) + (after ? " after: " : " before: ")
                + whole.at("/edges").get(Math.min(place, 99)).get("cursor"));
        Row there = all.get(Math.min(place, 99));
        JsonNode answer = ask(document).at("/data/nodes");
        Map<String, Object> coerced = Coercion.arguments(schema, noun.type(), way.name(), document);
        int met = 0;
        for (int i = 0; i < parents.size(); i++) {
            List<Row> children = naive.list(records.children(parents.get(i), way), target, coerced, way.order());
            Slice expected = Naive.page(children, naive.order(target, coerced, way.order()), coerced, after ? there : null,
                    after ? null : there);
            JsonNode page = answer.get(i).get(way.name());
            assertThat(texts(page.get("nodes"), "/id")).as(document)
                    .isEqualTo(expected.rows().stream().map(Row::toString).toList());
            assertThat(page.get("totalCount").asInt()).as(document).isEqualTo(expected.total());
            met += expected.rows().size();
        }
        return met;
    }

    private static List<String> texts(JsonNode list, String pointer) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.at(pointer).asText()));
        return texts;
    }

    private JsonNode ask(String document) {
        JsonNode answer = Door.tree(
                new String(answers.ask(new Request(document, null, Map.of())).body(), StandardCharsets.UTF_8));
        assertThat(answer.has("errors")).as(document + "\n" + answer).isFalse();
        return answer;
    }
}
