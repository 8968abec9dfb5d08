package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Cases;
import dev.footnote.dataset.importer.GeneratedProfile;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.Naive.Slice;
import dev.footnote.query.execution.Records.Row;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Paging forward or backward returns every record once and in order. */
@QuarkusTest
@TestProfile(GeneratedProfile.class)
class PagesTest extends Comparison {

    private static final String PAGE = "totalCount edges { cursor node { id } } nodes { id }"
            + " pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

    @Test
    void every_root_list_is_paged_completely_in_both_directions() {
        long met = Cases.sum(120, i -> {
            Random random = Cases.random(GeneratedProfile.SEED * 31 + i);
            return turned(random, new RandomList(random, schema, records).atRoot());
        });
        assertThat(met).as("records met").isGreaterThan(4000);
    }

    @Test
    void every_nested_list_is_paged_completely_in_both_directions() {
        long met = Cases.sum(260, i -> {
            Random random = Cases.random(GeneratedProfile.SEED * 37 + i);
            return turned(random, new RandomList(random, schema, records).underOne());
        });
        assertThat(met).as("records met").isGreaterThan(2000);
    }

    @Test
    void one_cursor_cuts_the_lists_of_all_parents_at_the_same_place() {
        long met = Cases.sum(120, i -> {
            Random random = Cases.random(GeneratedProfile.SEED * 41 + i);
            return cut(random, new RandomList(random, schema, records));
        });
        assertThat(met).as("records met").isGreaterThan(500);
    }

    /** @return how many records the list has */
    private int turned(Random random, AnyList list) {
        List<String> ids = list.all(naive, schema).stream().map(Row::toString).toList();
        int most = Math.min(100, 5 + ids.size() / 6);
        assertThat(walk(random, list, ids, true, 1 + random.nextInt(most))).as(document(list, "")).isEqualTo(ids);
        assertThat(walk(random, list, ids, false, 1 + random.nextInt(most))).as(document(list, "")).isEqualTo(ids);
        return ids.size();
    }

    private static String document(AnyList list, String page) {
        return list.document(page, PAGE);
    }

    private List<String> walk(Random random, AnyList list, List<String> all, boolean forward, int most) {
        List<String> met = new ArrayList<>();
        String cursor = null;
        for (boolean more = true; more;) {
            int size = 1 + random.nextInt(most);
            String document = document(list, (forward ? "first: " : "last: ") + size
                    + (cursor == null ? "" : (forward ? " after: \"" : " before: \"") + cursor + "\""));
            JsonNode page = ask(document).at(list.path());
            List<String> ids = AnyList.texts(page.at("/edges"), "/node/id");
            assertThat(ids).as(document).hasSize(Math.min(size, all.size() - met.size()))
                    .isEqualTo(AnyList.texts(page.at("/nodes"), "/id"));
            met.addAll(forward ? met.size() : 0, ids);
            more = met.size() < all.size();
            assertThat(page.get("totalCount").asInt()).as(document).isEqualTo(all.size());
            assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).as(document).isEqualTo(forward ? more : cursor != null);
            assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).as(document)
                    .isEqualTo(forward ? cursor != null : more);
            List<String> cursors = AnyList.texts(page.at("/edges"), "/cursor");
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

    private int cut(Random random, RandomList lists) {
        EntityType entityType = lists.parent();
        Attribute.ToMany relation = lists.relation(entityType);
        List<Row> parents = new ArrayList<>(records.all(entityType));
        Collections.shuffle(parents, random);
        parents = parents.subList(0, Math.min(25, parents.size()));
        Row widest = parents.stream().max(Comparator.comparing(row -> records.children(row, relation).size())).orElseThrow();
        AnyList list = lists.underAll(parents, relation, records.children(widest, relation));
        List<Row> all = list.all(naive, schema);
        if (all.isEmpty()) {
            return 0;
        }
        int place = Math.min(random.nextInt(all.size()), 99);
        JsonNode whole = ask(document(list, "first: 100")).at("/data/nodes").get(parents.indexOf(widest)).get(relation.name());
        boolean after = random.nextBoolean();
        String document = document(list, (random.nextBoolean() ? "first: " : "last: ") + random.nextInt(6)
                + " offset: " + random.nextInt(2) + (after ? " after: " : " before: ")
                + whole.at("/edges").get(place).get("cursor"));
        return cut(list, parents, relation, document, after ? all.get(place) : null, after ? null : all.get(place));
    }

    private int cut(AnyList list, List<Row> parents, Attribute.ToMany relation, String document, Row after, Row before) {
        JsonNode answer = ask(document).at("/data/nodes");
        Map<String, Object> coerced = Coercion.arguments(schema, list.type(), relation.name(), document);
        Naive then = naive.at(coerced);
        int met = 0;
        for (int i = 0; i < parents.size(); i++) {
            List<Row> children = then.list(records.children(parents.get(i), relation), relation, list.entityType(), coerced,
                    relation.order());
            Slice<Row> expected = Naive.page(children, then.order(list.entityType(), coerced, relation.order()), coerced, after,
                    before);
            JsonNode page = answer.get(i).get(relation.name());
            assertThat(AnyList.texts(page.get("nodes"), "/id")).as(document)
                    .isEqualTo(expected.rows().stream().map(Row::toString).toList());
            assertThat(page.get("totalCount").asInt()).as(document).isEqualTo(expected.total());
            met += expected.rows().size();
        }
        return met;
    }

    private JsonNode ask(String document) {
        return ask(new GraphQLRequest(document, null, Map.of()));
    }
}
