package dev.footnote.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Temporary folder for one task, because a dataset may be larger than the memory. */
final class TempDirectory implements AutoCloseable {

    private final Path folder;

    TempDirectory() throws IOException {
        folder = Files.createTempDirectory("footnote-");
    }

    Path file() {
        return folder.resolve("scratch");
    }

    @Override
    public void close() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
