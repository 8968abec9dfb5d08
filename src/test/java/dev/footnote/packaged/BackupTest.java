package dev.footnote.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running server imports a dataset, writes a backup, and can be restored from it. */
class BackupTest {

    private static final String TOKEN = "a-token-of-the-tests-that-is-long-enough";

    @TempDir
    Path folder;

    @Test
    void a_backup_of_a_running_server_can_be_restored() throws Exception {
        Packaged.run(folder, "init", "facts");
        Files.writeString(folder.resolve("token"), TOKEN + "\n");
        try (Packaged server = Packaged.start(folder,
                List.of("-Dfootnote.admin.token=" + TOKEN, "-Dfootnote.admin.backups=backups"),
                "serve", "--database", "./home", "--port", "0")) {
            String address = server.managementAddress();
            assertThat(Packaged.run(folder, "import", "facts", "--server", address, "--token-file", "token").out())
                    .matches("Imported facts in [0-9.]+ s: 5 added, 0 changed, [0-9,]+ deleted.\\R");
            assertThat(Packaged.run(folder, "backup", "--server", address, "--token-file", "token").status()).isZero();
            Files.writeString(folder.resolve("token"), "wrong");
            assertThat(Packaged.run(folder, "backup", "--server", address, "--token-file", "token"))
                    .isEqualTo(new Packaged.Ended(4, "", "The server answers with status 401: Send the admin token"
                            + ", or an API key with the role admin, in the header Authorization: Bearer ...\n"));
        }
        Path zip;
        try (var files = Files.list(folder.resolve("backups"))) {
            zip = files.toList().get(0);
        }
        assertThat(Packaged.run(folder, "restore", zip.toString(), "--database", "./again").status()).isZero();
        assertThat(Packaged.run(folder, "restore", zip.toString(), "--database", "./again").status()).isEqualTo(2);
        try (Packaged server = Packaged.start(folder, List.of(), "--database", "./again", "--port", "0")) {
            assertThat(Asked.people(server.address())).contains("ada-example").doesNotContain("lei-jun");
        }
    }

    @Test
    void a_token_that_can_be_guessed_ends_the_start() throws Exception {
        try (Packaged server = Packaged.start(folder, List.of("-Dfootnote.admin.token=secret"), "--port", "0")) {
            Packaged.Ended ended = server.end();
            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.out()).contains("footnote.admin.token has fewer than 32 characters");
        }
    }
}
