package dev.footnote.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.Door;
import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.staging.ProgressListener;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Implausible data is reported, and imported as it is. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class PlausibilityChecksTest {

    @Inject
    DatasetImporter importer;

    @TempDir
    Path folder;

    @Test
    void two_records_of_one_name() {
        doubted(new SmallDataset().change("people", "ann,Ann,paper\n", "ann,Ann,paper\nbo,Bo,paper\nann-2,Ann,paper\n"),
                "people.csv:4:2: name: Another person has the name \"Ann\", such as \"ann\". Where they are the same, keep one"
                        + " of them.");
    }

    @Test
    @Timeout(60)
    void tens_of_thousands_of_equal_names_are_searched_as_fast() {
        int count = 60_000;
        String people = IntStream.range(0, count).mapToObj(i -> "p" + i + ",Ann,paper\n").collect(Collectors.joining());
        DatasetProblems problems = importer.check(
                new SmallDataset().with("people", "id,name,source\nann,Ann,paper\n" + people).in(folder),
                ProgressListener.NONE);
        assertThat(problems.warned()).isEqualTo(count);
    }

    @Test
    void an_end_that_is_provably_before_its_start_is_reported() {
        doubted(new SmallDataset().with("affiliations", """
                id,person,organization,title,kind,from,to,source
                a,ann,lab,Head,executive,2019-05,2018,paper
                b,ann,lab,Head,executive,2019-05,2019,paper
                c,ann,lab,Head,executive,2019-05-02,2019-05-01,paper
                """), "affiliations.csv:2:7: to: \"2018\" is before from, which is \"2019-05\". It is kept as it is; correct"
                + " the date that is wrong.",
                "affiliations.csv:4:7: to: \"2019-05-01\" is before from, which is \"2019-05-02\". It is kept as it is;"
                        + " correct the date that is wrong.");
    }

    @Test
    void circles_among_parents() {
        doubted(new SmallDataset().change("initiatives", "alliance,alliance,Alliance,,paper\n", """
                alliance,alliance,Alliance,one,paper
                one,programme,One,two,paper
                two,programme,Two,one,paper
                self,programme,Self,self,paper
                last,programme,Last,,paper
                """), "initiatives.csv:3:4: parent: From initiative \"one\" the way by parent leads back to itself.",
                "initiatives.csv:4:4: parent: From initiative \"two\" the way by parent leads back to itself.",
                "initiatives.csv:5:4: parent: From initiative \"self\" the way by parent leads back to itself.");
    }

    @Test
    void links_in_circles_and_links_without_one_back() {
        doubted(new SmallDataset().with("organization_links", """
                id,organization,kind,target,source
                a,acme,part_of,lab,paper
                b,lab,part_of,acme,paper
                c,acme,competitor_of,lab,paper
                d,acme,related,lab,paper
                e,lab,related,acme,paper
                """),
                "organization_links.csv:2:4: target: From organization_link \"a\" the way by target leads back to itself.",
                "organization_links.csv:3:4: target: From organization_link \"b\" the way by target leads back to itself.",
                "organization_links.csv:4:4: target: \"lab\" has no link back. A link of the kind competitor_of goes both"
                        + " ways.");
    }

    private void doubted(SmallDataset dataset, String... expected) {
        Path path = dataset.in(folder.resolve("doubted"));
        DatasetProblems checked = importer.check(path, ProgressListener.NONE);
        assertThat(checked.none()).isTrue();
        assertThat(texts(checked)).containsExactly(expected);
        ImportResult outcome = importer.take(path, ProgressListener.NONE);
        assertThat(texts(outcome.problems())).containsExactly(expected);
        assertThat(outcome.problems().warned()).isEqualTo(expected.length);
    }

    @Test
    void a_warning_is_reported_once() {
        // forgets the warnings of other tests
        importer.take(new SmallDataset().in(folder.resolve("clean")), ProgressListener.NONE);
        SmallDataset dataset = new SmallDataset().change("people", "ann,Ann,paper\n", "ann,Ann,paper\nann-3,Ann,paper\n");
        assertThat(importer.take(dataset.in(folder.resolve("first")), ProgressListener.NONE).problems().warned()).isEqualTo(1);
        Path again = dataset.change("people", "ann,Ann,paper\n", "bo,Bo \u200b,paper\nann,Ann,paper\n")
                .in(folder.resolve("again"));
        DatasetProblems found = importer.take(again, ProgressListener.NONE).problems();
        assertThat(texts(found)).singleElement().asString().startsWith("people.csv:2:2: name: The text holds U+200B");
        assertThat(found.repeated()).isEqualTo(1);
        assertThat(importer.check(again, ProgressListener.NONE).warned()).as("a check tells all").isEqualTo(2);
    }

    @Test
    void a_citation_that_says_again_what_another_one_says() {
        DatasetProblems found = importer.check(new SmallDataset().with("citations", """
                subject,source,locator
                organization:acme,paper,page 2
                organization:acme,paper,page 2
                organization:acme,paper,page 1
                organization:acme,paper,page 2
                """).in(folder.resolve("repeated")), ProgressListener.NONE);
        assertThat(found.none()).isTrue();
        assertThat(texts(found)).containsExactly(
                "citations.csv:3: From here on 2 lines say what an earlier citation already says, and are left out.",
                "citations.csv:4: From here on one line says what an earlier citation already says, and"
                        + " is left out.");
    }

    @Test
    void a_check_writes_nothing() {
        importer.take(new SmallDataset().in(folder.resolve("there")), ProgressListener.NONE);
        String before = Door.ask("{ dataset { fingerprint } people { nodes { number name } } }");
        DatasetProblems found = importer.check(new SmallDataset().change("people", "ann,Ann", "ann,Other")
                .change("affiliations", "ann,lab", "nobody,lab").in(folder.resolve("checked")), ProgressListener.NONE);
        assertThat(found.count()).isEqualTo(1);
        assertThat(Door.ask("{ dataset { fingerprint } people { nodes { number name } } }")).isEqualTo(before);
    }

    private static List<String> texts(DatasetProblems problems) {
        return problems.warnings().stream().map(DatasetProblem::toString).toList();
    }
}
