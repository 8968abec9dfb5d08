package dev.footnote.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.Door;
import dev.footnote.dataset.datapackage.InvalidDatasetException;
import dev.footnote.dataset.staging.ProgressListener;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A dataset with errors is refused with the place of each error, and the existing data stays. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class InvalidDatasetTest {

    private static final String EVERYTHING = """
            {
              dataset { fingerprint }
              organizations { nodes { id number name founded citations { nodes { id number locator } } } }
              affiliations { nodes { id person { name } } }
              participations { nodes { id committed { amount currency } } }
            }""";

    @Inject
    DatasetImporter importer;

    @TempDir
    Path folder;

    private String before;

    @BeforeEach
    void import_a_good_one() {
        importer.take(new SmallDataset().in(folder.resolve("good")), ProgressListener.NONE);
        before = Door.ask(EVERYTHING);
    }

    @Test
    void a_column_that_is_unknown_missing_or_duplicated() {
        refused(new SmallDataset().change("people", "id,name,source\nann,Ann", "id,name,email\nann,Ann"),
                "people.csv:1:3: There is no column \"email\" in this file. It may have id, name, hometown, summary, source,"
                        + " locator, note, stance.");
        refused(new SmallDataset().with("people", "id,source\nann,paper\n"),
                "people.csv:1: The column \"name\" is missing.");
        refused(new SmallDataset().change("people", "id,name,source\nann,Ann,paper", "id,name,source,name\nann,Ann,paper,Bo"),
                "people.csv:1:4: The column \"name\" appears twice.");
    }

    @Test
    void an_id_that_is_missing_duplicated_or_padded_is_reported() {
        refused(new SmallDataset().change("people", "ann,Ann,paper\n", "ann,Ann,paper\nann,Other,paper\n"),
                "people.csv:3:1: id: The id \"ann\" is already used in this file. Give each record its own id.");
        refused(new SmallDataset().change("people", "ann,Ann,paper\n", "ann,Ann,paper\n,Bo,paper\n"),
                "people.csv:3:1: id: The record needs an id, without blanks around it.");
        refused(new SmallDataset().change("people", "ann,Ann,paper\n", "ann,Ann,paper\n bo,Bo,paper\n"),
                "people.csv:3:1: id: The record needs an id, without blanks around it.");
    }

    @Test
    void a_reference_to_a_missing_record_is_reported() {
        refused(new SmallDataset().change("affiliations", "ann,lab", "bob,lap"),
                "affiliations.csv:2:2: person: There is no person \"bob\". Add it to people, or correct the id.",
                "affiliations.csv:2:3: organization: There is no organization \"lap\". Add it to organizations, or"
                        + " correct the id.");
        refused(new SmallDataset().change("organizations", "Lab,,,,paper", "Lab,,,,book"),
                "organizations.csv:3:7: source: There is no source \"book\". Add it to sources, or correct the id.");
    }

    @Test
    void a_value_of_another_type_is_reported() {
        refused(new SmallDataset().change("organizations", "company,Acme,CN,2010,https://example.org/",
                "firm,Acme,China,2010-13,example.org").change("affiliations", "false", "no")
                .change("participations", "10.50,CNY", "10 million,yuan"),
                "affiliations.csv:2:6: ended: \"no\" is neither true nor false.",
                "organizations.csv:2:2: kind: \"firm\" is none of company, university, government, development_zone,"
                        + " research_institute, laboratory, team, department, media, nonprofit, other.",
                "organizations.csv:2:4: country: \"China\" is not a country code. Write two capitals of ISO 3166-1, such"
                        + " as CN.",
                "organizations.csv:2:5: founded: \"2010-13\" is not a date. Write a year, a month or a day, such as 2018,"
                        + " 2018-04 or 2018-04-25.",
                "organizations.csv:2:6: website: \"example.org\" is not an address. Write it whole, such as"
                        + " https://example.org/page.",
                "participations.csv:2:6: committed_amount: \"10 million\" is not a bare number. It may mean 10000000;"
                        + " write that if it does.",
                "participations.csv:2:7: committed_currency: \"yuan\" is not a currency code. Write three capitals of"
                        + " ISO 4217, such as CNY.");
    }

    @Test
    void a_rule_over_several_cells() {
        refused(new SmallDataset().change("participations", "10.50,CNY", "10.50,"),
                "participations.csv:2:6: committed_amount: Fill all of committed_amount, committed_currency, or none.");
        refused(new SmallDataset().change("participations", "acme,,", "acme,ann,"),
                "participations.csv:2:3: organization: Fill exactly one of organization, person.");
        refused(new SmallDataset().change("participations", "alliance,acme,", ",acme,"),
                "participations.csv:2:2: initiative: Fill exactly one of initiative, event.");
        refused(new SmallDataset().change("participations", "alliance,acme,,", "alliance,,,"),
                "participations.csv:2:3: organization: Fill exactly one of organization, person.");
        refused(new SmallDataset().change("identifiers", "acme-q,acme,wikidata,Q1,paper\n",
                "acme-q,acme,wikidata,Q1,paper\nlab-q,lab,WIKIDATA,Q1,paper\n"),
                "identifiers.csv:3:3: scheme: Another record has the same scheme and value.");
    }

    @Test
    void a_record_that_cites_nothing_and_a_citation_that_supports_nothing() {
        refused(new SmallDataset().change("people", "ann,Ann,paper", "ann,Ann,"), "people.csv:2:3: source: The record cites"
                + " no source. Name one here, or in citations for the subject person:ann.");
        String kinds = "affiliation, initiative, participation, event, event_topic, product, topic, initiative_topic, name,"
                + " organization, organization_link, identifier, person, financial_report, figure";
        List<String> problems = problems(new SmallDataset().change("citations", "organization:acme,founded,paper,page 2\n", """
                acme,,paper,
                source:paper,,paper,
                organization:nobody,,paper,
                organization:acme,name_of_it,paper,
                organization:acme,citations,paper,
                organization:acme,,,
                organization:acme,,book,
                organization:acme,,paper,page 1
                """));
        String kind = "subject: Write the kind of the record, a colon and its id, such as organization:xiaomi. Kinds are ";
        assertThat(problems).hasSize(7);
        assertThat(problems.subList(0, 2)).allSatisfy(problem -> assertThat(problem.substring(19)).startsWith(kind));
        assertThat(problems.get(0).substring(19 + kind.length()).replace(".", "").split(", "))
                .containsExactlyInAnyOrder(kinds.split(", "));
        assertThat(problems.subList(2, 7)).containsExactly(
                "citations.csv:4:1: subject: There is no organization \"nobody\".",
                "citations.csv:5:2: field: A organization has no field \"name_of_it\". Write it as the API does, such as"
                        + " heldOn.",
                "citations.csv:6:2: field: A organization has no field \"citations\". Write it as the API does, such as"
                        + " heldOn.",
                "citations.csv:7:3: source: The cell is empty. Name the source.",
                "citations.csv:8:3: source: There is no source \"book\". Add it to sources, or correct the id.");
    }

    @Test
    void a_place_that_is_cited_again_with_another_note() {
        refused(new SmallDataset().with("citations", """
                subject,source,locator,note
                organization:acme,paper,page 2,
                organization:acme,paper,page 2,
                organization:acme,paper,page 2,Of the second edition.
                organization:acme,paper,page 1,Not as in its own line.
                """), "citations.csv:4:1: subject: The same place is cited for the same record at citations.csv:2, with another"
                + " note or stance. Keep one of them.",
                "citations.csv:5:1: subject: The same place is cited for the same record at organizations.csv:2, with another"
                        + " note or stance. Keep one of them.");
    }

    @Test
    void promises_of_field_descriptions_are_validated() {
        refused(new SmallDataset().with("figures",
                """
                        id,organization,metric,value,unit,currency,qualifier,equivalent_amount,equivalent_currency,equivalent_qualifier,source
                        a,acme,revenue,1,money,,exact,,,,paper
                        b,acme,staff,1,count,CNY,exact,,,,paper
                        c,acme,staff,1,count,,exact,1,USD,,paper
                        d,acme,revenue,1,money,CNY,exact,,,about,paper
                        e,acme,Net_Income,1,money,CNY,exact,,,,paper
                        """),
                "figures.csv:2:6: currency: The cell is empty, and every record where unit is money needs a value here.",
                "figures.csv:3:6: currency: currency is filled only where unit is money. Leave it empty, or correct unit.",
                "figures.csv:4:8: equivalent_amount: equivalent_amount is filled only where unit is money. Leave it empty, or"
                        + " correct unit.",
                "figures.csv:5:10: equivalent_qualifier: equivalent_qualifier is filled only where equivalent_amount is filled."
                        + " Leave it empty, or correct equivalent_amount.",
                "figures.csv:6:3: metric: \"Net_Income\" is not in the expected format. Write it in lower case with"
                        + " hyphens,"
                        + " such as adjusted-net-profit.");
        refused(new SmallDataset().with("financial_reports", """
                id,organization,fiscal_year,period,revision,source
                r,acme,-2147483648,fy,0,paper
                """),
                "financial_reports.csv:2:3: fiscal_year: -2147483648 is out of range. Write a whole number from 1 to 9999.",
                "financial_reports.csv:2:5: revision: 0 is out of range. Write a whole number from 1 to 9999.");
    }

    @Test
    void a_descriptor_with_text_that_no_database_stores_is_reported() {
        assertThat(problems(new SmallDataset().descriptor("""
                {"name": "%s", "title": "a\\u0000b", "description": "\\ud800", "version": "1",
                 "resources": [{"name": "sources", "path": "sources.csv"}]}""".formatted("n".repeat(2000)))))
                .containsExactlyInAnyOrder(
                        "datapackage.json: name: The text has 2,000 bytes in UTF-8, and at most 1,000 fit here. Shorten it.",
                        "datapackage.json: title: The text holds the character U+0000, which databases cannot store."
                                + " Remove it.",
                        "datapackage.json: description: The text holds U+D800, which is half of a character. Databases"
                                + " cannot store it. Write the whole character, or remove it.");
    }

    @Test
    void an_unknown_stance_and_a_stance_without_source_are_reported() {
        refused(new SmallDataset().change("people", "id,name,source\nann,Ann,paper",
                "id,name,source,stance\nann,Ann,paper,doubts"),
                "people.csv:2:4: stance: \"doubts\" is none of supports, contested, disputes.");
        refused(new SmallDataset().change("people", "id,name,source\nann,Ann,paper",
                "id,name,source,stance\nann,Ann,,disputes"), "people.csv:2:4: stance: Name the source, too.");
        refused(new SmallDataset().with("citations",
                "subject,source,locator,stance\norganization:acme,paper,page 2,maybe\n"),
                "citations.csv:2:4: stance: \"maybe\" is none of supports, contested, disputes.");
        refused(new SmallDataset().with("citations", "subject,field,source\nfigure:none,growthComputed,paper\n"),
                "citations.csv:2:1: subject: There is no figure \"none\".",
                "citations.csv:2:2: field: A figure has no field \"growthComputed\". Write it as the API does, such as"
                        + " heldOn.");
    }

    @Test
    void a_file_that_is_missing_empty_or_no_csv_in_utf_8() {
        SmallDataset missing = new SmallDataset();
        Path broken = missing.in(folder.resolve("missing"));
        assertThat(broken.resolve("people.csv").toFile().delete()).isTrue();
        assertThat(refused(broken)).containsExactly("datapackage.json: The resource \"people\" has the path \"people.csv\","
                + " and there is no such file in the folder.");
        refused(new SmallDataset().with("identifiers", ""), "identifiers.csv: The file is empty. Its first line names the"
                + " columns, at least id, organization, scheme, value.");
        refused(new SmallDataset().with("identifiers",
                "id,organization,scheme,value,source\na,acme,other,\u00e9,paper\n".getBytes(StandardCharsets.ISO_8859_1)),
                "identifiers.csv: The file is not in UTF-8. Save it in UTF-8.");
        assertThat(refused(folder.resolve("no such folder"))).singleElement().asString()
                .startsWith("datapackage.json: There is no such file in ");
    }

    @Test
    void a_line_with_too_many_or_too_few_cells_is_reported_where_it_starts() {
        refused(new SmallDataset().with("people", "id,name,source\nann,\"An\nn\",paper\nbo,Bo\ncy,Cy,paper,more\n"),
                "people.csv:4: The line has 2 cells, and the first line names 3 columns. Give each column one cell.",
                "people.csv:5: The line has 4 cells, and the first line names 3 columns. Give each column one cell.");
    }

    @Test
    void an_invalid_descriptor_is_reported() {
        assertThat(problems(new SmallDataset().descriptor("{\"name\": "))).singleElement().asString()
                .matches("datapackage\\.json:1:\\d+: This is no JSON: .*");
        refused(new SmallDataset().descriptor("{\"resources\": [{\"name\": \"animals\", \"path\": \"people.csv\"}]}"),
                "datapackage.json: The resource \"animals\" is unknown to Footnote. It knows "
                        + known() + ".",
                "datapackage.json: Most of these files have names or columns that Footnote does not know. Write a"
                        + " mapping, put it next to the files as footnote.json or pass it with --mapping; see"
                        + " docs/mapping.md. Only the header lines were read.");
        for (String empty : new String[] { "", "{}", "[]", "null", "\"x\"", "{\"resources\": []}" }) {
            assertThat(problems(new SmallDataset().descriptor(empty))).as(empty).isNotEmpty();
        }
        refused(new SmallDataset().descriptor("{\"resources\": [{\"name\": \"people\", \"path\": \"../good/people.csv\"}]}"),
                "datapackage.json: The resource \"people\" has the path \"../good/people.csv\", and there is no such file in"
                        + " the folder.");
    }

    private String known() {
        String problem = problems(
                new SmallDataset().descriptor("{\"resources\": [{\"name\": \"x\", \"path\": \"people.csv\"}]}"))
                .get(0);
        return problem.substring(problem.indexOf("It knows ") + 9, problem.length() - 1);
    }

    @Test
    void a_character_that_a_database_cannot_hold() {
        refused(new SmallDataset().change("people", "Ann", "A\u0000nn"),
                "affiliations.csv:2:2: person: There is no person \"ann\". Add it to people, or correct the id.",
                "people.csv:2:2: The text holds the character U+0000, which databases cannot store. Remove it.");
        assertThat(problems(new SmallDataset().change("people", "ann,Ann", "a\u0000nn,Ann"))).isNotEmpty();
    }

    @Test
    void many_errors_are_counted_instead_of_listed() {
        String lines = "x,,paper\n".repeat(1200);
        InvalidDatasetException broken = catchThrowableOfType(InvalidDatasetException.class,
                () -> importer.take(new SmallDataset().with("people", "id,name,source\n" + lines).in(folder.resolve("many")),
                        ProgressListener.NONE));
        assertThat(broken.problems()).hasSize(1000);
        assertThat(broken.getMessage().split("\n")).hasSize(10).startsWith("The dataset has 2400 faults; nothing was imported.")
                .contains("    and 1,197 more like these in people.csv, column name",
                        "    and 1,196 more like these in people.csv, column id");
    }

    private void refused(SmallDataset dataset, String... expected) {
        assertThat(problems(dataset)).containsExactly(expected);
    }

    private List<String> problems(SmallDataset dataset) {
        return refused(dataset.in(folder.resolve("broken" + System.nanoTime())));
    }

    private List<String> refused(Path dataset) {
        InvalidDatasetException broken = catchThrowableOfType(InvalidDatasetException.class,
                () -> importer.take(dataset, ProgressListener.NONE));
        assertThat(Door.ask(EVERYTHING)).as("the database is as it was").isEqualTo(before);
        assertThat(broken).as("faults were found").isNotNull();
        return broken.problems();
    }
}
