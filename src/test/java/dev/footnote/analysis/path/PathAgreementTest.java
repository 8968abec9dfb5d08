package dev.footnote.analysis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.Door;
import dev.footnote.database.Database;
import dev.footnote.dataset.importer.GeneratedProfile;
import dev.footnote.metamodel.scalar.PartialDate;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The bidirectional search finds the same paths as a simple search in memory. */
@QuarkusTest
@TestProfile(GeneratedProfile.class)
class PathAgreementTest {

    private static final int PAIRS = 200;

    private static final String DOCUMENT = """
            query($from: ID!, $to: ID!, $at: PartialDate, $possibly: Boolean, $maxLength: Int, $first: Int) {
              path(from: $from, to: $to, at: $at, possibly: $possibly, maxLength: $maxLength, first: $first) {
                complete searchedLength more
                paths { length hops { from { id } to { id } links { along fact { id } } } }
              }
            }""";

    private static final String[] TIMES = { "1999", "2000", "2000-01", "2000-01-01", "2000-02-29", "2000-12-31", "2001-01",
            "1066-10-14", "0476", "0001", "9999" };

    @Inject
    Database database;

    private final Random random = new Random(GeneratedProfile.SEED);
    private final Map<Integer, Integer> lengths = new TreeMap<>();
    private NaivePaths naive;

    @BeforeEach
    void read() throws SQLException {
        naive = new NaivePaths(database.source());
    }

    @Test
    void paths_over_all_facts_are_the_shortest_ones_there_are() {
        for (int i = 0; i < PAIRS; i++) {
            agree(null, null);
        }
        assertThat(lengths).hasSizeGreaterThan(3);
    }

    @Test
    void paths_at_a_time_use_relations_that_provably_held() {
        for (int i = 0; i < PAIRS; i++) {
            agree(any(TIMES), random.nextBoolean() ? false : null);
        }
        assertThat(lengths).hasSizeGreaterThan(5).containsKey(-1);
    }

    @Test
    void possible_paths_use_relations_that_may_have_held() {
        for (int i = 0; i < PAIRS; i++) {
            agree(any(TIMES), true);
        }
        assertThat(lengths).hasSizeGreaterThan(3);
    }

    /** Asks for paths between two records by chance. */
    private void agree(String at, Boolean possibly) {
        NaivePaths.Place from = any(naive.places());
        NaivePaths.Place to = random.nextInt(20) == 0 ? from : any(naive.places());
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("from", from.id());
        asked.put("to", to.id());
        asked.put("at", at);
        asked.put("possibly", possibly);
        asked.put("maxLength", random.nextBoolean() ? null : 1 + random.nextInt(8));
        asked.put("first", random.nextBoolean() ? null : 1 + random.nextInt(20));
        Map<String, Object> expected = naive.search(from, to, held(at, possibly), (Integer) or(asked.get("maxLength"), 6),
                (Integer) or(asked.get("first"), 5));
        JsonNode answer = Door.tree(Door.ask(DOCUMENT, asked));
        assertThat(answer.at("/data/path")).as("%s\n%s", asked, answer)
                .isEqualTo(new ObjectMapper().valueToTree(expected));
        lengths.merge(answer.at("/data/path/paths/0/length").asInt(-1), 1, Integer::sum);
    }

    private static Predicate<NaivePaths.Period> held(String at, Boolean possibly) {
        if (at == null) {
            return period -> true;
        }
        PartialDate date = PartialDate.parse(at);
        return period -> Boolean.TRUE.equals(possibly) ? period.possible(date) : period.proven(date);
    }

    private static Object or(Object value, Object defaultValue) {
        return value == null ? defaultValue : value;
    }

    private String any(String[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
