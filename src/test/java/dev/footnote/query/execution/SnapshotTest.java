package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.database.Database;
import dev.footnote.dataset.importer.GeneratedProfile;
import dev.footnote.query.GraphQLRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A response is read from one snapshot during writes. */
@QuarkusTest
@TestProfile(GeneratedProfile.class)
class SnapshotTest {

    /**
     * Reads the state that the writer leaves in several tables by several statements, one of them twice; groups, which are kept
     * from one version to the next, tell of it as well.
     */
    private static final String STATES = """
            {
              people(first: 1, orderBy: [{number: ASC}]) { nodes { summary affiliations(last: 1) { totalCount } } }
              organizations(first: 1, orderBy: [{number: ASC}]) { nodes { summary members(first: 1) { nodes { id } } } }
              topics(first: 1, orderBy: [{number: ASC}]) { nodes { name initiatives(first: 1) { nodes { id } } } }
              again: people(last: 1, before: null, orderBy: [{number: DESC}]) { nodes { summary } }
              grouped: topics { groups(by: [{name: VALUE}]) { totalCount nodes { key { name } count } } }
              kept: topics { totalCount groups(by: [{name: VALUE}], orderBy: [{count: DESC}]) { nodes { key { name } } } }
            }""";

    private static final String[] WRITES = { "UPDATE person SET summary = 'state %d'", "UPDATE topic SET name = 'state %d'",
            "UPDATE organization SET summary = 'state %d'", "UPDATE revision SET version = 'state %d'" };

    @Inject
    GraphQLExecutor answers;

    @Inject
    Database database;

    @Test
    void a_response_shows_one_snapshot() throws Exception {
        write(0);
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService writer = Executors.newSingleThreadExecutor();
        Future<Integer> written = writer.submit(() -> {
            int state = 0;
            while (!stop.get()) {
                write(++state);
            }
            return state;
        });
        Set<String> seen = new HashSet<>();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(6);
            while (System.nanoTime() < end) {
                seen.add(state());
            }
        } finally {
            stop.set(true);
            writer.shutdown();
        }
        assertThat(written.get(10, TimeUnit.SECONDS)).as("states written meanwhile").isGreaterThan(5);
        assertThat(seen).as("states seen").hasSizeGreaterThan(3);
    }

    private String state() {
        JsonNode answer = Door.tree(
                new String(answers.ask(new GraphQLRequest(STATES, null, Map.of())).body(), StandardCharsets.UTF_8)).get("data");
        String state = answer.at("/people/nodes/0/summary").asText();
        assertThat(new HashSet<>(
                List.of(answer.at("/organizations/nodes/0/summary").asText(), answer.at("/topics/nodes/0/name").asText(),
                        answer.at("/again/nodes/0/summary").asText(),
                        answer.at("/grouped/groups/nodes/0/key/name").asText(),
                        answer.at("/kept/groups/nodes/0/key/name").asText())))
                .containsExactly(state);
        return state;
    }

    private void write(int state) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String sql : WRITES) {
                    statement.executeUpdate(sql.formatted(state));
                }
            }
            connection.commit();
        }
    }
}
