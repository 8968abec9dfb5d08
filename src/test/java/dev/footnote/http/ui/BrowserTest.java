package dev.footnote.http.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The page in a browser; runs only if there is a Chromium. */
@QuarkusTest
class BrowserTest {

    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");

    /** Of the browser's own time, which stands still while it waits for the server. */
    private static final String PATIENCE = "--virtual-time-budget=30000";

    @TestHTTPResource("/graphiql")
    URI home;

    @TempDir
    Path profile;

    @Test
    void the_page_runs_its_first_example_without_console_errors() throws Exception {
        String browser = Stream.concat(BROWSERS.stream(), Stream.of(""))
                .filter(path -> path.isEmpty() || Files.exists(Path.of(path)))
                .findFirst().orElseThrow();
        assumeTrue(!browser.isEmpty(), "no browser");
        for (String size : List.of("1280,900", "390,844")) {
            String page = page(browser, size);
            String answer = page.substring(page.indexOf("result-window"));
            assertThat(answer).as(size).contains("Lei Jun", "affiliations");
            assertThat(page).as(size).doesNotContain("graphiql-doc-explorer", "footnote-failed");
        }
    }

    private String page(String browser, String size) throws IOException, InterruptedException {
        Path log = profile.resolve("log-" + size);
        Process process = new ProcessBuilder(browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--user-data-dir=" + profile.resolve(size),
                "--enable-logging=stderr", "--window-size=" + size, PATIENCE, "--dump-dom", home.toString())
                .redirectError(log.toFile()).start();
        try (InputStream out = process.getInputStream()) {
            String page = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(Files.readString(log)).doesNotContain("Content Security Policy", "Uncaught");
            return page;
        } finally {
            process.destroyForcibly();
        }
    }
}
