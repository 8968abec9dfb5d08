package dev.footnote.database.replica;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL and another one that follows it, by streaming replication as PostgreSQL does it. */
final class ReplicatedServers {

    private static final String PRIMARY = "replicated.postgresql.primary";
    private static final String REPLICA = "replicated.postgresql.replica";
    private static final String USER = "postgres?user=postgres&password=postgres";

    private ReplicatedServers() {
    }

    /** @return the settings of an application that reads from the one that follows */
    static Map<String, String> create() {
        // once, although a profile is asked for its settings several times
        if (System.getProperty(PRIMARY) == null) {
            start();
        }
        return Map.of("footnote.database.url", System.getProperty(PRIMARY), "footnote.database.replica.url",
                System.getProperty(REPLICA));
    }

    private static void start() {
        try {
            Path first = Files.createTempDirectory("footnote-primary");
            Path second = Files.createTempDirectory("footnote-replica");
            EmbeddedPostgres primary = EmbeddedPostgres.builder().setDataDirectory(first).setCleanDataDirectory(false).start();
            int port = primary.getPort();
            // at rest, because then its files are one state
            primary.close();
            copy(first, second);
            Files.createFile(second.resolve("standby.signal"));
            Files.writeString(second.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=localhost port=%d user=postgres'\n".formatted(port));
            EmbeddedPostgres.builder().setDataDirectory(first).setCleanDataDirectory(false).setPort(port).start();
            EmbeddedPostgres replica = EmbeddedPostgres.builder().setDataDirectory(second).setCleanDataDirectory(false).start();
            System.setProperty(PRIMARY, address(port));
            System.setProperty(REPLICA, address(replica.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException("No PostgreSQL for the test", e);
        }
    }

    private static String address(int port) {
        return "jdbc:postgresql://localhost:" + port + "/" + USER;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(one -> !one.equals(from) && !one.endsWith("epg-lock")).toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
