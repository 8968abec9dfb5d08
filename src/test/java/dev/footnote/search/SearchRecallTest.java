package dev.footnote.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.footnote.Door;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.OwnDatabase;
import dev.footnote.dataset.staging.ProgressListener;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Searches with realistic spellings, and measures the recall. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class SearchRecallTest {

    @Inject
    DatasetImporter importer;

    @BeforeEach
    void serve() {
        importer.take(Named.DATASET, ProgressListener.NONE);
    }

    private static final Logger LOG = Logger.getLogger(SearchRecallTest.class);
    private static final String SEARCH = "query($q: String!) { search(query: $q, first: 5) { nodes { name reason node { id } } } }";

    @Test
    void names_are_found_as_people_spell_them() {
        List<NamedCsvRecord> lines = Named.lines("spellings");
        List<String> missed = new ArrayList<>();
        Map<String, int[]> kinds = new TreeMap<>();
        int first = 0;
        int expectedFirst = 0;
        int found = 0;
        for (NamedCsvRecord line : lines) {
            List<String> ids = ids(line.getField("query"));
            int place = ids.indexOf(line.getField("record"));
            int[] counts = kinds.computeIfAbsent(line.getField("kind"), kind -> new int[2]);
            counts[1]++;
            boolean atFirst = line.getField("within").equals("1");
            expectedFirst += atFirst ? 1 : 0;
            first += atFirst && place == 0 ? 1 : 0;
            if (place >= 0) {
                found++;
                counts[0]++;
            }
            if (place < 0 || atFirst && place > 0) {
                missed.add(line.getFields() + " found " + ids);
            }
        }
        kinds.forEach((kind, counts) -> LOG.infof("%s: %d of %d", kind, counts[0], counts[1]));
        LOG.infof("Of %d spellings %d were found within the first five; of %d that were to be first, %d were. Missed:\n%s",
                lines.size(), found, expectedFirst, first, String.join("\n", missed));
        assertThat(lines).hasSizeGreaterThanOrEqualTo(200);
        assertThat(found * 100.0 / lines.size()).as("found within the first five").isGreaterThanOrEqualTo(97);
        assertThat(first * 100.0 / expectedFirst).as("found at first").isGreaterThanOrEqualTo(95);
    }

    private static List<String> ids(String query) {
        JsonNode answer = Door.tree(Door.ask(SEARCH, Map.of("q", query)));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        List<String> ids = new ArrayList<>();
        answer.at("/data/search/nodes").forEach(hit -> ids.add(hit.at("/node/id").asText()));
        return ids;
    }
}
