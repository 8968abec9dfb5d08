package dev.footnote.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.dataset.staging.ProgressListener;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Roles at a time, and their order. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class ValidityPeriodTest {

    private static final String HEAD = "| `from` | `to` | `heldOn` | `ended` | sources | `at` |";

    @Inject
    DatasetImporter importer;

    @TempDir
    Path folder;

    /** One line of the table in the documentation. */
    private record Case(String from, String to, String heldOn, String ended, String sources, String at, String held) {

        static Case of(String line) {
            String[] cells = Arrays.stream(line.split("\\|")).map(cell -> cell.replace("`", "").strip()).toArray(String[]::new);
            return new Case(cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]);
        }

        List<String> dates() {
            return sources.isEmpty() ? List.of() : Arrays.asList(sources.split(", "));
        }
    }

    @Test
    void the_table_of_the_documentation_is_correct() throws IOException {
        List<Case> cases = cases();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(18);
        assertThat(cases.stream().map(Case::held).distinct()).containsExactlyInAnyOrder("proven", "possible", "no");
        importer.take(dataset(cases).in(folder.resolve("table")), ProgressListener.NONE);
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            String role = "it: affiliations(at: \"" + one.at() + "\"%s, filter: {slug: {eq: \"r" + i + "\"}}) { totalCount }";
            int proven = count(role.formatted(""));
            int possible = count(role.formatted(", possibly: true"));
            assertThat(proven == 1 ? "proven" : possible == 1 ? "possible" : "no").as(one.toString()).isEqualTo(one.held());
            assertThat(possible).as("what is proven is possible: " + one).isGreaterThanOrEqualTo(proven);
        }
    }

    private static int count(String list) {
        return Door.data("{ " + list + " }").at("/it/totalCount").asInt();
    }

    private static List<Case> cases() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs/schema.md"));
        int head = 0;
        while (!lines.get(head).startsWith(HEAD)) {
            head++;
        }
        return lines.stream().skip(head + 2L).takeWhile(line -> line.startsWith("|")).map(Case::of).toList();
    }

    private static SmallDataset dataset(List<Case> cases) {
        StringBuilder sources = new StringBuilder("id,kind,title,published,retrieved\npaper,article,A paper,,\n");
        StringBuilder roles = new StringBuilder("id,person,organization,title,kind,from,to,held_on,ended,source\n");
        StringBuilder citations = new StringBuilder("subject,field,source,locator,stance\n");
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            List<String> cited = new ArrayList<>();
            for (String date : one.dates()) {
                String source = "s" + i + "-" + cited.size();
                cited.add(source);
                boolean read = date.startsWith("page read ");
                boolean undated = date.equals("undated");
                sources.append(source).append(read ? ",website" : ",article").append(",Source,")
                        .append(read || undated ? "" : date.replace(" disputes", "")).append(',')
                        .append(read ? date.substring("page read ".length()) : "").append('\n');
                citations.append("affiliation:r").append(i).append(",,").append(source).append(",,")
                        .append(date.endsWith(" disputes") ? "disputes" : "").append('\n');
            }
            roles.append("r").append(i).append(",ann,lab,Head,executive,").append(one.from()).append(',').append(one.to())
                    .append(',').append(one.heldOn()).append(',').append(one.ended().equals("yes") ? "true" : "")
                    .append(",\n");
        }
        return new SmallDataset().with("sources", sources.toString()).with("affiliations", roles.toString())
                .with("citations", citations.toString());
    }

    @Test
    void roles_are_sorted_latest_first_and_ended_ones_last() {
        importer.take(new SmallDataset().with("affiliations", """
                id,person,organization,title,kind,from,to,held_on,ended,source
                over-2022,ann,lab,Over,executive,2022,2023,,,paper
                old,ann,lab,Old,executive,2010,,,,paper
                shown-2018,ann,lab,Shown,executive,,,2018-04-25,,paper
                undated,ann,lab,Undated,executive,,,,,paper
                had-ended,ann,lab,Ended,executive,,,2023,true,paper
                new,ann,lab,New,executive,2019,,,,paper
                """).in(folder.resolve("order")), ProgressListener.NONE);
        List<String> order = List.of("new", "shown-2018", "old", "undated", "had-ended", "over-2022");
        JsonNode data = Door.data("{ affiliations { nodes { slug } } backward: affiliations(last: 4) { nodes { slug } }"
                + " person(by: {slug: \"ann\"}) { affiliations { nodes { slug } } }"
                + " organization(by: {slug: \"lab\"}) { members { nodes { slug } } } }");
        assertThat(data.at("/affiliations/nodes").findValuesAsText("slug")).isEqualTo(order);
        assertThat(data.at("/backward/nodes").findValuesAsText("slug")).isEqualTo(order.subList(2, 6));
        assertThat(data.at("/person/affiliations/nodes").findValuesAsText("slug")).isEqualTo(order);
        assertThat(data.at("/organization/members/nodes").findValuesAsText("slug")).isEqualTo(order);
        String cursor = "";
        for (String slug : order) {
            JsonNode page = Door.data("{ affiliations(first: 1" + cursor + ") { nodes { slug } pageInfo { endCursor } } }");
            assertThat(page.at("/affiliations/nodes/0/slug").asText()).isEqualTo(slug);
            cursor = ", after: \"" + page.at("/affiliations/pageInfo/endCursor").asText() + "\"";
        }
    }
}
