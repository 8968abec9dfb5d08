package dev.footnote.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    @TempDir
    Path folder;

    @Test
    void a_ledger_keeps_as_many_numbers_as_there_are() throws IOException {
        try (Ledger ledger = new Ledger(folder)) {
            for (int i = 0; i < 300_000; i++) {
                assertThat(ledger.put("entity " + i, i + 1)).isZero();
            }
            for (int i = 0; i < 300_000; i++) {
                assertThat(ledger.get("entity " + i)).isEqualTo(i + 1);
            }
            assertThat(ledger.put("entity 7", 1)).isEqualTo(8);
            assertThat(ledger.get("entity 7")).isEqualTo(8);
            assertThat(ledger.get("nobody")).isZero();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
