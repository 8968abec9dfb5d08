package dev.footnote.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.Door;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.staging.ProgressListener;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OwnDatabase.class)
class ImportTest {

    private static final String NUMBERS = """
            {
              organizations { nodes { slug number } }
              people { nodes { slug number } }
              citations: source(by: {slug: "paper"}) { citations(first: 100) { nodes { slug number } } }
            }""";

    @Inject
    DatasetImporter importer;

    @TempDir
    Path folder;

    @Test
    void the_shipped_dataset_has_no_errors_and_no_warnings() {
        DatasetProblems problems = importer.check(null, ProgressListener.NONE);
        assertThat(problems.none()).isTrue();
        assertThat(problems.warnings()).isEmpty();
    }

    @Test
    void the_same_dataset_again_changes_nothing() {
        take(new SmallDataset(), "first");
        String before = Door.ask(NUMBERS);
        take(new SmallDataset(), "again");
        assertThat(Door.ask(NUMBERS)).isEqualTo(before);
        // another fingerprint, the same records
        take(new SmallDataset().change("people", "ann,Ann,paper\n", "\"ann\",Ann,paper\n"), "quoted");
        assertThat(Door.ask(NUMBERS)).isEqualTo(before);
    }

    @Test
    void a_record_keeps_its_number_when_others_are_added_and_deleted() {
        take(new SmallDataset(), "first");
        int acme = number("acme");
        int lab = number("lab");
        take(new SmallDataset().change("organizations", "acme,company,Acme", "new,team,New,,,,paper,\nacme,company,Acme Ltd."),
                "more");
        assertThat(number("acme")).isEqualTo(acme);
        assertThat(number("lab")).isEqualTo(lab);
        assertThat(number("new")).isGreaterThan(lab);
        assertThat(Door.data("{ organization(by: {slug: \"acme\"}) { name } }").at("/organization/name").asText())
                .isEqualTo("Acme Ltd.");
        take(new SmallDataset(), "fewer");
        assertThat(Door.plain(Door.ask("{ organization(by: {slug: \"new\"}) { id } organizations { totalCount } }")))
                .isEqualTo("{\"data\":{\"organization\":null,\"organizations\":{\"totalCount\":2}}}");
        assertThat(number("lab")).isEqualTo(lab);
    }

    @Test
    void progress_shows_the_total_number_of_lines() {
        int count = 20_000;
        String people = IntStream.range(0, count).mapToObj(i -> "p" + i + ",Person " + i + ",paper\n")
                .collect(Collectors.joining("", "id,name,source\nann,Ann,paper\n", ""));
        List<Long> totals = new ArrayList<>();
        importer.check(new SmallDataset().with("people", people).in(folder), (what, done, total) -> {
            if (what.equals("reading people") && done > count / 2) {
                totals.add(total);
            }
        });
        // some of the file is read ahead
        assertThat(totals).hasSizeGreaterThan(8)
                .allSatisfy(total -> assertThat(total).isBetween(count - count / 5L, count + count / 20L));
    }

    private static int number(String slug) {
        return Door.data("{ organization(by: {slug: \"" + slug + "\"}) { number } }").at("/organization/number").asInt();
    }

    @Test
    void records_name_others_further_down_themselves_and_each_other() {
        take(new SmallDataset().change("initiatives", "alliance,alliance,Alliance,,paper\n", """
                alliance,alliance,Alliance,last,paper
                one,programme,One,two,paper
                two,programme,Two,one,paper
                self,programme,Self,self,paper
                last,programme,Last,,paper
                """).with("organization_links", """
                id,organization,kind,target,source
                a,acme,part_of,lab,paper
                b,lab,part_of,acme,paper
                c,lab,owner_of,lab,paper
                """), "circles");
        assertThat(
                Door.plain(Door.ask("{ initiatives { nodes { slug parent { slug parent { slug } } units { nodes { slug } } } }"
                        + " organization(by: {slug: \"lab\"}) { links { nodes { target { slug } } } linkedFrom { totalCount } } }")))
                .isEqualTo(Door
                        .plain("""
                                {"data": {"initiatives": {"nodes": [
                                  {"slug": "alliance", "parent": {"slug": "last", "parent": null}, "units": {"nodes": []}},
                                  {"slug": "last", "parent": null, "units": {"nodes": [{"slug": "alliance"}]}},
                                  {"slug": "one", "parent": {"slug": "two", "parent": {"slug": "one"}}, "units": {"nodes": [{"slug": "two"}]}},
                                  {"slug": "self", "parent": {"slug": "self", "parent": {"slug": "self"}}, "units": {"nodes": [{"slug": "self"}]}},
                                  {"slug": "two", "parent": {"slug": "one", "parent": {"slug": "two"}}, "units": {"nodes": [{"slug": "one"}]}}]},
                                  "organization": {"links": {"nodes": [{"target": {"slug": "acme"}}, {"target": {"slug": "lab"}}]},
                                    "linkedFrom": {"totalCount": 2}}}}"""));
        take(new SmallDataset(), "none");
        assertThat(Door.data("{ initiatives { totalCount } }").at("/initiatives/totalCount").asInt()).isEqualTo(1);
    }

    @Test
    void a_cell_holds_quotes_commas_newlines_and_every_script() {
        take(new SmallDataset().with("people",
                "\ufeffid,name,summary,source\r\nann,\"Ann \"\"the\"\", 小米\r\n😀\",\" é \",paper\r\n"), "cells");
        assertThat(Door.plain(Door.ask("{ people { nodes { name summary } } }"))).isEqualTo(
                "{\"data\":{\"people\":{\"nodes\":[{\"name\":\"Ann \\\"the\\\", 小米\\r\\n😀\",\"summary\":\" é \"}]}}}");
    }

    @Test
    void dates_of_any_age_come_back_as_written_and_in_order() {
        take(new SmallDataset().with("organizations", """
                id,kind,name,founded,source
                acme,company,Acme,0000,paper
                lab,laboratory,Lab,1066-10-14,paper
                old,other,Old,0044-03-15,paper
                new,other,New,9999-12,paper
                """).without("citations"), "dates");
        String after = "";
        StringBuilder met = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            var page = Door.data("{ organizations(first: 1, orderBy: [{founded: ASC}]" + after
                    + ") { nodes { founded } pageInfo { endCursor } } }").get("organizations");
            met.append(page.at("/nodes/0/founded").asText()).append(' ');
            after = " after: " + page.at("/pageInfo/endCursor");
        }
        assertThat(met).hasToString("0000 0044-03-15 1066-10-14 9999-12 ");
        assertThat(Door.plain(Door.ask("{ organizations(filter: {founded: {within: \"1066-10-14\"}}) { nodes { slug } } }")))
                .isEqualTo("{\"data\":{\"organizations\":{\"nodes\":[{\"slug\":\"lab\"}]}}}");
    }

    @Test
    void files_without_records_may_be_absent() {
        take(new SmallDataset().without("citations").without("participations").without("identifiers"), "fewer");
        assertThat(Door.data("{ participations { totalCount } }").at("/participations/totalCount").asInt()).isZero();
    }

    private void take(SmallDataset dataset, String name) {
        importer.take(dataset.in(folder.resolve(name)), ProgressListener.NONE);
    }
}
