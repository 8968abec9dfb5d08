package dev.footnote.dataset.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes one file atomically: under a temporary name in the same folder, and renamed when complete. */
final class AtomicFileOutput extends OutputTarget {

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final boolean replace;

    AtomicFileOutput(Path path, boolean replace) {
        this.path = path.toAbsolutePath();
        this.replace = replace;
    }

    @Override
    public boolean takesFiles() {
        return false;
    }

    @Override
    public Draft begin() throws IOException {
        if (Files.isDirectory(path)) {
            throw new OutputExistsException(path + " is a folder. Name a file.");
        }
        if (!replace && Files.exists(path)) {
            throw new OutputExistsException(path + " exists already. Name another file, or allow it to be replaced.");
        }
        Files.createDirectories(path.getParent());
        return new Part(path.resolveSibling("." + path.getFileName() + "-" + UUID.randomUUID() + ".part"));
    }

    /** Flushes a file to disk before it is renamed. Otherwise a power failure could leave the name without the contents. */
    static void keep(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private final class Part implements Draft {

        private final Path part;
        private OutputStream out;

        private Part(Path part) {
            this.part = part;
        }

        @Override
        public OutputStream open(String name) throws IOException {
            out = new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE_NEW), BUFFER);
            return out;
        }

        @Override
        public void finish() throws IOException {
            out.close();
            keep(part);
            if (replace) {
                Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.move(part, path);
            }
        }

        @Override
        public void close() throws IOException {
            if (out != null) {
                out.close();
            }
            Files.deleteIfExists(part);
        }
    }
}
