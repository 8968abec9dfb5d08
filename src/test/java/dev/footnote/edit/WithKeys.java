package dev.footnote.edit;

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

/** A start of the application with API keys of every role, and a dataset that the tests change. */
public class WithKeys implements QuarkusTestProfile {

    public static final String READER = ApiKey.PREFIX + "reader-0000000000000000000000000000000000000";
    public static final String EDITOR = ApiKey.PREFIX + "editor-0000000000000000000000000000000000000";
    public static final String ADMIN = ApiKey.PREFIX + "admin-00000000000000000000000000000000000000";
    public static final String EXPIRED = ApiKey.PREFIX + "expired-000000000000000000000000000000000000";

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
            return Map.of("footnote.keys.file", file.toString(), "footnote.limits.batch", "2");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
