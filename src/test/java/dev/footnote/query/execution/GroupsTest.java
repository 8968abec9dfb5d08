package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Cases;
import dev.footnote.Door;
import dev.footnote.dataset.importer.GeneratedProfile;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.NaiveGroups.Group;
import dev.footnote.query.execution.Records.Row;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Groups contain each record of their list once, and their filters select the records. */
@QuarkusTest
@TestProfile(GeneratedProfile.class)
class GroupsTest extends Comparison {

    private static final int LISTS = Integer.getInteger("groups", 400);

    @Test
    void any_groups_are_those_that_records_in_memory_make_and_their_filters_lead_to_the_records() {
        AtomicLong led = new AtomicLong();
        long met = Cases.sum(LISTS, i -> {
            Random random = Cases.random(GeneratedProfile.SEED * 47 + i);
            AnyGroups groups = new RandomList(random, schema, records).groups();
            List<Group> all = groups.all(naive, schema);
            List<Group> expected = all.subList(0, Math.min(100, all.size()));
            String document = groups.list().document("", groups.selection("first: 100", "filter"));
            JsonNode page = ask(document).at(groups.list().path()).get("groups");
            assertThat(told(groups, page)).as("groups " + i + "\n" + document)
                    .isEqualTo(expected.stream().map(groups::told).toList());
            assertThat(page.get("totalCount").asInt()).as(document).isEqualTo(all.size());
            for (int each = 0; each < 4 && !expected.isEmpty(); each++) {
                int place = random.nextInt(expected.size());
                led.addAndGet(led(groups.list(), expected.get(place), page.get("nodes").get(place).get("filter")));
            }
            return all.size();
        });
        assertThat(met).as("groups met").isGreaterThan(LISTS * 10);
        assertThat(led.get()).as("records found again by the filters of their groups").isGreaterThan(LISTS * 10);
    }

    /** @return how many records the group has */
    private int led(AnyList list, Group group, JsonNode filter) {
        Map<String, Object> asked = new LinkedHashMap<>(list.asked());
        List<Object> both = new ArrayList<>();
        both.add(Door.map(filter));
        if (list.asked().get("filter") != null) {
            both.add(list.asked().get("filter"));
        }
        asked.put("filter", Map.of("and", both));
        JsonNode page = ask(list.asking(asked).inVariables(schema, "first: 100", "totalCount nodes { id }")).at(list.path());
        List<Row> rows = group.rows();
        assertThat(AnyList.texts(page.get("nodes"), "/id")).as(filter + " of " + list.document("", "totalCount"))
                .isEqualTo(rows.subList(0, Math.min(100, rows.size())).stream().map(Row::toString).toList());
        assertThat(page.get("totalCount").asInt()).isEqualTo(rows.size());
        return rows.size();
    }

    @Test
    void paging_groups_returns_each_group_once_and_in_order() {
        long met = Cases.sum(LISTS / 4, i -> {
            Random random = Cases.random(GeneratedProfile.SEED * 53 + i);
            AnyGroups groups = new RandomList(random, schema, records).groups();
            List<String> all = groups.all(naive, schema).stream().map(groups::told).toList();
            assertThat(walk(random, groups, all.size(), true)).as(groups.toString()).isEqualTo(all);
            assertThat(walk(random, groups, all.size(), false)).as(groups.toString()).isEqualTo(all);
            return all.size();
        });
        assertThat(met).as("groups met").isGreaterThan(LISTS);
    }

    private List<String> walk(Random random, AnyGroups groups, int size, boolean forward) {
        List<String> met = new ArrayList<>();
        String cursor = null;
        do {
            int most = 1 + random.nextInt(3 + size / 4);
            String place = cursor == null ? "" : (forward ? " after: " : " before: ") + Literal.of(cursor);
            String document = groups.list().document("",
                    groups.selection((forward ? "first: " : "last: ") + Math.min(100, most) + place, ""));
            JsonNode page = ask(document).at(groups.list().path()).get("groups");
            List<String> told = told(groups, page);
            met.addAll(forward ? met.size() : 0, told);
            assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).as(document)
                    .isEqualTo(forward ? met.size() < size : cursor != null);
            assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).as(document)
                    .isEqualTo(forward ? cursor != null : met.size() < size);
            cursor = told.isEmpty() ? null : page.at(forward ? "/pageInfo/endCursor" : "/pageInfo/startCursor").asText();
        } while (cursor != null && met.size() < size);
        return met;
    }

    private static List<String> told(AnyGroups groups, JsonNode page) {
        List<String> told = new ArrayList<>();
        page.get("nodes").forEach(node -> told.add(groups.told(node)));
        return told;
    }

    private JsonNode ask(String document) {
        return ask(new GraphQLRequest(document, null, Map.of()));
    }
}
