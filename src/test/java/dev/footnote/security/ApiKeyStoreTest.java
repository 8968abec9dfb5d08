package dev.footnote.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** API keys are stored as hashes, and are valid until they expire or are removed. */
class ApiKeyStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @TempDir
    private Path folder;
    private ApiKeyFile file;
    private Instant now = NOON;

    @BeforeEach
    void start() {
        file = new ApiKeyFile(folder.resolve("test.keys"));
    }

    private ApiKeyStore store() {
        ApiKeyConfig config = new ApiKeyConfig() {

            @Override
            public String file() {
                return file.path().toString();
            }

            @Override
            public Duration reread() {
                return Duration.ofSeconds(1);
            }
        };
        return new ApiKeyStore(config, new Clock() {

            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
    }

    private String add(String name, Optional<Instant> expires) throws IOException {
        String key = ApiKey.generate();
        file.add(ApiKey.of(key, name, Role.EDITOR, expires));
        return key;
    }

    @Test
    void without_a_file_there_is_no_key() {
        assertThat(store().isEmpty()).isTrue();
        assertThat(store().find(ApiKey.generate())).isEmpty();
    }

    @Test
    void a_key_is_found_and_the_file_does_not_show_it() throws IOException {
        String key = add("ann", Optional.empty());
        assertThat(store().find(key)).map(ApiKey::name).contains("ann");
        assertThat(store().find(key + "x")).isEmpty();
        assertThat(Files.readString(file.path())).contains("ann editor ").doesNotContain(key)
                .doesNotContain(key.substring(ApiKey.PREFIX.length()));
    }

    @Test
    void an_expired_key_is_not_found() throws IOException {
        String key = add("ann", Optional.of(NOON.plusSeconds(60)));
        ApiKeyStore store = store();
        assertThat(store.find(key)).isPresent();
        now = NOON.plusSeconds(60);
        assertThat(store.find(key)).isEmpty();
    }

    @Test
    void a_removed_key_ends_and_an_added_one_begins_without_a_restart() throws IOException {
        String ann = add("ann", Optional.empty());
        ApiKeyStore store = store();
        assertThat(store.find(ann)).isPresent();
        file.remove("ann");
        String bob = add("bob", Optional.empty());
        now = NOON.plusSeconds(2);
        assertThat(store.find(ann)).isEmpty();
        assertThat(store.find(bob)).isPresent();
    }

    @Test
    void a_broken_file_grants_nothing_and_says_where_it_is_broken() throws IOException {
        String key = add("ann", Optional.empty());
        Files.writeString(file.path(), Files.readString(file.path()) + "bob boss abc never\n");
        assertThat(store().find(key)).isEmpty();
        assertThatThrownBy(file::read).hasMessageContaining("test.keys:3: \"boss\" is no role");
    }

    @Test
    void a_name_is_used_once() throws IOException {
        add("ann", Optional.empty());
        assertThatThrownBy(() -> add("ann", Optional.empty())).hasMessageContaining("There is a key \"ann\" already");
        assertThatThrownBy(() -> file.remove("bob")).hasMessageContaining("There is no key \"bob\"");
    }
}
