package dev.footnote.security;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.metamodel.scalar.Sha256;

/** The API keys that are valid now. The file is read again when it has changed, so that a key needs no restart. */
@Singleton
public class ApiKeyStore {

    private static final Logger LOG = Logger.getLogger(ApiKeyStore.class);

    private final ApiKeyFile file;
    private final ApiKeyConfig config;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(List.of(), Instant.MIN);

    /** The keys of the file and when they were read. */
    private record Snapshot(List<ApiKey> keys, Instant read) {
    }

    @Inject
    ApiKeyStore(ApiKeyConfig config) {
        this(config, Clock.systemUTC());
    }

    ApiKeyStore(ApiKeyConfig config, Clock clock) {
        this.file = new ApiKeyFile(Path.of(config.file()));
        this.config = config;
        this.clock = clock;
    }

    /** Whether any key exists, expired or not. */
    public boolean isEmpty() {
        return keys().isEmpty();
    }

    /** Finds a key that has not expired. All stored keys are compared, so that the time tells nothing about them. */
    public Optional<ApiKey> find(String key) {
        byte[] sha256 = Sha256.bytes(key);
        Optional<ApiKey> found = Optional.empty();
        for (ApiKey one : keys()) {
            found = one.matches(sha256) ? Optional.of(one) : found;
        }
        return found.filter(one -> !one.isExpired(clock.instant()));
    }

    /** Whether a key that was found is still valid. */
    public boolean isValid(ApiKey key) {
        return !key.isExpired(clock.instant()) && keys().contains(key);
    }

    private List<ApiKey> keys() {
        Snapshot known = snapshot;
        Instant now = clock.instant();
        if (known.read.isAfter(now.minus(config.reread())) && !known.read.isAfter(now)) {
            return known.keys;
        }
        List<ApiKey> keys = read();
        snapshot = new Snapshot(keys, now);
        return keys;
    }

    /** A file that cannot be read grants nothing to anybody. */
    private List<ApiKey> read() {
        try {
            return file.read();
        } catch (IOException | IllegalArgumentException e) {
            LOG.errorf("No API key is accepted, because %s cannot be read: %s", file.path(), e.getMessage());
            return List.of();
        }
    }
}
