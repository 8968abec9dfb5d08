package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import dev.footnote.database.Database;
import dev.footnote.dataset.importer.SqlWritten;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Cached responses are used only while they are valid. */
@QuarkusTest
@TestProfile(SqlWritten.class)
class ResponseCacheTest {

    /** A start of the application with a dataset that no other test writes. */
    private static final String DOCUMENT = "{ topics(first: 1, orderBy: [{number: ASC}]) { nodes { name } } }";
    private static final int READERS = 6;
    private static final int ENOUGH = 300;

    @Inject
    Database database;

    @Inject
    MeterRegistry registry;

    private final AtomicInteger written = new AtomicInteger();

    @Test
    void a_reader_sees_every_write_before_its_request() throws Exception {
        write(1);
        CountDownLatch working = new CountDownLatch(READERS + 1);
        ExecutorService threads = Executors.newFixedThreadPool(READERS + 1);
        List<Future<?>> all = new ArrayList<>();
        all.add(threads.submit(() -> {
            for (int state = 2; working.getCount() > 0; state++) {
                write(state);
                Thread.sleep(state % 7);
                count(state, working);
            }
            return null;
        }));
        for (int i = 0; i < READERS; i++) {
            boolean get = i % 2 == 0;
            all.add(threads.submit(() -> {
                if (get) {
                    revalidate(working);
                } else {
                    post(working);
                }
            }));
        }
        for (Future<?> one : all) {
            one.get(2, TimeUnit.MINUTES);
        }
        threads.shutdown();
        assertThat(registry.get("footnote.cache").tag("result", "hit").counter().count()).as("answers that were kept")
                .isGreaterThan(50);
    }

    /** Everybody goes on until the slowest has done enough. */
    private static void count(int done, CountDownLatch working) {
        if (done == ENOUGH) {
            working.countDown();
        }
    }

    private void post(CountDownLatch working) {
        for (int answers = 0; working.getCount() > 0; count(++answers, working)) {
            int before = written.get();
            assertThat(state(Http.ask(DOCUMENT).body())).isGreaterThanOrEqualTo(before);
        }
    }

    /** Asks as a browser or a CDN does: whether what it holds still holds. */
    private void revalidate(CountDownLatch working) {
        String tag = "\"none\"";
        int held = 0;
        for (int answers = 0; working.getCount() > 0; count(++answers, working)) {
            int before = written.get();
            HttpResponse<String> answer = Http.get("query=" + Http.encoded(DOCUMENT), "If-None-Match", tag);
            if (answer.statusCode() == 200) {
                tag = Http.header(answer, "ETag");
                held = state(answer.body());
            }
            assertThat(held).as("after status %d", answer.statusCode()).isGreaterThanOrEqualTo(before);
        }
    }

    private static int state(String body) {
        return Integer.parseInt(Door.tree(body).at("/data/topics/nodes/0/name").asText());
    }

    private void write(int state) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE topic SET name = '" + state + "'");
                statement.executeUpdate("UPDATE revision SET version = 'state " + state + "'");
            }
            connection.commit();
        }
        written.set(state);
    }

    @Test
    void the_etag_depends_on_request_and_revision_only() throws SQLException {
        write(1);
        String query = "query=" + Http.encoded(DOCUMENT);
        String tag = Http.header(Http.get(query), "ETag");
        assertThat(Http.header(Http.get(query), "ETag")).isEqualTo(tag).startsWith("W/\"");
        HttpResponse<String> unchanged = Http.get(query, "If-None-Match", "\"other\", " + tag);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(Http.header(unchanged, "ETag")).isEqualTo(tag);
        assertThat(Http.header(Http.get(query + "&variables=%7B%22a%22%3A1%7D"), "ETag")).isNotEqualTo(tag);
        assertThat(Http.header(Http.get(query, "Footnote-Cost", "1"), "ETag")).isNotEqualTo(tag);
        write(2);
        HttpResponse<String> changed = Http.get(query, "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(Http.header(changed, "ETag")).isNotEqualTo(tag);
    }

    @Test
    void a_response_names_its_revision() throws SQLException {
        write(3);
        String query = "query=" + Http.encoded(DOCUMENT);
        HttpResponse<String> answer = Http.get(query);
        assertThat(Http.header(answer, "Footnote-Revision")).isEqualTo("state 3");
        assertThat(Http.header(Http.get(query), "Footnote-Revision")).as("of the kept one").isEqualTo("state 3");
        assertThat(Http.header(Http.get(query, "If-None-Match", Http.header(answer, "ETag")), "Footnote-Revision"))
                .isEqualTo("state 3");
        assertThat(Http.header(Http.ask("{ nothing }"), "Footnote-Revision")).isNull();
    }

    @Test
    void caching_headers_tell_shared_caches_what_to_do() {
        String query = "query=" + Http.encoded(DOCUMENT);
        HttpResponse<String> open = Http.get(query);
        assertThat(Http.header(open, "Cache-Control")).isEqualTo("public, no-cache");
        assertThat(Http.header(open, "Vary")).isEqualTo("Accept, Accept-Encoding, Footnote-Cost");
        HttpResponse<String> known = Http.get(query, "Authorization", "Bearer x");
        assertThat(Http.header(known, "Cache-Control")).isEqualTo("private, no-cache");
        HttpResponse<String> refused = Http.get("query=" + Http.encoded("{ nothing }"));
        assertThat(Http.header(refused, "ETag")).isNull();
        assertThat(Http.header(refused, "Cache-Control")).isEqualTo("no-store");
        assertThat(Http.header(Http.ask(DOCUMENT), "ETag")).isNull();
    }
}
