package dev.footnote.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import dev.footnote.security.ApiKey;
import dev.footnote.security.ApiKeyFile;
import dev.footnote.security.Role;
import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * Starts the application for callers of every kind: API keys of every role, the admin token, another origin. The dataset is
 * the one that ships; a test that replaces it imports it again.
 */
public class AllowedCallers implements QuarkusTestProfile {

    public static final String READER = ApiKey.PREFIX + "reader-0000000000000000000000000000000000000";
    public static final String EDITOR = ApiKey.PREFIX + "editor-0000000000000000000000000000000000000";
    public static final String ADMIN = ApiKey.PREFIX + "admin-00000000000000000000000000000000000000";
    public static final String EXPIRED = ApiKey.PREFIX + "expired-000000000000000000000000000000000000";

    public static final String TOKEN = "a-token-of-the-tests-that-is-long-enough";
    public static final int UPLOAD = 600_000;
    public static final int UNPACKED = 2_000_000;
    public static final String FRIEND = "https://app.example";

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path file = Files.createTempFile("footnote-test", ".keys");
            Files.delete(file);
            ApiKeyFile keys = new ApiKeyFile(file);
            keys.add(ApiKey.of(READER, "rita", Role.READER, Optional.empty()));
            keys.add(ApiKey.of(EDITOR, "eva", Role.EDITOR, Optional.empty()));
            keys.add(ApiKey.of(ADMIN, "adam", Role.ADMIN, Optional.empty()));
            keys.add(ApiKey.of(EXPIRED, "xaver", Role.ADMIN, Optional.of(Instant.parse("2020-01-01T00:00:00Z"))));
            return Map.ofEntries(Map.entry("footnote.keys.file", file.toString()), Map.entry("footnote.limits.batch", "2"),
                    Map.entry("footnote.admin.token", TOKEN),
                    Map.entry("footnote.admin.upload", Integer.toString(UPLOAD)),
                    Map.entry("footnote.admin.unpacked", Integer.toString(UNPACKED)),
                    Map.entry("quarkus.http.cors.enabled", "true"),
                    Map.entry("quarkus.http.cors.origins", FRIEND + ",/https://[a-z]+\\\\.friends\\\\.example/"),
                    Map.entry("quarkus.http.cors.methods", "GET,POST"),
                    Map.entry("quarkus.http.cors.headers", "content-type"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
