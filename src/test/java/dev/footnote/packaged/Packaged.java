package dev.footnote.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged application, started in a process of its own. */
final class Packaged implements AutoCloseable {

    static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final long PATIENCE = 120;

    private final Process process;
    private final Path out;
    private final Path err;

    private Packaged(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** @param status by which it ended */
    record Ended(int status, String out, String err) {
    }

    /** Runs it in a folder to its end. */
    static Ended run(Path folder, String... arguments) throws Exception {
        try (Packaged one = start(folder, List.of(), arguments)) {
            return one.end();
        }
    }

    static Packaged start(Path folder, List<String> settings, String... arguments) throws IOException {
        assertThat(JAR).as("what is built by ./mvnw package").exists();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        // as short as most of these processes live, the optimizing compiler takes more time than it saves
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(settings);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("footnote", ".out");
        Path err = Files.createTempFile("footnote", ".err");
        return new Packaged(new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile()).start(), out, err);
    }

    /** Where it answers, as soon as it does. */
    String address() throws Exception {
        return text("Listening on: ");
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    /** Where health, metrics and the admin API are, as soon as they answer. */
    String managementAddress() throws Exception {
        return text("Management interface listening on ");
    }

    /** The word that the log has behind these, without the full stop. */
    private String text(String announcement) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(PATIENCE).toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            String text = Files.readString(out);
            int place = text.indexOf(announcement);
            if (place >= 0) {
                return text.substring(place + announcement.length()).split("\\.?\\s")[0];
            }
            Thread.sleep(200);
        }
        throw new AssertionError("It did not start:\n" + Files.readString(out) + Files.readString(err));
    }

    /** Waits until it ends by itself. */
    Ended end() throws Exception {
        boolean ended = process.waitFor(PATIENCE, TimeUnit.SECONDS);
        Ended told = new Ended(ended ? process.exitValue() : -1, Files.readString(out), Files.readString(err));
        assertThat(ended).as("it ends by itself\n" + told).isTrue();
        return told;
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        // waited for, because its ports and files are free only then
        process.destroyForcibly().onExit().join();
        Files.delete(out);
        Files.delete(err);
    }
}
