package dev.footnote.dataset.output;

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

import dev.footnote.dataset.datapackage.DataPackageDescriptor;

/**
 * Writes a folder with a Data Package. The files are written to a subfolder and moved when all are complete. During the move a
 * descriptor marks the folder as unfinished, because the files of two datasets, or some of one, could be read as a dataset. The
 * folder itself is not replaced: it may be a volume, a current working directory, or contain other files.
 */
final class AtomicFolderOutput extends OutputTarget {

    private static final int BUFFER = 1 << 16;
    private static final String PARTS = ".writing-";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;
    private final boolean replace;

    AtomicFolderOutput(Path path, boolean replace) {
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
            throw new OutputExistsException(path + " is a file. Name a folder.");
        }
        boolean dataset = Files.exists(path.resolve(DataPackageDescriptor.FILE));
        if (dataset && !replace) {
            throw new OutputExistsException(
                    path + " holds a dataset already. Name another folder, or allow it to be replaced.");
        }
        if (!dataset && Files.exists(path) && !empty(path)) {
            throw new OutputExistsException(
                    path + " contains files that are not a dataset. Name a folder that is empty or does not exist yet.");
        }
        Files.createDirectories(path);
        return new Parts(Files.createTempDirectory(path, PARTS));
    }

    private static boolean empty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            // remains of an interrupted export do not matter
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
                AtomicFileOutput.keep(parts.resolve(name));
            }
            List<Path> former = former();
            mark(former);
            moving = true;
            for (Path file : former) {
                Files.deleteIfExists(file);
            }
            for (String name : names) {
                if (!name.equals(DataPackageDescriptor.FILE)) {
                    Files.move(parts.resolve(name), path.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            describe(DataPackageDescriptor.FILE);
            moving = false;
        }

        /** Marks the folder as unfinished, and lists the files that belong to a dataset. */
        private void mark(List<Path> former) throws IOException {
            Set<String> files = new LinkedHashSet<>(names);
            former.forEach(file -> files.add(file.getFileName().toString()));
            files.remove(DataPackageDescriptor.FILE);
            String name = "unfinished";
            try (OutputStream mark = open(name)) {
                JSON.writeValue(mark, Map.of("footnote", Map.of(DataPackageDescriptor.UNFINISHED, true), "resources",
                        files.stream().map(file -> Map.of("path", file)).toList()));
            }
            AtomicFileOutput.keep(parts.resolve(name));
            describe(name);
            names.remove(name);
        }

        private void describe(String name) throws IOException {
            Files.move(parts.resolve(name), path.resolve(DataPackageDescriptor.FILE), StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void close() throws IOException {
            out.close();
            if (moving) {
                return; // files that were not moved exist only here
            }
            for (String name : names) {
                Files.deleteIfExists(parts.resolve(name));
            }
            Files.deleteIfExists(parts);
        }
    }

    /** Files of the existing dataset, without its descriptor. */
    private List<Path> former() throws IOException {
        List<Path> former = new ArrayList<>();
        Path descriptor = path.resolve(DataPackageDescriptor.FILE);
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
