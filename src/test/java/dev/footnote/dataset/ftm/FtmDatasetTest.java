package dev.footnote.dataset.ftm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.Door;
import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.InvalidDatasetException;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.OwnDatabase;
import dev.footnote.dataset.staging.ProgressListener;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** FollowTheMoney entities are imported in any order, and what cannot be imported is counted. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class FtmDatasetTest {

    /** Those that join others stand ahead of them. */
    private static final String ENTITIES = """
            {"id":"own","schema":"Ownership","properties":{"owner":["acme"],"asset":["lab"],"percentage":["40%"],"startDate":["2011"]},"datasets":["reg"]}
            {"id":"dir","schema":"Directorship","properties":{"director":["ann"],"organization":["acme"],"role":["Chair"],"startDate":["2012-03-01T00:00:00"],"endDate":["2014-05"]},"datasets":["reg"]}
            {"id":"occ","schema":"Occupancy","properties":{"holder":["ann"],"post":["seat"],"status":["ended"]},"datasets":["reg"]}
            {"id":"fam","schema":"Family","properties":{"person":["ann"],"relative":["bo"]},"datasets":["reg"]}
            {"id":"ship-own","schema":"Ownership","properties":{"owner":["acme"],"asset":["ship"]},"datasets":["reg"]}
            {"id":"comp","schema":"UnknownLink","properties":{"subject":["lab"],"object":["board"],"role":["Competitor of"]},"datasets":["reg"]}
            {"id":"suc","schema":"Succession","properties":{"successor":["acme"],"predecessor":["lab"]},"datasets":["reg"]}
            {"id":"doc-acme","schema":"Documentation","properties":{"document":["doc"],"entity":["acme"]},"datasets":["reg"]}

            {"id":"acme","caption":"Acme","schema":"Company","properties":{"name":["Acme","ACME Ltd"],"alias":["Acme 示例"],"previousName":["Ajax"],"jurisdiction":["cn"],"country":["cn"],"incorporationDate":["2010-4-5"],"website":["acme.example"],"leiCode":["LEI1"],"registrationNumber":["7"],"status":["Active"],"sourceUrl":["https://reg.example/acme"],"publisher":["The Register"],"retrievedAt":["2024-01-02"],"parent":["board"],"address":["1 Road","2 Road"]},"datasets":["reg"],"referents":["old-acme"],"first_seen":"2024-01-01"}
            {"id":"lab","schema":"LegalEntity","properties":{"name":["Lab"],"country":["zz"],"registrationNumber":["7"],"dissolutionDate":["2020"]},"datasets":["reg","list"]}
            {"id":"board","schema":"PublicBody","properties":{"name":["Board"],"classification":["development zone"],"proof":["doc"]}}
            {"id":"ann","schema":"Person","properties":{"name":["Ann"],"weakAlias":["A."],"birthDate":["1970"]},"datasets":["reg"]}
            {"id":"bo","schema":"Person","properties":{},"caption":"Bo","datasets":["reg"]}
            {"id":"seat","schema":"Position","properties":{"name":["Member of the Council"],"country":["cn"]},"datasets":["reg"]}
            {"id":"doc","schema":"Article","properties":{"title":["A story"],"publishedAt":["2019-02-03"],"author":["A","B"],"language":["eng"]},"datasets":["reg"]}
            {"id":"part","schema":"ProjectParticipant","properties":{"project":["proj","ship"],"participant":["bo"],"role":["Treasurer","lead"],"endDate":["2020"]},"datasets":["reg"]}
            {"id":"proj","schema":"Project","properties":{"name":["Project"],"keywords":["green","Joint Laboratory"],"address":["1 Road"],"status":["someday"],"amount":["5"]},"datasets":["reg"]}
            {"id":"fair","schema":"Event","properties":{"name":["Fair"],"date":["2021-05-06"],"location":["The Hall"],"organizer":["acme"],"involved":["ann","ship"],"proof":["doc"]},"datasets":["reg"]}
            {"id":"doc-fair","schema":"Documentation","properties":{"document":["doc"],"entity":["proj"]},"datasets":["reg"]}
            {"id":"ship","schema":"Vessel","properties":{"name":["Ship"]},"datasets":["reg"]}
            """;

    @Inject
    DatasetImporter importer;

    @TempDir
    Path folder;

    @Test
    void entities_become_records() throws IOException {
        take(ENTITIES);
        assertThat(Door.plain(Door.ask("""
                {
                  organizations { nodes { slug name kind country founded website status
                    names { nodes { text kind } } identifiers { nodes { scheme value } }
                    links { nodes { slug kind from target { slug } } }
                    citations { nodes { source { slug } } } } }
                  affiliations { nodes { slug title kind from to ended person { name } organization { slug } } }
                  people { nodes { slug name names { nodes { text kind } } } }
                  sources { nodes { kind title url publisher { name } authors published retrieved language } }
                }"""))).isEqualTo(Door
                .plain("""
                              {"data": {"organizations": {"nodes": [
                                {"slug": "acme", "name": "Acme", "kind": "COMPANY", "country": "CN", "founded": "2010-04-05", "website": null,
                                  "status": "ACTIVE",
                                  "names": {"nodes": [{"text": "ACME Ltd", "kind": "SPELLING"}, {"text": "Ajax", "kind": "FORMER"}, {"text": "Acme 示例", "kind": "ALIAS"}]},
                                  "identifiers": {"nodes": [{"scheme": "LEI", "value": "LEI1"},
                                    {"scheme": "OTHER", "value": "registrationNumber:7"}]},
                                  "links": {"nodes": [{"slug": "own", "kind": "OWNER_OF", "from": "2011", "target": {"slug": "lab"}},
                            {"slug": "suc", "kind": "SUCCESSOR_OF", "from": null, "target": {"slug": "lab"}},
                            {"slug": "acme/parent/board", "kind": "PART_OF", "from": null, "target": {"slug": "board"}}]},
                                  "citations": {"nodes": [{"source": {"slug": "%1$s"}}, {"source": {"slug": "doc"}}]}},
                                {"slug": "board", "name": "Board", "kind": "DEVELOPMENT_ZONE", "country": null, "founded": null, "website": null,
                                  "status": null, "names": {"nodes": []}, "identifiers": {"nodes": []}, "links": {"nodes": []},
                                  "citations": {"nodes": [{"source": {"slug": "doc"}}]}},
                                {"slug": "lab", "name": "Lab", "kind": "OTHER", "country": null, "founded": null, "website": null,
                                  "status": "INACTIVE", "names": {"nodes": []}, "identifiers": {"nodes": []}, "links": {"nodes": [{"slug": "comp", "kind": "COMPETITOR_OF", "from": null, "target": {"slug": "board"}}]},
                                  "citations": {"nodes": [{"source": {"slug": "reg"}}, {"source": {"slug": "list"}}]}},
                                {"slug": "publisher/The Register", "name": "The Register", "kind": "MEDIA", "country": null, "founded": null, "website": null,
                                  "status": null, "names": {"nodes": []}, "identifiers": {"nodes": []}, "links": {"nodes": []},
                                  "citations": {"nodes": [{"source": {"slug": "%1$s"}}]}}]},
                               "affiliations": {"nodes": [
                                {"slug": "dir", "title": "Chair", "kind": "BOARD", "from": "2012-03-01", "to": "2014-05", "ended": null,
                                  "person": {"name": "Ann"}, "organization": {"slug": "acme"}},
                                {"slug": "occ", "title": "Member of the Council", "kind": "OFFICIAL", "from": null, "to": null, "ended": true,
                                  "person": {"name": "Ann"}, "organization": null}]},
                               "people": {"nodes": [{"slug": "ann", "name": "Ann", "names": {"nodes": [{"text": "A.", "kind": "ALIAS"}]}},
                                {"slug": "bo", "name": "Bo", "names": {"nodes": []}}]},
                               "sources": {"nodes": [
                                {"kind": "ARTICLE", "title": "A story", "url": null, "publisher": null, "authors": "A; B",
                                  "published": "2019-02-03", "retrieved": null, "language": "eng"},
                                {"kind": "DATASET", "title": "list", "url": null,
                          "publisher": null, "authors": null, "published": null, "retrieved": null, "language": null},
                        {"kind": "WEBSITE", "title": "https://reg.example/acme", "url": "https://reg.example/acme",
                          "publisher": {"name": "The Register"}, "authors": null, "published": null, "retrieved": "2024-01-02", "language": null},
                                {"kind": "DATASET", "title": "reg", "url": null, "publisher": null, "authors": null, "published": null,
                                  "retrieved": null, "language": null}]}}}"""
                        .formatted("url-" + Long.toHexString(OnDiskHashIndex.hash("https://reg.example/acme")))
                        .replaceAll("\\R\\s*", " ")));
    }

    @Test
    void projects_become_initiatives_and_events_events() throws IOException {
        take(ENTITIES);
        assertThat(Door.plain(Door.ask("""
                {
                  events { nodes { slug name kind date place citations { nodes { source { slug } } }
                    participations { nodes { slug role title to organization { slug } person { slug } } } } }
                  initiatives { nodes { slug name kind status started place citations { nodes { source { slug } } }
                    participations { nodes { slug role title to organization { slug } person { slug } } } } }
                }"""))).isEqualTo(Door
                .plain("""
                        {"data": {"events": {"nodes": [
                          {"slug": "fair", "name": "Fair", "kind": "OTHER", "date": "2021-05-06", "place": "The Hall",
                            "citations": {"nodes": [{"source": {"slug": "doc"}}]}, "participations": {"nodes": [
                              {"slug": "fair/organizer/acme", "role": "ORGANIZER", "title": null, "to": null,
                                "organization": {"slug": "acme"}, "person": null},
                              {"slug": "fair/involved/ann", "role": "OTHER", "title": null, "to": null, "organization": null,
                                "person": {"slug": "ann"}}]}}]},
                         "initiatives": {"nodes": [
                          {"slug": "proj", "name": "Project", "kind": "JOINT_LABORATORY", "status": null, "started": null,
                            "place": "1 Road", "citations": {"nodes": [{"source": {"slug": "reg"}}, {"source": {"slug": "doc"}}]},
                            "participations": {"nodes": [{"slug": "part", "role": "LEAD", "title": "Treasurer", "to": "2020",
                              "organization": null, "person": {"slug": "bo"}}]}}]}}}"""
                        .replaceAll("\\R\\s*", " ")));
    }

    @Test
    void entities_without_a_place_are_counted() throws IOException {
        String column = " left out, because Footnote has no column for it.";
        String record = " left out, because Footnote has no record for it.";
        assertThat(warnings(ENTITIES)).contains("entities.json:1: Ownership.percentage: One value is" + column,
                "entities.json:4: Family: One entity is" + record,
                "entities.json:5: Ownership with an end that is not a person or organization in the file: One entity"
                        + " is" + record,
                "entities.json:10: Company.address: From here on 2 values are" + column,
                "entities.json:10: referents: One value is" + column, "entities.json:10: first_seen: One value is" + column,
                "entities.json:10: founded: \"2010-4-5\" is not in the expected format. It is read as 2010-04-05.",
                "entities.json:11: country: \"ZZ\" is not a country code. Write two capitals of ISO 3166-1, such as CN."
                        + " It is left out.",
                "entities.json:11: registrationNumber: Another organization has the same identifier, which must be"
                        + " unique. It is left out of \"Lab\".",
                "entities.json:11: LegalEntity.dissolutionDate: One value is" + column,
                "entities.json:13: Person.birthDate: One value is" + column,
                "entities.json:17: ProjectParticipant with an end that is not read from the file: One entity is" + record,
                "entities.json:18: Project.keywords: One value is" + column,
                "entities.json:18: Project.amount: One value is" + column,
                "entities.json:18: status: \"someday\" is none of planned, agreed, active, completed, cancelled. It is"
                        + " left out.",
                "entities.json:19: Event with an end that is not read from the file: One entity is" + record,
                "entities.json:21: Vessel: One entity is" + record);
    }

    @Test
    void a_publisher_that_no_document_states_is_counted() throws IOException {
        assertThat(warnings("""
                {"id":"doc","schema":"Article","properties":{"title":["A story"]}}
                {"id":"board","schema":"PublicBody","properties":{"name":["Board"],"publisher":["The Gazette"],"proof":["doc"]}}
                """)).anyMatch(warning -> warning.contains("PublicBody.publisher"));
    }

    @Test
    void a_packed_file_is_read_as_well_and_the_same_file_again_changes_nothing() throws IOException {
        Path file = folder.resolve("entities.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(ENTITIES.getBytes(StandardCharsets.UTF_8));
        }
        importer.take(file, ProgressListener.NONE);
        assertThat(Door.data("{ dataset { title fingerprint } organizations { totalCount } }").toString())
                .contains("\"totalCount\":4");
        assertThat(importer.take(file, ProgressListener.NONE).same()).isTrue();
    }

    @Test
    void lines_that_are_no_entities_are_reported() {
        assertThat(problems("{\"id\":\"a\",\"schema\":\"Person\"}\n{\"id\":\n[]\n{\"schema\":\"Person\"}\n"
                + "{\"id\":\"a\",\"schema\":\"Person\"}\n"))
                .extracting(problem -> problem.replaceFirst("(JSON|entity).*", "$1"))
                .containsExactly("entities.json:2:7: The line is not valid JSON", "entities.json:3: The line is not an entity",
                        "entities.json:4: The line is not an entity");
    }

    @Test
    void an_entity_in_several_lines_is_one() throws IOException {
        take("""
                {"id":"a","schema":"LegalEntity","properties":{"name":["Ann"],"country":["cn"]},"datasets":["one"]}
                {"id":"d","schema":"Directorship","properties":{"director":["a"],"organization":["o"]},"datasets":["one"]}
                {"id":"o","schema":"Thing","properties":{"name":["Office"]},"datasets":["one"]}
                {"id":"a","schema":"Person","caption":"Ann A.","properties":{"name":["Ann","A. Ann"],"summary":["Chairs."]},"datasets":["two"]}
                {"id":"o","schema":"Company","properties":{"incorporationDate":["2001"]},"datasets":["one"]}
                {"id":"o","schema":"Organization","properties":{"website":["https://o.example"]},"datasets":["one"]}
                """);
        assertThat(Door.plain(Door.ask("""
                {
                  people { nodes { slug name summary names { nodes { text } } citations { nodes { source { slug } } } } }
                  organizations { nodes { slug name kind founded website } }
                  affiliations { nodes { slug person { slug } organization { slug } } }
                }"""))).isEqualTo(Door.plain("""
                {"data": {"people": {"nodes": [{"slug": "a", "name": "Ann A.", "summary": "Chairs.",
                    "names": {"nodes": [{"text": "Ann"}, {"text": "A. Ann"}]},
                    "citations": {"nodes": [{"source": {"slug": "one"}}, {"source": {"slug": "two"}}]}}]},
                  "organizations": {"nodes": [{"slug": "o", "name": "Office", "kind": "COMPANY", "founded": "2001",
                    "website": "https://o.example"}]},
                  "affiliations": {"nodes": [{"slug": "d", "person": {"slug": "a"}, "organization": {"slug": "o"}}]}}}"""
                .replaceAll("\\R\\s*", " ")));
        assertThat(problems("{\"id\":\"a\",\"schema\":\"Person\"}\n{\"id\":\"a\",\"schema\":\"Company\"}\n"))
                .containsExactly(
                        "entities.json:2: id: The entity is a Company here and a Person in line 1, and no entity can be"
                                + " both. Give one of them another id.");
    }

    @Test
    void generated_ids_are_unique() throws IOException {
        take("""
                {"id":"x","schema":"Ownership","properties":{"owner":["a"],"asset":["a/b","c"]},"datasets":["reg"]}
                {"id":"x/2","schema":"Ownership","properties":{"owner":["c"],"asset":["a"]},"datasets":["reg"]}
                {"id":"reg","schema":"Article","properties":{"title":["The register explained"]},"datasets":["reg"]}
                {"id":"a","schema":"Company","properties":{"name":["A"],"alias":["b/c"]},"datasets":["reg"]}
                {"id":"a/b","schema":"Company","properties":{"name":["B"],"alias":["c"]},"datasets":["reg"]}
                {"id":"c","schema":"Company","properties":{"name":["C"]},"datasets":["reg"]}
                """);
        assertThat(Door.plain(Door.ask("""
                { sources { nodes { slug title } }
                  organizations { nodes { slug names { nodes { slug text } } links { nodes { slug target { slug } } } } } }"""))
                .replaceAll("\\s", "")).isEqualTo(
                        """
                                {"data": {"sources": {"nodes": [{"slug": "reg~2", "title": "reg"},
                                    {"slug": "reg", "title": "The register explained"}]},
                                  "organizations": {"nodes": [
                                    {"slug": "a", "names": {"nodes": [{"slug": "a/b/c", "text": "b/c"}]}, "links": {"nodes": [
                                      {"slug": "x", "target": {"slug": "a/b"}}, {"slug": "x/2~2", "target": {"slug": "c"}}]}},
                                    {"slug": "a/b", "names": {"nodes": [{"slug": "a/b/c~2", "text": "c"}]}, "links": {"nodes": []}},
                                    {"slug": "c", "names": {"nodes": []}, "links": {"nodes": [{"slug": "x/2", "target": {"slug": "a"}}]}}]}}}"""
                                .replaceAll("\\s", ""));
    }

    @Test
    void of_several_values_the_first_valid_one_is_used() throws IOException {
        List<String> warnings = warnings(
                """
                        {"id":"a","schema":"Company","properties":{"name":["A"],"incorporationDate":["long ago","2010-01-02T00:00:00","2011"],"website":["a.example","https://a.example/"],"jurisdiction":["zz"],"country":["CHN"]},"datasets":["reg"]}
                        {"id":"b","schema":"Company","properties":{"name":["B\\ud800 \\u0000"],"incorporationDate":["2010-01-02 or later"]},"datasets":["reg"]}
                        """);
        assertThat(warnings)
                .anyMatch(one -> one.contains("entities.json:1: country: \"CHN\" is not in the expected format."));
        assertThat(warnings).anyMatch(one -> one.contains("entities.json:1: Company.incorporationDate: From here on 2 values"));
        assertThat(warnings).anyMatch(one -> one.contains("entities.json:2: founded: \"2010-01-02 or later\" is not a date."));
        assertThat(warnings).anyMatch(one -> one.contains("entities.json:2: name: The text holds U+FFFD"));
        assertThat(warnings).noneMatch(one -> one.contains("website") && one.contains("not an address"));
    }

    @Test
    void unusual_notations_are_reported_with_a_message() throws IOException {
        take("\ufeff" + ENTITIES);
        assertThat(Door.data("{ people { totalCount } }").toString()).contains("\"totalCount\":2");
        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Files.write(folder.resolve("entities.json"), ENTITIES.getBytes(charset));
            assertThat(refused()).containsExactly("entities.json: The file is in UTF-16. Save it in UTF-8.");
        }
        assertThat(problems("[\n{\"id\":\"a\",\"schema\":\"Person\"}]")).singleElement().asString()
                .startsWith("entities.json: The file is one JSON array.");
        assertThat(problems("{\n\"id\":\"a\",\n\"schema\":\"Person\"}")).singleElement().asString()
                .startsWith("entities.json: The file is JSON over several lines.");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(ENTITIES.getBytes(StandardCharsets.UTF_8));
        }
        byte[] packed = bytes.toByteArray();
        Files.write(folder.resolve("entities.json"), Arrays.copyOf(packed, packed.length - 20));
        assertThat(refused())
                .containsExactly("entities.json: The file cannot be unpacked: it is truncated. Compress it again.");
        Files.write(folder.resolve("entities.json"), new byte[] { 'B', 'Z', 'h', '9', 0 });
        assertThat(refused()).singleElement().asString().contains("it is bzip2");
    }

    private List<String> refused() {
        return catchThrowableOfType(InvalidDatasetException.class,
                () -> importer.take(folder.resolve("entities.json"), ProgressListener.NONE)).problems();
    }

    private void take(String entities) throws IOException {
        importer.take(write(entities), ProgressListener.NONE);
    }

    private Path write(String entities) throws IOException {
        return Files.writeString(folder.resolve("entities.json"), entities);
    }

    private List<String> warnings(String entities) throws IOException {
        return importer.check(write(entities), ProgressListener.NONE).warnings().stream().map(DatasetProblem::toString)
                .toList();
    }

    private List<String> problems(String entities) {
        return catchThrowableOfType(InvalidDatasetException.class, () -> take(entities)).problems();
    }
}
