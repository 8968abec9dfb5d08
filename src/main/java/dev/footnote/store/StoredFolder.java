package dev.footnote.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files in a folder on disk, and in the folders below it. */
public record StoredFolder(Path path) implements Store {

    @Override
    public boolean has(String file) {
        try {
            Path found = path.resolve(file).normalize();
            return found.startsWith(path.normalize()) && Files.isReadable(found) && !Files.isDirectory(found);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public InputStream open(String file) throws IOException {
        return Files.newInputStream(path.resolve(file));
    }

    @Override
    public long size(String file) throws IOException {
        return Files.size(path.resolve(file));
    }

    @Override
    public List<String> files() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
