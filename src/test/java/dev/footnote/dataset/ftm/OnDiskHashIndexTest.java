package dev.footnote.dataset.ftm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnDiskHashIndexTest {

    @TempDir
    Path folder;

    @Test
    void an_index_stores_300_000_numbers_and_deletes_its_file() throws IOException {
        try (OnDiskHashIndex ledger = new OnDiskHashIndex(folder)) {
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

    @Test
    void no_file_of_an_index_stays_mapped_because_windows_would_not_delete_it() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        Assumptions.assumeTrue(Files.isReadable(maps), "Only Linux tells what is mapped");
        try (OnDiskHashIndex ledger = new OnDiskHashIndex(folder)) {
            for (int i = 0; i < 100_000; i++) {
                ledger.put("entity " + i, i + 1);
            }
            // one, although it has grown
            assertThat(mapped(maps)).hasSize(1);
        }
        assertThat(mapped(maps)).isEmpty();
    }

    private List<String> mapped(Path maps) throws IOException {
        return Files.readAllLines(maps).stream().filter(line -> line.contains(folder.toString())).toList();
    }
}
