package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

/** Queries through relations, at a time and in groups, and their errors. */
@QuarkusTest
class RelationsTest {

    private static int count(String list) {
        return Door.data("{ it: " + list + " { totalCount } }").at("/it/totalCount").asInt();
    }

    @Test
    void none_complements_some_and_every_complements_some_not() {
        int all = count("organizations");
        int some = count("organizations(filter: {members: {some: {kind: {eq: EXECUTIVE}}}})");
        assertThat(some).isPositive().isLessThan(all);
        assertThat(count("organizations(filter: {members: {none: {kind: {eq: EXECUTIVE}}}})")).isEqualTo(all - some);
        assertThat(count("organizations(filter: {members: {every: {not: {kind: {eq: EXECUTIVE}}}}})")).isEqualTo(all - some);
        assertThat(count("organizations(filter: {not: {members: {some: {kind: {eq: EXECUTIVE}}}}})")).isEqualTo(all - some);
        assertThat(count("organizations(filter: {members: {count: {gte: 1}, counted: {kind: {eq: EXECUTIVE}}}})"))
                .isEqualTo(some);
        assertThat(count("organizations(filter: {members: {count: {eq: 0}, counted: {kind: {eq: EXECUTIVE}}}})"))
                .isEqualTo(all - some);
    }

    @Test
    void at_is_inherited_and_can_be_overridden() {
        String lei = "{ it: person(by: {slug: \"lei-jun\"}%s) { affiliations%s { totalCount } } }";
        int ever = Door.data(lei.formatted("", "")).at("/it/affiliations/totalCount").asInt();
        int then = Door.data(lei.formatted(", at: \"2018-04-25\"", "")).at("/it/affiliations/totalCount").asInt();
        assertThat(then).isPositive().isLessThan(ever);
        assertThat(Door.data(lei.formatted(", at: \"2018-04-25\"", "(at: null)")).at("/it/affiliations/totalCount").asInt())
                .isEqualTo(ever);
        assertThat(Door.data(lei.formatted("", "(at: \"2018-04-25\")")).at("/it/affiliations/totalCount").asInt())
                .isEqualTo(then);
        assertThat(Door.data(lei.formatted(", at: \"1900\"", "(at: \"2018-04-25\")")).at("/it/affiliations/totalCount").asInt())
                .isEqualTo(then);
        assertThat(Door.data(lei.formatted(", at: \"2018-04-25\", possibly: true", "")).at("/it/affiliations/totalCount")
                .asInt()).isGreaterThan(then);
    }

    @Test
    void at_applies_within_filters_orders_and_groups() {
        assertThat(count("organizations(at: \"1900\", filter: {members: {some: {}}})")).isZero();
        assertThat(count("organizations(filter: {members: {some: {}}})")).isPositive();
        String groups = "{ it: affiliations%s { groups(by: [{kind: VALUE}]) { totalCount } } }";
        assertThat(Door.data(groups.formatted("(at: \"1900\")")).at("/it/groups/totalCount").asInt()).isZero();
        assertThat(Door.data(groups.formatted("")).at("/it/groups/totalCount").asInt()).isPositive();
        String order = "{ it: organizations(first: 1%s, orderBy: [{members: {count: DESC}}, {name: DESC}]) { nodes { name } } }";
        assertThat(Door.data(order.formatted(", at: \"1900\""))).isNotEqualTo(Door.data(order.formatted("")));
    }

    @Test
    void the_filter_of_a_group_selects_its_records() {
        JsonNode groups = Door.data("{ events { groups(by: [{date: QUARTER}]) { nodes { count filter } } } }")
                .at("/events/groups/nodes");
        assertThat(groups).hasSizeGreaterThan(3);
        for (JsonNode group : groups) {
            String answer = Door.ask("query($it: EventFilter) { events(filter: $it) { totalCount } }",
                    Map.of("it", group.get("filter")));
            assertThat(Door.tree(answer).at("/data/events/totalCount")).as(group.toString()).isEqualTo(group.get("count"));
        }
    }

    @Test
    void a_half_given_argument_is_refused_with_the_missing_half() {
        refused("people(filter: {affiliations: {counted: {}}})",
                "The filter's affiliations says which records are counted, but not how many there must be. Give count as well.");
        refused("people(orderBy: [{affiliations: {}}])",
                "The order by affiliations needs either count or sum. Give one of them.");
        refused("people(possibly: true)", "The argument possibly goes with a time, and there is none. Give at as well.");
        refused("people(filter: {name: {exact: true}})",
                "The filter's name.exact goes with contains or startsWith. Give one of them, or leave exact out.");
        refused("people(filter: {affiliations: {some: null}})",
                "The filter's affiliations.some is null. Leave it out where it is not meant, or ask for {isNull: true}.");
        refused("people { groups(by: []) { totalCount } }", "Records are grouped by 1 to 5 keys, and by has 0.");
        refused("people { groups(by: [{name: VALUE}, {name: VALUE}]) { totalCount } }",
                "Records are grouped by name twice. Name it once.");
    }

    @Test
    void filters_look_into_relations_so_often_and_no_more() {
        String one = "{affiliations: {some: {kind: {eq: EXECUTIVE}}}}";
        assertThat(count("people(filter: {or: [" + (one + " ").repeat(32) + "]})")).isPositive();
        refused("people(filter: {or: [" + (one + " ").repeat(33) + "]})",
                "Filter and order look into relations 33 times, and 32 is the most. Ask for less at once.");
    }

    @Test
    void a_cursor_of_groups_belongs_to_their_keys_order_and_conditions() {
        String cursor = Door.data("{ people { groups(by: [{hometown: VALUE}], first: 1) { pageInfo { endCursor } } } }")
                .at("/people/groups/pageInfo/endCursor").asText();
        String list = "{ people { groups(by: [%s], after: \"" + cursor + "\"%s) { nodes { count } } } }";
        assertThat(Door.data(list.formatted("{hometown: VALUE}", ""))).isNotEmpty();
        for (String other : new String[] { list.formatted("{name: VALUE}", ""),
                list.formatted("{hometown: VALUE}", ", orderBy: [{count: DESC}]"),
                list.formatted("{hometown: VALUE}", ", having: {count: {gt: 1}}") }) {
            assertThat(Door.tree(Door.ask(other)).at("/errors/0/message").asText()).startsWith("The cursor belongs to another");
        }
    }

    private static void refused(String list, String message) {
        JsonNode answer = Door.tree(Door.ask("{ " + (list.endsWith("}") ? list : list + " { totalCount }") + " }"));
        assertThat(answer.at("/errors/0/message").asText()).as(list).isEqualTo(message);
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
    }
}
