package dev.footnote.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.Door;
import dev.footnote.database.Database;
import dev.footnote.dataset.datapackage.InvalidDatasetException;
import dev.footnote.dataset.merge.ChangeCounts;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.metamodel.Metamodel;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A package that contains only changes. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class DeltaTest {

    @Inject
    DatasetImporter importer;

    @Inject
    Database database;

    @Inject
    Metamodel metamodel;

    @TempDir
    Path folder;

    private int packages;

    @BeforeEach
    void import_a_whole_one() {
        importer.take(new SmallDataset().in(folder.resolve("whole")), ProgressListener.NONE);
    }

    @Test
    void records_are_added_changed_and_deleted_and_all_others_stay() {
        ImportResult outcome = take(SmallDataset.delta()
                .with("people", "id,name,source,locator\nann,Ann B.,paper,page 3\nbo,Bo,paper,\n")
                .with("deletions", "record\nidentifier:acme-q\n"));
        assertThat(Door.plain(Door
                .ask("""
                        {
                          people { nodes { slug name citations { nodes { locator } } } }
                          identifiers: organization(by: {slug: "acme"}) { identifiers { totalCount } citations { nodes { locator field } } }
                          affiliations { nodes { slug person { name } } }
                        }""")))
                .isEqualTo(Door.plain("""
                        {"data": {
                          "people": {"nodes": [
                            {"slug": "ann", "name": "Ann B.", "citations": {"nodes": [{"locator": "page 3"}]}},
                            {"slug": "bo", "name": "Bo", "citations": {"nodes": [{"locator": null}]}}]},
                          "identifiers": {"identifiers": {"totalCount": 0}, "citations": {"nodes": [
                            {"locator": "page 1", "field": null}, {"locator": "page 2", "field": "founded"}]}},
                          "affiliations": {"nodes": [{"slug": "ann-lab", "person": {"name": "Ann B."}}]}}}"""));
        assertThat(outcome.changes()).isEqualTo(new ChangeCounts(3, 1, 3));
    }

    @Test
    void the_same_delta_again_changes_nothing() throws SQLException {
        SmallDataset delta = SmallDataset.delta().with("people", "id,name,source\nbo,Bo,paper\n")
                .with("deletions", "record\nidentifier:acme-q\n");
        take(delta);
        Map<String, List<String>> once = held();
        assertThat(take(delta).changes().none()).isTrue();
        assertThat(held()).isEqualTo(once);
    }

    @Test
    void a_replaced_record_gets_new_citations_and_others_keep_theirs() throws SQLException {
        take(SmallDataset.delta()
                .with("organizations", "id,kind,name,source,locator\nacme,company,Acme,paper,page 1\n")
                .with("citations", "subject,field,source,locator\nperson:ann,name,paper,page 9\n"));
        assertThat(held().get("citation")).noneMatch(row -> row.contains("founded"))
                .anyMatch(row -> row.contains("person:ann:") && row.contains("page 9"))
                .anyMatch(row -> row.contains("organization:acme:") && row.contains("page 1"));
        assertThat(held().get("citation").stream().filter(row -> row.contains("person:ann:"))).hasSize(2);
    }

    @Test
    void records_that_others_refer_to_are_not_deleted() {
        refused(SmallDataset.delta().with("deletions", "record\nperson:ann\norganization:acme\nsource:paper\n"),
                "deletions.csv:2:1: record: It is still referenced by affiliation:ann-lab, as its person."
                        + " Delete that as well, or let it refer to another record.",
                "deletions.csv:3:1: record: It is still referenced by identifier:acme-q, as its organization."
                        + " Delete that as well, or let it refer to another record.",
                "deletions.csv:3:1: record: It is still referenced by participation:acme-alliance, as its organization."
                        + " Delete that as well, or let it refer to another record.",
                "deletions.csv:4:1: record: It is still cited by affiliation:ann-lab."
                        + " Delete that as well, or supply it with other citations.",
                "deletions.csv:4:1: record: It is still cited by initiative:alliance."
                        + " Delete that as well, or supply it with other citations.",
                "deletions.csv:4:1: record: It is still cited by organization:lab."
                        + " Delete that as well, or supply it with other citations.",
                "deletions.csv:4:1: record: It is still cited by participation:acme-alliance."
                        + " Delete that as well, or supply it with other citations.",
                "deletions.csv:4:1: record: It is still cited by identifier:acme-q."
                        + " Delete that as well, or supply it with other citations.");
    }

    @Test
    void dependent_records_are_deleted_or_refer_to_another() {
        take(SmallDataset.delta().with("people", "id,name,source\nbo,Bo,paper\n")
                .with("affiliations", "id,person,organization,title,kind,source\nann-lab,bo,lab,Head,executive,paper\n")
                .with("deletions", "record\nperson:ann\nidentifier:acme-q\nparticipation:acme-alliance\norganization:acme\n"));
        assertThat(Door.plain(Door.ask("{ people { nodes { slug } } organizations { nodes { slug } }"
                + " affiliations { nodes { person { slug } } } participations { totalCount } }"))).isEqualTo(
                        "{\"data\":{\"people\":{\"nodes\":[{\"slug\":\"bo\"}]},\"organizations\":{\"nodes\":[{\"slug\":\"lab\"}]},"
                                + "\"affiliations\":{\"nodes\":[{\"person\":{\"slug\":\"bo\"}}]},\"participations\":{\"totalCount\":0}}}");
    }

    @Test
    void errors_of_a_delta_are_reported_like_those_of_a_package() {
        refused(SmallDataset.delta().with("affiliations", "id,person,title,kind,source\nx,nobody,Head,executive,paper\n")
                .with("identifiers", "id,organization,scheme,value,source\nother,lab,wikidata,Q1,paper\n")
                .with("people", "id,name,source\nann,Ann,\n").with("deletions", "record\nann\nperson:ann\n"),
                "affiliations.csv:2:2: person: There is no person \"nobody\". Add it to people, or correct the id.",
                "deletions.csv:2:1: record: Write the kind of the record, a colon and its id, such as organization:xiaomi.",
                "deletions.csv:3:1: record: The delta holds person \"ann\" as well. Delete it or supply it, not both.",
                "deletions.csv:3:1: record: It is still referenced by affiliation:ann-lab, as its person."
                        + " Delete that as well, or let it refer to another record.",
                "identifiers.csv:2:3: scheme: Another record has the same scheme and value.");
        refused(SmallDataset.delta().with("people", "id,name,source\nann,Ann,\n"),
                "people.csv:2:3: source: The record cites no source. Name one here, or in citations for the subject"
                        + " person:ann.");
    }

    @Test
    void an_identifier_goes_from_one_record_to_another() throws SQLException {
        take(SmallDataset.delta().with("identifiers", "id,organization,scheme,value,source\nother,lab,wikidata,Q1,paper\n")
                .with("deletions", "record\nidentifier:acme-q\n"));
        assertThat(held().get("identifier")).singleElement().asString().contains("other", "|lab|", "|Q1|");
    }

    @Test
    void the_dataset_is_the_old_one_with_a_fingerprint_of_both() {
        String query = "{ dataset { slug version fingerprint } }";
        String before = Door.data(query).at("/dataset/fingerprint").asText();
        take(SmallDataset.delta().with("people", "id,name,source\nbo,Bo,paper\n"));
        assertThat(Door.data(query).at("/dataset/slug").asText()).isEqualTo("small");
        assertThat(Door.data(query).at("/dataset/fingerprint").asText()).hasSize(64).isNotEqualTo(before);
    }

    private Map<String, List<String>> held() throws SQLException {
        return new HeldImport(metamodel, database).everything();
    }

    private void refused(SmallDataset delta, String... problems) {
        String before = Door.ask("{ people { nodes { name } } dataset { fingerprint } }");
        InvalidDatasetException broken = catchThrowableOfType(InvalidDatasetException.class, () -> take(delta));
        assertThat(broken).isNotNull();
        assertThat(broken.problems()).containsExactlyInAnyOrder(problems);
        assertThat(Door.ask("{ people { nodes { name } } dataset { fingerprint } }")).isEqualTo(before);
    }

    private ImportResult take(SmallDataset delta) {
        return importer.take(delta.in(folder.resolve("delta" + packages++)), ProgressListener.NONE);
    }
}
