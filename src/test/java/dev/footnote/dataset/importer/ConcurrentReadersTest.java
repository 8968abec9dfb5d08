package dev.footnote.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.Door;
import dev.footnote.dataset.staging.ProgressListener;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Readers during imports read exactly one dataset. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class ConcurrentReadersTest {

    /** Several statements, which would see several states if nothing held them together. */
    private static final String QUESTION = """
            {
              dataset { fingerprint }
              organizations(orderBy: [{name: ASC}]) {
                totalCount
                nodes { slug name identifiers { nodes { value } } citations(orderBy: [{locator: ASC}]) { nodes { locator } } participations { totalCount } }
              }
              people { nodes { slug name affiliations { nodes { title organization { name } } } } }
              search(query: "acme") { nodes { name } }
            }""";

    @Inject
    DatasetImporter importer;

    @TempDir
    Path folder;

    @Test
    void old_or_new_and_never_a_mix() throws InterruptedException {
        Path one = new SmallDataset().in(folder.resolve("one"));
        Path other = new SmallDataset()
                .change("organizations", "acme,company,Acme,CN,2010,https://example.org/,paper,page 1\n",
                        "acme,company,Acme Works,CN,2010,https://example.org/,paper,page 7\nnew,team,Acme New,,,,paper,\n")
                .change("people", "ann,Ann,paper\n", "bo,Bo,paper\nann,Ann C.,paper\n")
                .change("affiliations", "ann-lab,ann,lab,Head", "ann-lab,bo,acme,Chief")
                .without("identifiers").in(folder.resolve("other"));
        Path delta = SmallDataset.delta().with("people", "id,name,source\nann,Ann D.,paper\n")
                .with("organizations", "id,kind,name,source\nlab,laboratory,Lab D,paper\n").in(folder.resolve("delta"));
        Set<String> whole = ConcurrentHashMap.newKeySet();
        for (Path dataset : List.of(one, delta, other, delta, one)) {
            importer.take(dataset, ProgressListener.NONE);
            whole.add(Door.ask(QUESTION));
        }
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Thread reader = new Thread(() -> {
                while (!over.get()) {
                    seen.add(Door.ask(QUESTION));
                }
            });
            reader.start();
            readers.add(reader);
        }
        for (int i = 0; i < 6; i++) {
            for (Path dataset : List.of(one, delta, other, delta)) {
                importer.take(dataset, ProgressListener.NONE);
            }
        }
        over.set(true);
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(whole).as("states that differ").hasSize(4);
        assertThat(seen).as("the readers saw them change").hasSizeGreaterThan(1);
        assertThat(whole).containsAll(seen);
    }
}
