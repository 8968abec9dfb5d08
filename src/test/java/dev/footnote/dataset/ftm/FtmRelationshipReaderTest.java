package dev.footnote.dataset.ftm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.Door;
import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.OwnDatabase;
import dev.footnote.dataset.staging.ProgressListener;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** FollowTheMoney relationships become relations, or are reported if there is none for them. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class FtmRelationshipReaderTest {

    private static final String THINGS = """
            {"id":"acme","schema":"Company","properties":{"name":["Acme"]},"datasets":["reg"]}
            {"id":"lab","schema":"Organization","properties":{"name":["Lab"]},"datasets":["reg"]}
            {"id":"ann","schema":"Person","properties":{"name":["Ann"]},"datasets":["reg"]}
            {"id":"proj","schema":"Project","properties":{"name":["Project"]},"datasets":["reg"]}
            {"id":"line","schema":"Project","properties":{"name":["Line"]},"datasets":["reg"]}
            {"id":"ship","schema":"Vessel","properties":{"name":["Ship"]},"datasets":["reg"]}
            """;

    @Inject
    DatasetImporter importer;

    @TempDir
    Path folder;

    @Test
    void who_pays_for_a_project_funds_it_and_who_is_paid_receives() throws IOException {
        assertThat(warnings(
                """
                        {"id":"pay","schema":"Payment","properties":{"payer":["acme"],"beneficiary":["lab"],"project":["proj"],"amount":["1200.50"],"currency":["EUR"],"date":["2020-03"],"purpose":["Grant"]},"datasets":["reg"]}
                        {"id":"both","schema":"Payment","properties":{"payer":["ann"],"beneficiary":["lab"],"project":["line"],"amount":["many"],"currency":["EUR"]},"datasets":["reg"]}
                        {"id":"bare","schema":"Payment","properties":{"payer":["acme"],"beneficiary":["lab"],"amount":["7"]},"datasets":["reg"]}
                        """))
                .containsExactlyInAnyOrder("Payment for no project: One entity" + record(),
                        "Payment.amount: From here on 2 values are" + column(),
                        "Payment.currency: One value is" + column());
        assertThat(Door.plain(Door.ask("""
                { initiatives { nodes { slug participations { nodes { slug role from committed { amount currency }
                    organization { slug } person { slug } citations { nodes { note } } } } } } }""")))
                .isEqualTo(Door.plain("""
                        {"data": {"initiatives": {"nodes": [
                          {"slug": "line", "participations": {"nodes": [
                            {"slug": "both", "role": "FUNDER", "from": null, "committed": null, "organization": null,
                              "person": {"slug": "ann"}, "citations": {"nodes": [{"note": null}]}},
                            {"slug": "both/2", "role": "RECIPIENT", "from": null, "committed": null,
                              "organization": {"slug": "lab"}, "person": null, "citations": {"nodes": [{"note": null}]}}]}},
                          {"slug": "proj", "participations": {"nodes": [
                            {"slug": "pay", "role": "FUNDER", "from": "2020-03",
                              "committed": {"amount": "1200.5", "currency": "EUR"}, "organization": {"slug": "acme"},
                              "person": null, "citations": {"nodes": [{"note": "Grant"}]}},
                            {"slug": "pay/2", "role": "RECIPIENT", "from": "2020-03", "committed": null,
                              "organization": {"slug": "lab"}, "person": null,
                              "citations": {"nodes": [{"note": "Grant"}]}}]}}]}}}""".replaceAll("\\R\\s*", " ")));
    }

    @Test
    void a_position_becomes_a_role_at_its_organization() throws IOException {
        assertThat(warnings("""
                {"id":"occ","schema":"Occupancy","properties":{"holder":["ann"],"post":["seat","bench"]},"datasets":["reg"]}
                {"id":"seat","schema":"Position","properties":{"name":["Member"]},"datasets":["reg"]}
                {"id":"seat","schema":"Position","properties":{"organization":["lab"]},"datasets":["reg"]}
                {"id":"bench","schema":"Position","properties":{"name":["Judge"],"organization":["ship"]},"datasets":["reg"]}
                """)).containsExactlyInAnyOrder("Position.organization: One value is" + column());
        assertThat(Door.plain(Door.ask("{ affiliations { nodes { slug title organization { slug } } } }"))).isEqualTo(Door
                .plain("""
                        {"data": {"affiliations": {"nodes": [{"slug": "occ/2", "title": "Judge", "organization": null},
                          {"slug": "occ", "title": "Member", "organization": {"slug": "lab"}}]}}}"""
                        .replaceAll("\\R\\s*", " ")));
    }

    @Test
    void a_relation_whose_kind_is_only_its_schema_has_a_title() throws IOException {
        assertThat(warnings(
                """
                        {"id":"c1","schema":"Control","properties":{"controller":["acme"],"controlled":["lab"],"controlType":["voting"]},"datasets":["reg"]}
                        {"id":"c2","schema":"Control","properties":{"controller":["ann"],"controlled":["lab"],"controlType":["trust"]},"datasets":["reg"]}
                        {"id":"d","schema":"Directorship","properties":{"director":["acme"],"organization":["lab"]},"datasets":["reg"]}
                        {"id":"u","schema":"UnknownLink","properties":{"subject":["lab"],"object":["acme"],"role":["Part of","a branch"]},"datasets":["reg"]}
                        """))
                .isEmpty();
        assertThat(Door.plain(Door.ask("""
                { affiliations { nodes { slug title citations { nodes { note } } } }
                  organizations { nodes { slug links { nodes { slug kind citations { nodes { note } } } } } } }""")))
                .isEqualTo(Door.plain("""
                        {"data": {"affiliations": {"nodes": [{"slug": "c2", "title": "Controller",
                            "citations": {"nodes": [{"note": "trust"}]}}]},
                          "organizations": {"nodes": [{"slug": "acme", "links": {"nodes": [
                            {"slug": "c1", "kind": "RELATED", "citations": {"nodes": [{"note": "Controller; voting"}]}},
                            {"slug": "d", "kind": "RELATED", "citations": {"nodes": [{"note": "Director"}]}}]}},
                          {"slug": "lab", "links": {"nodes": [
                            {"slug": "u", "kind": "PART_OF", "citations": {"nodes": [{"note": "a branch"}]}}]}}]}}}"""
                        .replaceAll("\\R\\s*", " ")));
    }

    @Test
    void trips_are_events_and_messages_are_documents() throws IOException {
        assertThat(warnings(
                """
                        {"id":"trip","schema":"Trip","properties":{"name":["Visit"],"startDate":["2020"],"vehicle":["ship"],"proof":["mail"]},"datasets":["reg"]}
                        {"id":"mail","schema":"Message","properties":{"subject":["We leave"],"recipients":["ann"]},"datasets":["reg"]}
                        """))
                .containsExactlyInAnyOrder("Message.recipients: One value is" + column(),
                        "Trip.vehicle: One value is" + column());
        assertThat(Door.plain(Door.ask("{ events { nodes { slug date citations { nodes { source { title } } } } } }")))
                .isEqualTo(Door.plain("""
                        {"data": {"events": {"nodes": [{"slug": "trip", "date": "2020",
                          "citations": {"nodes": [{"source": {"title": "We leave"}}]}}]}}}""".replaceAll("\\R\\s*", " ")));
    }

    @Test
    void everything_that_is_dropped_is_reported() throws IOException {
        assertThat(warnings(
                """
                        {"id":"occ","schema":"Occupancy","properties":{"holder":["ann"]},"datasets":["reg"]}
                        {"id":"doc","schema":"Documentation","properties":{"entity":["acme"]},"datasets":["reg"]}
                        {"id":"dir","schema":"Directorship","properties":{"director":["ann"],"organization":["lab"],"proof":["gone"],"retrievedAt":["2020"]},"datasets":["reg"]}
                        {"id":"debt","schema":"Debt","properties":{"debtor":["acme"],"creditor":["lab"]},"datasets":["reg"]}
                        {"id":"award","schema":"ContractAward","properties":{"supplier":["acme"],"contract":["deal"]},"datasets":["reg"]}
                        """))
                .containsExactlyInAnyOrder("ContractAward: One entity" + record(), "Debt: One entity" + record(),
                        "Documentation with an end that is not read from the file: One entity" + record(),
                        "Occupancy with an end that is not a person or organization in the file: One entity" + record(),
                        "proof that is no document in the file: One entity" + record(),
                        "Documentation.entity: One value is" + column(), "Directorship.retrievedAt: One value is" + column());
    }

    private static String record() {
        return " is left out, because Footnote has no record for it.";
    }

    private static String column() {
        return " left out, because Footnote has no column for it.";
    }

    /** Imports, and gives the warnings of what is left out without their places, but for that of the ship. */
    private List<String> warnings(String entities) throws IOException {
        Path file = Files.writeString(folder.resolve("entities.json"), entities + THINGS);
        List<String> warnings = importer.check(file, ProgressListener.NONE).warnings().stream().map(DatasetProblem::toString)
                .toList();
        importer.take(file, ProgressListener.NONE);
        return warnings.stream().map(one -> one.replaceFirst("^entities.json:\\d+: ", ""))
                .filter(one -> one.contains(" left out") && !one.startsWith("Vessel")).toList();
    }
}
