package dev.footnote.database.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import dev.footnote.Door;
import dev.footnote.database.Database;
import dev.footnote.http.graphql.Http;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Responses come from a replica within its allowed lag, under the right revision. */
@QuarkusTest
@TestProfile(ReplicaTest.Followed.class)
@EnabledIfSystemProperty(named = "database", matches = "postgresql")
class ReplicaTest {

    /** A start of the application on two servers. */
    public static class Followed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(ReplicatedServers.create());
            settings.put("footnote.database.replica.staleness", STALENESS + "ms");
            return settings;
        }

        /** Because the database of all the others would stand in the place of this one. */
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    private static final int STALENESS = 1500;
    private static final String DOCUMENT = "{ topics(first: 1, orderBy: [{number: ASC}]) { nodes { name } } }";
    private static final String REVISION = "Footnote-Revision";
    private static final int READERS = 4;

    /** For all tests, because no version ever comes back. */
    private static final AtomicInteger WRITTEN = new AtomicInteger(1000);
    private static final AtomicInteger TURN = new AtomicInteger();

    @Inject
    Database database;

    @ConfigProperty(name = "footnote.database.replica.url")
    String replica;

    @BeforeEach
    void settle() throws Exception {
        follow();
        write();
        untilCaughtUp();
    }

    private void fallBehind() throws Exception {
        onReplica("SELECT pg_wal_replay_pause()");
        while (!"paused".equals(onReplica("SELECT pg_get_wal_replay_pause_state()"))) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @AfterEach
    void follow() throws SQLException {
        onReplica("SELECT pg_wal_replay_resume()");
    }

    @Test
    void a_replica_is_used_only_within_the_allowed_lag() throws Exception {
        int before = WRITTEN.get();
        fallBehind();
        write();
        // what it has still is what was current a moment ago, and says so
        assertThat(state(anew())).isEqualTo(before);
        assertThat(Http.header(anew(), REVISION)).isEqualTo("state " + before);
        TimeUnit.MILLISECONDS.sleep(STALENESS + 200);
        assertThat(state(anew())).isEqualTo(before + 1);
        assertThat(Http.header(anew(), REVISION)).isEqualTo("state " + (before + 1));
    }

    @Test
    void clients_that_name_a_revision_read_it() throws Exception {
        int before = WRITTEN.get();
        fallBehind();
        write();
        assertThat(state(anew(REVISION, "state " + before))).isEqualTo(before);
        assertThat(state(anew(REVISION, "state " + (before + 1)))).isEqualTo(before + 1);
        assertThat(state(anew(REVISION, "what nobody ever wrote"))).isEqualTo(before + 1);
    }

    @Test
    void outdated_responses_are_not_cached_or_tagged_as_current() throws Exception {
        fallBehind();
        int before = WRITTEN.get();
        write();
        String query = "query=" + Http.encoded(DOCUMENT) + "&variables="
                + Http.encoded("{\"turn\":" + TURN.incrementAndGet() + "}");
        HttpResponse<String> late = Http.get(query);
        assertThat(state(late)).isEqualTo(before);
        follow();
        untilCaughtUp();
        HttpResponse<String> current = Http.get(query, "If-None-Match", Http.header(late, "ETag"));
        assertThat(current.statusCode()).isEqualTo(200);
        assertThat(state(current)).isEqualTo(before + 1);
        assertThat(Http.get(query, "If-None-Match", Http.header(current, "ETag")).statusCode()).isEqualTo(304);
    }

    @Test
    void readers_during_writes_get_states_with_matching_revisions() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        List<Future<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            int number = i;
            readers.add(threads.submit(() -> reading(number, over)));
        }
        for (int i = 0; i < 60; i++) {
            onReplica(i % 3 == 0 ? "SELECT pg_wal_replay_pause()" : "SELECT pg_wal_replay_resume()");
            write();
            TimeUnit.MILLISECONDS.sleep(i % 10 == 0 ? 300 : 40);
        }
        over.set(true);
        for (Future<Integer> reader : readers) {
            assertThat(reader.get(20, TimeUnit.SECONDS)).as("answers that a reader got").isGreaterThan(50);
        }
        threads.shutdown();
    }

    private int reading(int number, AtomicBoolean over) {
        String tag = "\"none\"";
        int answers = 0;
        for (; !over.get(); answers++) {
            int before = WRITTEN.get();
            HttpResponse<String> answer = number % 2 == 0 ? Http.ask(DOCUMENT)
                    : Http.get("query=" + Http.encoded(DOCUMENT), "If-None-Match", tag);
            if (answer.statusCode() == 200) {
                assertThat(Http.header(answer, REVISION)).isEqualTo("state " + state(answer));
                tag = Http.header(answer, "ETag");
            } else {
                // who is told that it has what is current has it
                assertThat(answer.statusCode()).isEqualTo(304);
                assertThat(Integer.parseInt(Http.header(answer, REVISION).substring(6))).isGreaterThanOrEqualTo(before);
            }
        }
        return answers;
    }

    /** By a variable that nobody sent before, so that no kept answer serves it. */
    private HttpResponse<String> anew(String... headers) {
        String body = Door.text(Map.of("query", DOCUMENT, "variables", Map.of("turn", TURN.incrementAndGet())));
        return Http.post(body, headers.length == 0 ? new String[] { "Content-Type", "application/json" }
                : new String[] { "Content-Type", "application/json", headers[0], headers[1] });
    }

    private static int state(HttpResponse<String> answer) {
        return Integer.parseInt(Door.tree(answer.body()).at("/data/topics/nodes/0/name").asText());
    }

    private void write() throws SQLException {
        int state = WRITTEN.get() + 1;
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE topic SET name = '" + state + "'");
                statement.executeUpdate("UPDATE revision SET version = 'state " + state + "'");
            }
            connection.commit();
        }
        WRITTEN.set(state);
        // so that it is known that this one was current
        Http.get("query=" + Http.encoded(DOCUMENT));
    }

    private void untilCaughtUp() throws Exception {
        while (!("state " + WRITTEN).equals(onReplica("SELECT version FROM revision"))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        // for as long as the application leaves a replica alone that was behind
        TimeUnit.MILLISECONDS.sleep(STALENESS / 2);
    }

    private String onReplica(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(replica);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
