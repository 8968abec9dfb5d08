package dev.footnote.dataset.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.Door;
import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.InvalidDatasetException;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.OwnDatabase;
import dev.footnote.dataset.staging.ProgressListener;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Features of mappings for foreign data, and the places of their errors. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class MappingRulesTest {

    private static final String SOURCES = """
            "sources": {"from": "papers", "columns": {"id": "{id}", "kind": "other", "title": "{id}"}},""";
    private static final String FIRMS = """
            "organizations": {"from": "firms", "columns": {"id": "{id}", "name": "{name}", "kind": "other", "source": "s"}},""";

    @Inject
    DatasetImporter importer;

    @TempDir
    Path folder;

    @Test
    void once_without_an_id_compares_the_whole_record() {
        DatasetProblems found = take(firms("a,A\n").with("cites", """
                firm,paper,page
                a,s,1
                a,s,2
                a,s,1
                a,s,3
                """), SOURCES + FIRMS + """
                "citations": {"from": "cites", "once": true,
                  "columns": {"subject": "organization:{firm}", "source": "{paper}", "locator": "{page}"}}""");
        assertThat(Door.plain(Door.ask("{ organizations { nodes { citations { totalCount } } } }"))).contains("4");
        assertThat(texts(found)).containsExactly("cites.csv:4: From here on one record is left out, because the mapping takes"
                + " only the first of identical records. It is read as citations.id (footnote.json:2).");
        assertThat(found.alarms()).isEmpty();
    }

    @Test
    void a_mapping_rule_that_drops_most_rows_is_reported() {
        DatasetProblems found = take(firms("a,A\na,B\na,C\nb,D\n"),
                SOURCES + FIRMS.replace("\"columns\"", "\"once\": true, \"columns\"") + "\"people\": []");
        assertThat(found.alarms()).isEmpty();
        found = take(firms("a,A\na,B\na,C\n"),
                SOURCES + FIRMS.replace("\"columns\"", "\"once\": true, \"columns\"") + "\"people\": []");
        assertThat(found.alarms()).extracting(DatasetProblem::toString)
                .containsExactly("footnote.json:2:109: The rule leaves out more"
                        + " than it takes: 2 records are left out, and one record is taken. Take \"once\" out, or give"
                        + " each record an id"
                        + " of its own, unless that is meant.");
    }

    @Test
    void records_without_an_id_are_faults_however_many_there_are() {
        assertThat(problems(firms("a,A\n,B\n,C\n"), SOURCES + FIRMS.replace("\"columns\"", "\"once\": true, \"columns\"")
                + "\"people\": []")).hasSize(2).allSatisfy(problem -> assertThat(problem).contains("The record needs an id"));
    }

    @Test
    void records_with_missing_references_are_omitted_if_the_rule_says_so() {
        ForeignDataset dataset = firms("a,A\nb,B\n").with("links", """
                id,from,to
                1,a,b
                2,a,gone
                3,gone,b
                """).with("cites", """
                link,paper
                1,s
                2,s
                9,s
                1,lost
                """);
        String mapping = SOURCES + FIRMS + """
                "organization_links": {"from": "links", %1$s
                  "columns": {"id": "{id}", "organization": "{from}", "kind": "related", "target": "{to}", "source": "s"}},
                "citations": {"from": "cites", %1$s
                  "columns": {"subject": "organization_link:{link}", "source": "{paper}", "locator": "all"}}""";
        assertThat(problems(dataset, mapping.formatted(""))).hasSize(4);
        List<String> warnings = texts(take(dataset, mapping.formatted("\"existing\": true,")));
        assertThat(warnings).contains("links.csv:3:3: to: From here on one line is left out, because there is no organization"
                + " that it names, such as \"gone\". It is read as organization_links.target (footnote.json:2).",
                "cites.csv:4:1: link: From here on one line is left out, because there is no organization_link that it names,"
                        + " such as \"9\". It is read as citations.subject (footnote.json:4).",
                "cites.csv:5:2: paper: From here on one line is left out, because there is no source that it names, such as"
                        + " \"lost\". It is read as citations.source (footnote.json:4).");
        assertThat(Door.plain(Door.ask("{ organizations { nodes { links { nodes { slug citations { totalCount } } } } } }")))
                .isEqualTo("{\"data\":{\"organizations\":{\"nodes\":[{\"links\":{\"nodes\":[{\"slug\":\"1\",\"citations\":"
                        + "{\"totalCount\":2}}]}},{\"links\":{\"nodes\":[]}}]}}}");
    }

    @Test
    void rules_that_make_the_same_record_are_merged_and_keep_the_citations_of_both() {
        ForeignDataset dataset = ForeignDataset.of("papers", "id\ns\nt\n").with("firms", """
                id,name,city,founded
                a,A,,2010
                """).with("seats", """
                firm,name,city,founded
                a,A,Wuhan,2011
                b,B,Beijing,
                """);
        String rules = SOURCES + """
                "organizations": [
                  {"from": "firms", "columns": {"id": "{id}", "name": "{name}", "kind": "other", "city": "{city}",
                    "founded": "{founded}", "source": "s"}},
                  {"from": "seats", %s "columns": {"id": "{firm}", "name": "{name}", "kind": "other", "city": "{city}",
                    "founded": "{founded}", "source": "t"}}]""";
        assertThat(problems(dataset, rules.formatted(""))).hasSize(1);
        assertThat(texts(take(dataset, rules.formatted("\"merge\": true,")))).containsExactly("seats.csv:2:4: founded: An"
                + " earlier line says \"2010\" of the same record, and this one says \"2011\". The earlier one is kept."
                + " It is read"
                + " as organizations.founded (footnote.json:5).");
        assertThat(Door.plain(Door.ask("""
                { organizations { nodes { slug city founded citations { nodes { source { slug } } } } } }""")))
                .isEqualTo(Door.plain("""
                        {"data": {"organizations": {"nodes": [
                          {"slug": "a", "city": "Wuhan", "founded": "2010",
                            "citations": {"nodes": [{"source": {"slug": "s"}}, {"source": {"slug": "t"}}]}},
                          {"slug": "b", "city": "Beijing", "founded": null,
                            "citations": {"nodes": [{"source": {"slug": "t"}}]}}]}}}""".replaceAll("\\R\\s*", " ")));
    }

    @Test
    void a_record_is_named_by_its_name_or_by_another_one_where_the_mapping_says_so() {
        ForeignDataset dataset = firms("a,Acme Ltd\nb,Twin\nc,Twin\n").with("aka", "id,firm,text\n1,a,ACME\n")
                .with("roles", "id,who,where\n1,p,Acme Ltd\n2,p,ACME\n").with("persons", "id\np\n");
        String mapping = SOURCES + FIRMS + """
                "people": {"from": "persons", "columns": {"id": "{id}", "name": "{id}", "source": "s"}},
                "names": {"from": "aka",
                  "columns": {"id": "{id}", "organization": "{firm}", "text": "{text}", "kind": "alias", "source": "s"}},
                "affiliations": {"from": "roles", "columns": {"id": "{id}", "person": "{who}", "title": "One", "kind": "other",
                  "organization": {"text": "{where}", "match": "name"}, "source": "s"}}""";
        take(dataset, mapping);
        assertThat(Door.plain(Door.ask("{ affiliations { nodes { organization { slug } } } }"))).isEqualTo(
                "{\"data\":{\"affiliations\":{\"nodes\":[{\"organization\":{\"slug\":\"a\"}},{\"organization\":{\"slug\":\"a\"}}]}}}");
        assertThat(problems(dataset.with("roles", "id,who,where\n1,p,Twin\n2,p,Nobody\n"), mapping)).containsExactly(
                "roles.csv:2:3: where: \"Twin\" is the name of several records, such as b and c. Name the one that is meant by"
                        + " its id. It is read as affiliations.organization (footnote.json:5).",
                "roles.csv:3:3: where: There is no organization \"Nobody\". Add it to organizations, or correct the id. It is"
                        + " read as affiliations.organization (footnote.json:5).");
    }

    @Test
    void floating_point_noise_is_rounded_if_the_mapping_says_so() {
        String rules = SOURCES + FIRMS + """
                "figures": {"from": "shares", "columns": {"id": "{id}", "organization": "{firm}", "metric": "{Metric}",
                  "value": %s, "unit": "percent", "qualifier": "exact", "source": "s"}}""";
        ForeignDataset dataset = firms("a,A\n").with("shares", """
                id,firm,Metric,value
                1,a,net_share,0.8200000000000001
                2,a,NetShare,12345678.1234567
                3,a,net-share,8.2e-17
                4,a,Net Share,-1.005
                5,a,net-share,7
                """);
        assertThat(problems(dataset, rules.formatted("\"{value}\""))).isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).startsWith("shares.csv:"));
        take(dataset, rules.formatted("{\"text\": \"{value}\", \"round\": 2}"));
        assertThat(Door.plain(Door.ask("{ figures { nodes { metric value } } }")).replace("{\"metric\":\"net-share\",", ""))
                .contains("\"value\":\"0.82\"}", "\"value\":\"12345678.12\"}", "\"value\":\"0\"}", "\"value\":\"-1.01\"}",
                        "\"value\":\"7\"}")
                .doesNotContain("metric");
    }

    @Test
    void an_amount_whose_currency_is_left_out_is_left_out_with_it() {
        List<String> warnings = texts(take(firms("a,A\n").with("plans", "id\np\n").with("parts", """
                id,amount,currency
                1,5,yuan
                2,6,CNY
                3,7,
                """), SOURCES + FIRMS + """
                "initiatives": {"from": "plans", "columns": {"id": "{id}", "name": "{id}", "kind": "other", "source": "s"}},
                "participations": {"from": "parts", "columns": {"id": "{id}", "initiative": "p", "organization": "a",
                  "role": "funder", "committed_amount": "{amount}", "committed_currency": "{currency}", "source": "s"}}"""));
        assertThat(warnings).contains("parts.csv:2:2: amount: committed_currency is not known, and one is of no use without the"
                + " other. It is left out. It is read as participations.committed_amount (footnote.json:3).");
        assertThat(Door.plain(Door.ask("{ participations { nodes { slug committed { amount currency } } } }")))
                .contains("{\"slug\":\"1\",\"committed\":null}", "{\"slug\":\"2\",\"committed\":{\"amount\":\"6\"")
                .contains("{\"slug\":\"3\",\"committed\":null}");
    }

    @Test
    void an_error_names_the_exact_cell_and_is_reported_once() {
        assertThat(problems(firms("a,A\n").with("figs", """
                id,first,second,note,kind
                1,5,x5,ok,m
                2,y,6,,n
                """), SOURCES + FIRMS
                + """
                        "figures": {"from": "figs", "each": {"of": ["first", "second"], "as": ["metric", "value"]},
                          "columns": {"id": "{id}-{metric}", "organization": "a", "metric": "{metric}", "value": "{value}",
                            "unit": {"text": "{kind}", "values": {"m": "percent"}}, "qualifier": ["{note}", "exact"], "source": "s"}}"""))
                .containsExactly(
                        "figs.csv:2:3: second: \"x5\" is not a decimal number. Write digits with at most 26 before and 12"
                                + " behind"
                                + " a point, such as -18.9. It is read as figures.value (footnote.json:2).",
                        "figs.csv:2:4: note: \"ok\" is none of exact, about, at_least, more_than, at_most, less_than,"
                                + " planned. It"
                                + " is read as figures.qualifier (footnote.json:2).",
                        "figs.csv:3:2: first: \"y\" is not a decimal number. Write digits with at most 26 before and 12"
                                + " behind a"
                                + " point, such as -18.9. It is read as figures.value (footnote.json:2).",
                        "figs.csv:3:5: kind: \"n\" is not one of the values at footnote.json:4. Add it there, or \"*\" for all"
                                + " others. It is read as figures.unit (footnote.json:2).");
    }

    @Test
    void constants_of_a_mapping_are_checked_at_their_place() {
        assertThat(problems(firms("a,A\n"), SOURCES + """
                "organizations": {"from": "firms", "columns": {"id": "{id}", "name": "a\\u0000b", "source": "s",
                  "kind": {"text": "{name}", "values": {"A": "comany"}}, "city": "\\ud800"}}""")).hasSize(3)
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).startsWith("footnote.json:2:161: name: The text holds"),
                        problem -> assertThat(problem).startsWith("footnote.json:3:46: kind: \"comany\" is none of"),
                        problem -> assertThat(problem).startsWith("footnote.json:3:66: city: The text holds U+D800"));
        assertThat(problems(firms("a,A\nb,B\n"), SOURCES + FIRMS.replace("\"s\"", "\"nowhere\"") + "\"people\": []"))
                .containsExactly(
                        "footnote.json:2:198: source: There is no source \"nowhere\". Add it to sources, or correct the id."
                                + " It is read as organizations.source (footnote.json:2).");
    }

    private static ForeignDataset firms(String lines) {
        return ForeignDataset.of("papers", "id\ns\n").with("firms", "id,name\n" + lines);
    }

    private static List<String> texts(DatasetProblems problems) {
        return problems.warnings().stream().map(DatasetProblem::toString).toList();
    }

    private DatasetProblems take(ForeignDataset dataset, String mapping) {
        return importer
                .take(dataset.in(folder.resolve("d" + System.nanoTime()), "{\n" + mapping + "\n}"), ProgressListener.NONE)
                .problems();
    }

    private List<String> problems(ForeignDataset dataset, String mapping) {
        InvalidDatasetException broken = catchThrowableOfType(InvalidDatasetException.class, () -> take(dataset, mapping));
        assertThat(broken).as("faults were found").isNotNull();
        return broken.problems();
    }
}
