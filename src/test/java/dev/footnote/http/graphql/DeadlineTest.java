package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.database.Database;
import dev.footnote.database.Dialect;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Excessive requests are stopped, and do not delay others. */
@QuarkusTest
@TestProfile(DeadlineTest.Hasty.class)
class DeadlineTest {

    /** A start of the application with little time and little room. */
    public static class Hasty implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("footnote.limits.time", "600ms", "footnote.scheduling.waiting", "3", "footnote.scheduling.light",
                    "30",
                    "footnote.limits.records", "250", "footnote.limits.answer-bytes", "20000",
                    "footnote.limits.batch", "2", "footnote.http.head.patience", "1s");
        }
    }

    private static final int RECORDS = 60_000;

    /** A statement that looks at every record, and at each of its long summaries, many times over. */
    private static final String LONG = "{ people(filter: {or: [" + IntStream.range(0, 60)
            .mapToObj(i -> "{summary: {contains: \"zz%d\"}}".formatted(i)).collect(Collectors.joining())
            + "]}) { totalCount nodes { id } } a: people(first: 21) { totalCount } }";

    private static final String LIGHT = "{ people(first: 3) { nodes { id } } }";

    @Inject
    Database database;

    @BeforeEach
    void fill() throws SQLException {
        try (Connection connection = database.source().getConnection(); Statement statement = connection.createStatement()) {
            ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM person");
            count.next();
            if (count.getInt(1) < RECORDS) {
                String numbers = database.dialect() == Dialect.H2
                        ? "SYSTEM_RANGE(1000000, " + (1_000_000 + RECORDS) + ") AS n(x)"
                        : "generate_series(1000000, " + (1_000_000 + RECORDS) + ") AS n(x)";
                statement.executeUpdate("INSERT INTO person (id, slug, name, summary)"
                        + " SELECT x, 'p' || x, 'Person ' || x, REPEAT('a summary of some length ', 40) || x FROM " + numbers);
            }
        }
    }

    @Test
    void a_slow_statement_is_cancelled_and_the_client_gets_an_error() throws Exception {
        Http.ask(LIGHT);
        long begun = System.nanoTime();
        HttpResponse<String> answer = Http.ask(LONG);
        long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        assertThat(Http.code(answer)).as(answer.body()).isEqualTo("TIMED_OUT");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(milliseconds).isBetween(500L, 2500L);
        assertThat(atWork()).as("statements that still run").isZero();
        assertThat(Http.ask(LIGHT).body()).startsWith("{\"data\"");
    }

    @Test
    void a_timeout_names_the_slow_list_and_the_estimate() throws Exception {
        try (AccessLogFile log = AccessLogFile.open()) {
            HttpResponse<String> answer = Http.ask(LONG.replace("zz0", "path").replace("{ people(", "{ everybody: people("),
                    "X-Request-Id", "slow-list");
            assertThat(Http.code(answer)).isEqualTo("TIMED_OUT");
            assertThat(answer.body()).contains("reading everybody.").contains("\"locations\"");
            JsonNode line = log.of("slow-list");
            assertThat(line.get("estimated").asInt()).isPositive();
            assertThat(line.get("statements").asInt()).isPositive();
        }
    }

    @Test
    void a_batch_has_the_worst_outcome_and_is_cached_only_if_all_succeed() throws Exception {
        String slow = Door.text(Map.of("query", LONG.replace("zz0", "batch")));
        String quick = Door.text(Map.of("query", "{ people(first: 2) { nodes { id } } }"));
        try (AccessLogFile log = AccessLogFile.open()) {
            for (int i = 0; i < 2; i++) {
                String request = "batch-" + i;
                HttpResponse<String> answer = Http.post("[" + quick + "," + slow + "]", "Content-Type", "application/json",
                        "X-Request-Id", request);
                assertThat(answer.body()).startsWith("[{\"data\"").contains("TIMED_OUT");
                JsonNode line = log.of(request);
                assertThat(line.path("code").asText()).isEqualTo("TIMED_OUT");
                assertThat(line.path("kept").asBoolean()).as("of request %d", i).isFalse();
            }
            Http.post("[" + quick + "]");
            Http.post("[" + quick + "]", "Content-Type", "application/json", "X-Request-Id", "batch-kept");
            assertThat(log.of("batch-kept").path("kept").asBoolean()).isTrue();
        }
    }

    @Test
    void records_of_one_answer_are_bounded_however_they_come_together() {
        String page = "p%d: people(first: 100) { nodes { id } } ";
        assertThat(Http.ask("{" + page.formatted(1) + page.formatted(2) + "}").body()).startsWith("{\"data\"");
        HttpResponse<String> answer = Http.ask("{" + page.formatted(1) + page.formatted(2) + page.formatted(3) + "}");
        assertThat(Http.code(answer)).isEqualTo("TOO_COMPLEX");
        assertThat(answer.body()).contains("More than 250 records").doesNotContain("\"data\"");
    }

    @Test
    void bytes_of_one_answer_are_bounded() {
        String document = "{ people(first: %d, filter: {slug: {startsWith: \"p1\"}}) { nodes { summary } } }";
        assertThat(Http.ask(document.formatted(16)).body()).startsWith("{\"data\"").hasSizeBetween(15_000, 20_000);
        HttpResponse<String> answer = Http.ask(document.formatted(20));
        assertThat(Http.code(answer)).isEqualTo("TOO_COMPLEX");
        assertThat(answer.body()).contains("more than 20000 bytes").doesNotContain("\"data\"");
    }

    @Test
    void requests_in_one_body_are_answered_one_by_one_and_cost_as_one() {
        String good = "{\"query\":\"{__typename}\"}";
        String bad = "{\"query\":\"{nothing}\"}";
        assertThat(Http.post("[" + good + "," + bad + "]").body())
                .startsWith("[{\"data\":{\"__typename\":\"Query\"}},{\"errors\":").endsWith("]");
        assertThat(Http.code(Http.post("[" + good + "," + good + "," + good + "]"))).isEqualTo("BAD_REQUEST");
        String dear = "{\"query\":\"{ organizations(first: 100) { nodes { members(first: 100) { nodes { person {"
                + " affiliations(first: 100) { nodes { citations(first: 5) { nodes { id } } } } } } } } } }\"}";
        assertThat(Http.post("[" + dear + "," + dear + "]").body()).startsWith("[{\"data\"")
                .contains("All requests of the list");
    }

    @Test
    void light_requests_do_not_wait_behind_heavy_ones() {
        Http.ask(LIGHT);
        List<CompletableFuture<HttpResponse<String>>> heavy = together(3);
        for (int i = 0; i < 20; i++) {
            long begun = System.nanoTime();
            assertThat(Http.ask(LIGHT).body()).startsWith("{\"data\"");
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)).isLessThan(500);
        }
        heavy.forEach(CompletableFuture::join);
    }

    @Test
    void requests_beyond_the_queue_get_503_with_retry_after() {
        Http.ask(LIGHT);
        List<HttpResponse<String>> answers = together(30).stream().map(CompletableFuture::join).toList();
        List<HttpResponse<String>> away = answers.stream().filter(answer -> answer.statusCode() == 503).toList();
        assertThat(away).hasSizeGreaterThan(15).allSatisfy(answer -> {
            assertThat(Http.code(answer)).isEqualTo("OVERLOADED");
            assertThat(Http.header(answer, "Retry-After")).isEqualTo("1");
        });
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 503).isNotEmpty()
                .allSatisfy(answer -> assertThat(Http.code(answer)).isEqualTo("TIMED_OUT"));
        assertThat(Http.ask(LIGHT).body()).startsWith("{\"data\"");
    }

    @Test
    void an_endless_head_does_not_hold_a_connection() {
        for (String begun : new String[] { "GET /graphql?query=", RawRequest.HEAD + "X-Endless: ",
                RawRequest.HEAD + RawRequest.LENGTH + "\r\n" + RawRequest.ASKED + "GET / HT" }) {
            try (RawRequest raw = new RawRequest(0)) {
                raw.send(begun.getBytes(StandardCharsets.UTF_8));
                while (raw.send(new byte[] { 'x' }) && !raw.ended(20)) {
                    // one byte after the other
                }
                assertThat(raw.hear(20_000)).satisfies(heard -> {
                    assertThat(heard.closed()).isTrue();
                    assertThat(heard.text()).contains("408 Request Timeout", "within 1000 ms");
                });
            }
        }
        try (RawRequest raw = new RawRequest(0)) {
            String request = RawRequest.HEAD + RawRequest.LENGTH + "\r\n" + RawRequest.ASKED;
            raw.send(request.getBytes(StandardCharsets.UTF_8));
            assertThat(raw.hear(2500).text()).contains(RawRequest.ANSWERED);
            raw.send(request.getBytes(StandardCharsets.UTF_8));
            assertThat(raw.hear(200).text()).as("kept alive for longer than a head may take").contains(RawRequest.ANSWERED);
        }
    }

    private static List<CompletableFuture<HttpResponse<String>>> together(int number) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            // each another one, because the same would be answered by what is kept
            String document = LONG.replace("zz0", "zz" + i + "y");
            answers.add(CompletableFuture.supplyAsync(() -> Http.ask(document), task -> new Thread(task).start()));
        }
        return answers;
    }

    /** Statements under way beside the one that asks. */
    private int atWork() throws SQLException {
        String question = database.dialect() == Dialect.H2
                ? "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE EXECUTING_STATEMENT LIKE '%FROM person%' AND SESSION_ID <> SESSION_ID()"
                : "SELECT COUNT(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%FROM person%'"
                        + " AND pid <> pg_backend_pid()";
        try (Connection connection = database.source().getConnection();
                ResultSet count = connection.createStatement().executeQuery(question)) {
            count.next();
            return count.getInt(1);
        }
    }
}
