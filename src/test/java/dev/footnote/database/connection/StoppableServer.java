package dev.footnote.database.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL server that one test stops and starts; it keeps its data. */
final class StoppableServer {

    private static final String PLACE = "stoppable.postgresql.place";
    private static final String PORT = "stoppable.postgresql.port";

    private StoppableServer() {
    }

    /** @return the JDBC address; system properties hold the rest, because every start of the application has own classes */
    static String create() {
        try {
            // once, although a profile is asked for its settings several times
            if (System.getProperty(PLACE) == null) {
                Path place = Files.createTempDirectory("footnote-stoppable");
                EmbeddedPostgres running = EmbeddedPostgres.builder().setDataDirectory(place).setCleanDataDirectory(false)
                        .start();
                System.setProperty(PLACE, place.toString());
                System.setProperty(PORT, Integer.toString(running.getPort()));
            }
            return "jdbc:postgresql://localhost:" + System.getProperty(PORT) + "/postgres?user=postgres&password=postgres";
        } catch (IOException e) {
            throw new UncheckedIOException("No PostgreSQL for the test", e);
        }
    }

    static void start() throws IOException {
        // the library's own, which it would take for another server's
        Files.delete(place().resolve("epg-lock"));
        EmbeddedPostgres.builder().setDataDirectory(place()).setCleanDataDirectory(false).setPort(Integer.getInteger(PORT))
                .start();
    }

    /** Ends all connections in good order, and then itself. */
    static void stop() throws Exception {
        end("-INT");
    }

    /** Ends all connections at once, as after a crash; the next start has to recover. */
    static void crash() throws Exception {
        end("-QUIT");
    }

    private static void end(String signal) throws Exception {
        Path pid = place().resolve("postmaster.pid");
        new ProcessBuilder("kill", signal, Files.readAllLines(pid).get(0)).start().waitFor(5, TimeUnit.SECONDS);
        while (Files.exists(pid)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static Path place() {
        return Path.of(System.getProperty(PLACE));
    }
}
