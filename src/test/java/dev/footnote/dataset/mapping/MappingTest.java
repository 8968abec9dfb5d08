package dev.footnote.dataset.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
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

/** A foreign dataset is imported by a mapping alone, and what the mapping leaves out is reported. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class MappingTest {

    private static final Path EXAMPLE = Path.of("docs/examples/footnote.json");

    /** Of firms all but one, and of people those that have a name. */
    private static final String LEAVING_OUT = """
            {
              "sources": {"from": "sources", "columns": {"id": "{id}", "kind": "other", "title": "{id}"}},
              "people": {"from": "people", "when": {"name": true}, "columns": {"id": "{id}", "name": "{name}", "source": "s"}},
              "organizations": {"from": "firms", "unless": {"id": "drop"},
                "columns": {"id": "{id}", "name": "{name}", "kind": "other", "source": "s"}},
              "affiliations": {"from": "roles",
                "columns": {"id": "{id}", "person": "{person_id}", "organization": "{firm_id}", "title": "One", "kind": "other",
                  "source": "s", "locator": "roles"}},
              "identifiers": {"from": "identifiers",
                "columns": {"id": "{value}", "organization": "{firm_id}", "scheme": "other", "value": "{value}", "source": "s"}},
              "citations": {"from": "links", "columns": {"subject": "affiliation:{subject}", "source": "{source}"}}
            }""";

    @Inject
    DatasetImporter importer;

    @TempDir
    Path folder;

    @Test
    void a_foreign_dataset_is_imported_with_all_its_oddities() throws IOException {
        List<String> warnings = take(new ForeignDataset(), Files.readString(EXAMPLE));
        assertThat(Door.plain(Door.ask("""
                {
                  organizations { nodes { id name kind city founded
                    identifiers { nodes { scheme value } } links { nodes { kind from to target { slug } } }
                    names { nodes { text } } citations { nodes { source { id } note } } } }
                }"""))).isEqualTo(Door
                .plain("""
                        {"data": {"organizations": {"nodes": [
                          {"id": "organization:org:b", "name": "B & C", "kind": "OTHER", "city": null, "founded": "2010",
                            "identifiers": {"nodes": [{"scheme": "TICKER", "value": "AAA:0001.AA"}]}, "links": {"nodes": []},
                            "names": {"nodes": [{"text": "BC"}]},
                            "citations": {"nodes": [{"source": {"id": "source:src:1"}, "note": null}]}},
                          {"id": "organization:ror:0abc/1.d", "name": "示例研究所", "kind": "RESEARCH_INSTITUTE", "city": "North",
                            "founded": "2012-01-01",
                            "identifiers": {"nodes": [{"scheme": "ISIN", "value": "XX0000000001"}, {"scheme": "OTHER", "value": "figi:F1"},
                              {"scheme": "WIKIDATA", "value": "Q0"}, {"scheme": "ROR", "value": "0abc/1.d"}]},
                            "links": {"nodes": [{"kind": "PART_OF", "from": null, "to": null, "target": {"slug": "org:b"}},
                              {"kind": "PART_OF", "from": "2019", "to": "2011", "target": {"slug": "org:b"}}]},
                            "names": {"nodes": []},
                            "citations": {"nodes": [{"source": {"id": "source:src:1"}, "note": "name_lang: zh"},
                              {"source": {"id": "source:src/2.csv"}, "note": null}]}}]}}}"""
                        .replaceAll("\\R\\s*", " ")));
        assertThat(warnings).contains(
                "organizations.csv:2:9: founded: \"2012-1-01\" is not in the expected format. It is read as"
                        + " 2012-01-01. It is"
                        + " read as organizations.founded (footnote.json:23).",
                "organizations.csv:3:6: country: \"CN|US\" is not a country code. Write two capitals of ISO 3166-1, such as CN."
                        + " It is left out. It is read as organizations.country (footnote.json:23).",
                "names.csv:4: From here on one line is left out, because no rule of the mapping reads them.",
                "financial_reports.csv:4: From here on one line is left out, because no rule of the mapping reads them.",
                "citations.csv:3:2: subject_id: From here on one line is left out, because the mapping leaves out the"
                        + " financial_report that it names, such as \"report:without-a-year\". It is read as citations.subject"
                        + " (footnote.json:229).");
        assertThat(warnings)
                .anyMatch(warning -> warning.startsWith("organization_relations.csv:2:5: end: \"2011\" is before"));
        assertThat(warnings).anyMatch(warning -> warning.startsWith("affiliations.csv:3:7: end: \"2011-05-14\" is before"));
    }

    @Test
    void records_that_refer_to_an_omitted_one_are_omitted() {
        List<String> warnings = take(partly("""
                id,name
                keep,Kept
                drop,Dropped
                """, """
                id,person_id,firm_id
                1,p,keep
                2,p,drop
                3,q,drop
                4,q,keep
                """, """
                firm_id,value
                keep,1
                drop,2
                """), LEAVING_OUT);
        assertThat(warnings).contains(
                "identifiers.csv:3:1: firm_id: From here on one line is left out, because the mapping leaves out the"
                        + " organization"
                        + " that it names, such as \"drop\". It is read as identifiers.organization (footnote.json:9).",
                "roles.csv:3:3: firm_id: From here on one cell is left out, because the mapping leaves out the"
                        + " organization that"
                        + " it names, such as \"drop\". It is read as affiliations.organization (footnote.json:6).",
                "roles.csv:4:2: person_id: From here on 2 lines are left out, because the mapping leaves out the person"
                        + " that they"
                        + " name, such as \"q\". It is read as affiliations.person (footnote.json:6).",
                "links.csv:2:1: subject: From here on one line is left out, because the mapping leaves out the affiliation that"
                        + " it names, such as \"4\". It is read as citations.subject (footnote.json:11).");
        assertThat(Door.plain(Door.ask("""
                {
                  people { nodes { slug affiliations { nodes { id organization { slug } citations { totalCount } } } } }
                  organizations { nodes { slug identifiers { totalCount } } }
                }"""))).isEqualTo(Door.plain("""
                {"data": {"people": {"nodes": [{"slug": "p", "affiliations": {"nodes": [
                    {"id": "affiliation:2", "organization": null, "citations": {"totalCount": 1}},
                    {"id": "affiliation:1", "organization": {"slug": "keep"}, "citations": {"totalCount": 2}}]}}]},
                  "organizations": {"nodes": [{"slug": "keep", "identifiers": {"totalCount": 1}}]}}}"""
                .replaceAll("\\R\\s*", " ")));
    }

    @Test
    void references_to_missing_records_stay_errors() {
        InvalidDatasetException broken = catchThrowableOfType(InvalidDatasetException.class, () -> take(partly("""
                id,name
                keep,Kept
                """, """
                id,person_id,firm_id
                1,p,drop
                """, """
                firm_id,value
                keep,1
                """), LEAVING_OUT));
        assertThat(broken.problems()).containsExactly(
                "links.csv:2:1: subject: There is no affiliation \"4\". It is read as citations.subject (footnote.json:11).",
                "roles.csv:2:3: firm_id: There is no organization \"drop\". Add it to organizations, or correct the id. It is"
                        + " read as affiliations.organization (footnote.json:6).");
    }

    private static ForeignDataset partly(String firms, String roles, String identifiers) {
        return ForeignDataset.of("firms", firms).with("roles", roles).with("identifiers", identifiers).with("people", """
                id,name
                p,P
                q,
                """).with("sources", "id\ns\n").with("links", """
                subject,source
                4,s
                1,s
                """);
    }

    @Test
    void records_with_awkward_ids_are_found_by_them() throws IOException {
        take(new ForeignDataset(), Files.readString(EXAMPLE));
        assertThat(Door.plain(Door.ask("""
                {
                  a: organization(by: {slug: "ror:0abc/1.d"}) { name }
                  b: organization(by: {id: "organization:ror:0abc/1.d"}) { name }
                  c: node(id: "participation:round:1/p0") { id ... on Participation { committed { amount } } }
                  d: person(by: {slug: "person:某"}) { affiliations { nodes { title from to } } }
                  e: source(by: {slug: "src:1"}) { url }
                  f: topic(by: {slug: "Language"}) { initiatives { totalCount } }
                  g: node(id: "figure:report:1/net_income") { ... on Figure { value } }
                }"""))).isEqualTo(Door.plain("""
                {"data": {"a": {"name": "示例研究所"}, "b": {"name": "示例研究所"},
                  "c": {"id": "participation:round:1/p0", "committed": {"amount": "5000000.5"}},
                  "d": {"affiliations": {"nodes": [{"title": "Chair", "from": "2017-10-26", "to": "2011-05-14"},
                    {"title": "advisor", "from": "2013-09-18", "to": "2013-09"}]}},
                  "e": {"url": "%s"}, "f": {"initiatives": {"totalCount": 2}}, "g": {"value": "-7.5"}}}"""
                .formatted(ForeignDataset.LONG_URL).replaceAll("\\R\\s*", " ")));
    }

    @Test
    void data_that_a_mapping_does_not_read_is_reported() {
        List<String> warnings = take(new ForeignDataset(), """
                {
                  "sources": {"from": "sources", "columns": {"id": "{id}", "kind": "other", "title": "{id}"}},
                  "organizations": {"from": "organizations",
                    "columns": {"id": "{id}", "name": "{name}", "kind": "other", "source": "{source_id}"}},
                  "identifiers": {"from": "organizations",
                    "each": {"of": "external_ids", "at": "|", "by": ":", "as": ["scheme", "value"]},
                    "when": {"scheme": "isin"},
                    "columns": {"id": "{value}", "organization": "{id}", "scheme": "isin", "value": "{value}",
                      "source": "{source_id}"}},
                }""");
        assertThat(warnings).contains("people.csv: The mapping reads this file nowhere; one line is left out.",
                "sources.csv:1:4: url: The mapping does not read this column; one cell is left out.",
                "organizations.csv:1:6: country: The mapping does not read this column; 2 cells are left out.",
                "organizations.csv:2:12: external_ids: From here on 3 pieces are left out, because no rule of the mapping reads"
                        + " them.");
    }

    @Test
    void values_mapped_to_null_and_merged_records_are_reported() throws IOException {
        List<String> warnings = take(new ForeignDataset(), Files.readString(EXAMPLE));
        assertThat(warnings).filteredOn(warning -> warning.matches(".*(null|first with).*")).containsExactly(
                "financial_reports.csv:3:25: employees: From here on one cell is left out, because the mapping translates"
                        + " the value to null. It is read as figures.currency (footnote.json:207).",
                "initiatives.csv:2:4: status: From here on 2 cells are left out, because the mapping translates the value"
                        + " to null. It is read as initiatives.status (footnote.json:133).",
                "initiatives.csv:3:5: topic: From here on one record is left out, because the mapping takes only the first with"
                        + " the same id. It is read as topics.id (footnote.json:154).",
                "names.csv:3: From here on one record is left out, because the mapping takes only the first with the same"
                        + " id. It"
                        + " is read from owner_id and kind and name as names.id (footnote.json:50).",
                "participations.csv:3:9: currency: From here on one cell is left out, because the mapping translates the"
                        + " value to null. It is read as participations.committed_currency (footnote.json:168).");
        assertThat(take(ForeignDataset.of("sources", """
                id,title,year
                a,A,
                b,B,unknown
                """), """
                {
                  "sources": {"from": "sources", "columns": {"id": "{id}", "kind": "other", "title": "{title}",
                    "authors": [{"text": "{title}", "values": {"A": null, "*": "{title}"}}, "Somebody"],
                    "published": {"text": "{year}", "values": {"": null, "unknown": null}}}}
                }""")).containsExactly(
                "sources.csv:3:3: year: From here on one cell is left out, because the mapping translates the value to"
                        + " null. It is read as sources.published (footnote.json:2).");
    }

    @Test
    void errors_of_a_mapping_are_reported_with_their_places() {
        assertThat(problems("{\n  \"people\": {,}\n}")).singleElement().asString()
                .startsWith("footnote.json:2:14: This is no JSON");
        assertThat(problems("[]")).singleElement().asString().startsWith("footnote.json:1:1: Write an object");
        assertThat(problems("""
                {
                  "animals": {"from": "people", "columns": {}},
                  "people": [
                    {"from": "persons", "columns": {"id": "{id}"}},
                    {"from": "people", "columns": {"id": "{key}", "nick": "{name}"}, "were": 1}
                  ],
                  "names": {"from": "names", "columns": {"id": "{name", "text": {"txt": 1}, "kind": "alias"},
                    "each": {"of": "kind"}, "when": true}
                }""")).extracting(problem -> problem.replaceFirst("(: .{28}).*", "$1")).containsExactly(
                "footnote.json:5:78: A rule has no \"were\". It may",
                "footnote.json:7:48: A brace is not closed. Write",
                "footnote.json:7:65: Write a text such as \"{name}",
                "footnote.json:8:13: Write {\"of\": \"column\", \"at\":",
                "footnote.json:8:37: Write conditions on columns,");
        assertThat(problems("""
                {
                  "animals": {"from": "people", "columns": {}},
                  "people": [
                    {"from": "persons", "columns": {"id": "{id}"}},
                    {"from": "people", "columns": {"id": "{key}", "nick": "{name}"}}
                  ]
                }""")).extracting(problem -> problem.replaceFirst("(: .{40}).*", "$1")).containsExactly(
                "footnote.json:2:14: \"animals\" is not one of our resources. T",
                "footnote.json:4:5: The package has no resource \"persons\". I",
                "footnote.json:5:5: \"people\" has no column \"key\". It has id,",
                "footnote.json:5:5: \"people\" has no column \"nick\". It has id",
                "footnote.json:5:5: The rule does not say how \"name\" of \"peo");
    }

    @Test
    void a_value_without_mapping_is_reported() {
        assertThat(problems("""
                {
                  "sources": {"from": "sources", "columns": {"id": "{id}", "title": "{id}",
                    "kind": {"text": "{kind}", "values": {"web": "website"}}}}
                }""")).containsExactly(
                "sources.csv:3:2: kind: \"issue\" is not one of the values at footnote.json:3. Add it there, or"
                        + " \"*\" for all others. It is read as sources.kind (footnote.json:2).");
    }

    @Test
    void a_nested_value_without_mapping_is_reported() {
        assertThat(problems("""
                {
                  "sources": {"from": "sources", "columns": {"id": "{id}", "title": "{id}",
                    "kind": {"text": {"text": "{kind}", "values": {"web": "w"}}, "values": {"w": "website"}}}}
                }""")).singleElement().asString()
                .startsWith("sources.csv:3:2: kind: \"issue\" is not one of the values at footnote.json:3.");
    }

    private List<String> take(ForeignDataset dataset, String mapping) {
        DatasetProblems problems = importer
                .take(dataset.in(folder.resolve("d" + System.nanoTime()), mapping), ProgressListener.NONE).problems();
        return problems.warnings().stream().map(DatasetProblem::toString).toList();
    }

    private List<String> problems(String mapping) {
        InvalidDatasetException broken = catchThrowableOfType(InvalidDatasetException.class,
                () -> take(new ForeignDataset(), mapping));
        assertThat(broken).as("faults were found").isNotNull();
        return broken.problems();
    }
}
