package dev.footnote.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.dataset.staging.ProgressListener;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Parts of parts, and relations that hold both ways. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class HierarchyTest {

    @Inject
    DatasetImporter importer;

    @TempDir
    Path folder;

    @BeforeEach
    void load() {
        importer.take(new SmallDataset().with("organizations", """
                id,kind,name,source
                group,company,A Group,paper
                unit,department,B Unit,paper
                team,team,C Team,paper
                squad,team,D Squad,paper
                rival,company,E Rival,paper
                acme,company,Acme,paper
                lab,laboratory,Lab,paper
                """).with("organization_links", """
                id,organization,kind,target,from,to,source
                l1,unit,part_of,group,2010,2020,paper
                l2,team,part_of,unit,2012,2020,paper
                l3,squad,part_of,team,2015,2016,paper
                l4,squad,part_of,unit,,,paper
                l5,rival,competitor_of,group,,,paper
                l6,group,competitor_of,acme,,,paper
                l7,acme,part_of,lab,,,paper
                l8,lab,part_of,acme,,,paper
                """).with("initiatives", """
                id,kind,name,parent,source
                alliance,alliance,Alliance,,paper
                branch,alliance,Branch,alliance,paper
                twig,alliance,Twig,branch,paper
                """).in(folder), ProgressListener.NONE);
    }

    private static String slugs(String list) {
        JsonNode nodes = Door.data("{ it: " + list + " }").findValue("nodes");
        return String.join(" ", nodes.findValuesAsText("slug"));
    }

    private static String of(String slug, String field) {
        return slugs("organization(by: {slug: \"" + slug + "\"}) { " + field + " { nodes { slug } } }");
    }

    @Test
    void parts_and_wholes_are_found_to_any_depth() {
        assertThat(of("group", "parts")).isEqualTo("unit team squad");
        assertThat(of("group", "parts(depth: 1)")).isEqualTo("unit");
        assertThat(of("group", "parts(depth: 2)")).isEqualTo("unit team squad");
        assertThat(of("team", "parts")).isEqualTo("squad");
        assertThat(of("squad", "partOf")).isEqualTo("group unit team");
        assertThat(of("squad", "partOf(depth: 1)")).isEqualTo("unit team");
        assertThat(of("rival", "parts")).isEmpty();
        assertThat(slugs("initiative(by: {slug: \"alliance\"}) { parts { nodes { slug } } }")).isEqualTo("branch twig");
        assertThat(slugs("initiative(by: {slug: \"twig\"}) { partOf(last: 1) { nodes { slug } } }")).isEqualTo("branch");
    }

    @Test
    void circles_end() {
        assertThat(of("acme", "parts")).isEqualTo("acme lab");
        assertThat(of("lab", "partOf")).isEqualTo("acme lab");
    }

    @Test
    void only_links_that_held_then_lead_on() {
        assertThat(of("group", "parts(at: \"2013\")")).isEqualTo("unit team");
        assertThat(of("group", "parts(at: \"2015-12\")")).isEqualTo("unit team squad");
        assertThat(of("group", "parts(at: \"2013\", possibly: true)")).isEqualTo("unit team squad");
        assertThat(of("group", "parts(at: \"2022\")")).isEmpty();
        assertThat(slugs("organizations(at: \"2013\", filter: {within: {slug: \"group\"}}) { nodes { slug } }"))
                .isEqualTo("group unit team");
    }

    @Test
    void a_filter_finds_what_is_within_a_record() {
        assertThat(slugs("organizations(filter: {within: {slug: \"group\"}}) { nodes { slug } }"))
                .isEqualTo("group unit team squad");
        assertThat(slugs("organizations(filter: {within: {id: \"organization:group\", depth: 1}}) { nodes { slug } }"))
                .isEqualTo("group unit");
        assertThat(slugs("organizations(filter: {not: {within: {slug: \"group\"}}, kind: {eq: COMPANY}})"
                + " { nodes { slug } }")).isEqualTo("acme rival");
        assertThat(slugs("initiatives(filter: {within: {slug: \"branch\"}}) { nodes { slug } }")).isEqualTo("branch twig");
        assertThat(Door.ask("{ organizations(filter: {within: {depth: 2}}) { totalCount } }"))
                .contains("needs the slug or the id of one record");
        assertThat(Door.ask("{ organizations(filter: {within: {id: \"person:ann\"}}) { totalCount } }"))
                .contains("is no Organization");
        assertThat(Door.ask("{ organizations(filter: {within: {slug: \"group\", depth: 21}}) { totalCount } }"))
                .contains("Give 1 to 20");
    }

    @Test
    void competitors_are_found_from_both_ends() {
        assertThat(of("group", "competitors")).isEqualTo("acme rival");
        assertThat(of("rival", "competitors")).isEqualTo("group");
        assertThat(of("acme", "competitors")).isEqualTo("group");
        assertThat(of("acme", "competitors(filter: {name: {eq: \"Lab\"}})")).isEmpty();
    }

    @Test
    void parts_of_many_are_counted_added_up_and_grouped_as_those_of_one() {
        JsonNode nodes = Door.data("{ organizations { nodes { slug parts(first: 1) { totalCount nodes { slug }"
                + " aggregate { count } groups(by: [{kind: VALUE}]) { totalCount nodes { count } }"
                + " pageInfo { hasNextPage } } competitors { totalCount } } } }").at("/organizations/nodes");
        for (JsonNode node : nodes) {
            String slug = node.get("slug").asText();
            int parts = slug.equals("group") ? 3
                    : slug.equals("unit") || slug.equals("acme") || slug.equals("lab") ? 2
                            : slug.equals("team") ? 1 : 0;
            assertThat(node.at("/parts/totalCount").asInt()).as(slug).isEqualTo(parts);
            assertThat(node.at("/parts/aggregate/count").asInt()).as(slug).isEqualTo(parts);
            assertThat(node.at("/parts/nodes").size()).as(slug).isEqualTo(Math.min(parts, 1));
            assertThat(node.at("/parts/pageInfo/hasNextPage").asBoolean()).as(slug).isEqualTo(parts > 1);
            assertThat(node.at("/parts/groups/nodes").findValues("count").stream().mapToInt(JsonNode::asInt).sum()).as(slug)
                    .isEqualTo(parts);
        }
    }
}
