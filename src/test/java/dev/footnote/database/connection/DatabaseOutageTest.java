package dev.footnote.database.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import dev.footnote.Door;
import dev.footnote.http.graphql.Http;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** A database outage under load. */
@QuarkusTest
@TestProfile(DatabaseOutageTest.Own.class)
@EnabledIfSystemProperty(named = "database", matches = "postgresql")
class DatabaseOutageTest {

    /** A start of the application on a server that can be stopped. */
    public static class Own implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("footnote.database.url", StoppableServer.create());
        }

        /** Because the database of all the others would stand in the place of this one. */
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    /** What became of one request; times in nanoseconds. */
    private record Told(long asked, long answered, HttpResponse<String> answer) {

        boolean isGood() {
            return answer.statusCode() == 200;
        }
    }

    private static final String DOCUMENT = """
            { people(first: 5) { totalCount nodes { slug affiliations(first: 2) { nodes { title } } } } }""";
    private static final int ASKERS = 4;
    private static final long RECOVERY = Duration.ofSeconds(5).toNanos();

    private final Queue<Told> all = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger number = new AtomicInteger();

    @Test
    void during_an_outage_requests_fail_fast_and_no_response_is_wrong() throws Exception {
        String right = ask().body();
        ExecutorService threads = Executors.newFixedThreadPool(ASKERS);
        List<Future<?>> askers = new ArrayList<>();
        for (int i = 0; i < ASKERS; i++) {
            askers.add(threads.submit(this::keepAsking));
        }
        TimeUnit.SECONDS.sleep(1);
        List<long[]> outages = List.of(outage(StoppableServer::stop), outage(StoppableServer::crash));
        over.set(true);
        for (Future<?> asker : askers) {
            asker.get(20, TimeUnit.SECONDS);
        }
        threads.shutdown();
        judge(right, outages);
    }

    private interface Ending {
        void run() throws Exception;
    }

    /** @return from when to when the database was away, in nanoseconds */
    private static long[] outage(Ending ending) throws Exception {
        long begun = System.nanoTime();
        ending.run();
        TimeUnit.MILLISECONDS.sleep(1500);
        StoppableServer.start();
        long end = System.nanoTime();
        TimeUnit.MILLISECONDS.sleep(2500);
        return new long[] { begun, end };
    }

    private void keepAsking() {
        while (!over.get()) {
            long asked = System.nanoTime();
            HttpResponse<String> answer = ask();
            all.add(new Told(asked, System.nanoTime(), answer));
        }
    }

    /** Every other time by a variable that nobody sent before, so that no kept answer serves it. */
    private HttpResponse<String> ask() {
        int turn = number.incrementAndGet();
        Map<String, Integer> variables = turn % 2 == 0 ? Map.of() : Map.of("turn", turn);
        return Http.post(Door.text(Map.of("query", DOCUMENT, "variables", variables)), "Content-Type", "application/json",
                "Accept", "application/graphql-response+json");
    }

    private void judge(String right, List<long[]> outages) {
        assertThat(all).filteredOn(Told::isGood).hasSizeGreaterThan(100)
                .allSatisfy(told -> assertThat(told.answer.body()).isEqualTo(right));
        assertThat(all).filteredOn(told -> !told.isGood()).hasSizeGreaterThan(10).allSatisfy(told -> {
            assertThat(told.answer.statusCode()).isEqualTo(503);
            assertThat(Http.code(told.answer)).isEqualTo("UNAVAILABLE");
            assertThat(Http.header(told.answer, "Retry-After")).isEqualTo("1");
            assertThat(told.answer.body()).doesNotContain("\"data\"", "localhost", "Exception");
            assertThat(outages).anySatisfy(outage -> assertThat(told.answered).isBetween(outage[0], outage[1] + RECOVERY));
        });
        assertThat(all).allSatisfy(told -> assertThat(told.answered - told.asked).isLessThan(Duration.ofSeconds(2).toNanos()));
        assertThat(ask().body()).isEqualTo(right);
    }
}
