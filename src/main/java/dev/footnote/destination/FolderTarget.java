package dev.footnote.destination;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.folder.Descriptor;

/**
 * A folder with a Data Package. Its files are written in a folder within it and moved when all are whole. While they are moved
 * a descriptor stands there that says so, because the files of two datasets, or some of one, would be read as a dataset. The
 * folder itself is not exchanged for another: it may be a volume, or be where somebody stands, or hold files of others.
 */
final class FolderTarget extends Target {

    private static final int BUFFER = 1 << 16;
    private static final String PARTS = ".writing-";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;
    private final boolean replace;

    FolderTarget(Path path, boolean replace) {
        this.path = path.toAbsolutePath();
        this.replace = replace;
    }

    @Override
    public boolean takesFiles() {
        return true;
    }

    @Override
    public Draft begin() throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new Occupied(path + " is a file. Name a folder.");
        }
        boolean dataset = Files.exists(path.resolve(Descriptor.FILE));
        if (dataset && !replace) {
            throw new Occupied(path + " holds a dataset already. Name another folder, or say that it is to be replaced.");
        }
        if (!dataset && Files.exists(path) && !empty(path)) {
            throw new Occupied(path + " holds files that are no dataset. Name a folder that is empty or not there yet.");
        }
        Files.createDirectories(path);
        return new Parts(Files.createTempDirectory(path, PARTS));
    }

    private static boolean empty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            // what was left behind when a writing was cut off is in nobody's way
            return files.allMatch(file -> file.getFileName().toString().startsWith(PARTS));
        }
    }

    private final class Parts implements Draft {

        private final Path parts;
        private final List<String> names = new ArrayList<>();
        private OutputStream out = OutputStream.nullOutputStream();
        private boolean moving;

        private Parts(Path parts) {
            this.parts = parts;
        }

        @Override
        public OutputStream open(String name) throws IOException {
            out.close();
            out = new BufferedOutputStream(Files.newOutputStream(parts.resolve(name)), BUFFER);
            names.add(name);
            return out;
        }

        @Override
        public void finish() throws IOException {
            out.close();
            for (String name : names) {
                FileTarget.keep(parts.resolve(name));
            }
            List<Path> former = former();
            mark(former);
            moving = true;
            for (Path file : former) {
                Files.deleteIfExists(file);
            }
            for (String name : names) {
                if (!name.equals(Descriptor.FILE)) {
                    Files.move(parts.resolve(name), path.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            describe(Descriptor.FILE);
            moving = false;
        }

        /** Says that the folder is no dataset, and which files of it belong to one. */
        private void mark(List<Path> former) throws IOException {
            Set<String> files = new LinkedHashSet<>(names);
            former.forEach(file -> files.add(file.getFileName().toString()));
            files.remove(Descriptor.FILE);
            String name = "unfinished";
            try (OutputStream mark = open(name)) {
                JSON.writeValue(mark, Map.of("footnote", Map.of(Descriptor.UNFINISHED, true), "resources",
                        files.stream().map(file -> Map.of("path", file)).toList()));
            }
            FileTarget.keep(parts.resolve(name));
            describe(name);
            names.remove(name);
        }

        private void describe(String name) throws IOException {
            Files.move(parts.resolve(name), path.resolve(Descriptor.FILE), StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void close() throws IOException {
            out.close();
            if (moving) {
                return; // what was not moved is nowhere else
            }
            for (String name : names) {
                Files.deleteIfExists(parts.resolve(name));
            }
            Files.deleteIfExists(parts);
        }
    }

    /** The files of the dataset that is there, without its descriptor. */
    private List<Path> former() throws IOException {
        List<Path> former = new ArrayList<>();
        Path descriptor = path.resolve(Descriptor.FILE);
        if (!Files.exists(descriptor)) {
            return former;
        }
        for (JsonNode resource : JSON.readTree(descriptor.toFile()).path("resources")) {
            Path file = path.resolve(resource.path("path").asText()).normalize();
            if (path.equals(file.getParent()) && Files.isRegularFile(file)) {
                former.add(file);
            }
        }
        return former;
    }
}
