package dev.footnote.dataset.storage;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files in a folder on disk and its subfolders. */
public record FolderStorage(Path path) implements FileStorage {

    /** Deepest level of subfolders to list. No real dataset is nested deeper. */
    private static final int DEPTH = 16;

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
    public List<String> all(int most) throws IOException {
        List<String> all = new ArrayList<>();
        if (!Files.isDirectory(path)) {
            return all;
        }
        Files.walkFileTree(path, Set.of(), DEPTH, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!attributes.isDirectory()) {
                    all.add(path.relativize(file).toString().replace(File.separatorChar, '/'));
                }
                return all.size() < most ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        all.sort(null);
        return all;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
