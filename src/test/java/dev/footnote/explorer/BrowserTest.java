package dev.footnote.explorer;

import java.net.URI;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.common.http.TestHTTPResource;

/** Tests of pages in a browser; skipped where there is no Chromium. */
abstract class BrowserTest {

    @TestHTTPResource("/")
    URI home;

    @TempDir
    Path profile;

    Chromium browser;

    @BeforeEach
    void start() throws Exception {
        Assumptions.assumeTrue(Chromium.installed().isPresent(), "no browser; apt-get install chromium installs one");
        browser = new Chromium(profile);
    }

    @AfterEach
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }
}
