package dev.footnote.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipException;

import dev.footnote.folder.BrokenDataset;
import dev.footnote.folder.Contents;
import dev.footnote.folder.Descriptor;
import dev.footnote.folder.Fault;
import dev.footnote.folder.Faults;
import dev.footnote.folder.Folder;
import dev.footnote.graph.Graph;
import dev.footnote.store.Capped;
import dev.footnote.store.StoredFolder;
import dev.footnote.store.Unpacked;
import dev.footnote.trail.Trail;

/** A file of entities of FollowTheMoney, packed by gzip or not. */
final class EntityBundle implements Bundle {

    private static final int GZIP = 0x1f8b;

    private final Graph graph;
    private final Path path;
    private final Capped bytes;
    private Trail trail;

    EntityBundle(Graph graph, Path path, long mostBytes) {
        this.graph = graph;
        this.path = path;
        this.bytes = new Capped(new StoredFolder(path.toAbsolutePath().getParent()), mostBytes);
    }

    /** Whether the file begins as one does. */
    static boolean is(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = unpacked(path)) {
            int first = in.read();
            while (first >= 0 && Character.isWhitespace(first)) {
                first = in.read();
            }
            return first == '{';
        } catch (ZipException e) {
            return false;
        }
    }

    private static InputStream unpacked(Path path) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path));
        in.mark(2);
        boolean packed = (in.read() << 8 | in.read()) == GZIP;
        in.reset();
        return packed ? Unpacked.gzip(in) : in;
    }

    private String name() {
        return path.getFileName().toString();
    }

    @Override
    public Descriptor descriptor() {
        return new Descriptor(name().replaceFirst("\\..*", ""), null, null, null, null, null, false, Map.of());
    }

    @Override
    public String fingerprint() throws IOException {
        return Folder.fingerprint(path);
    }

    @Override
    public Contents contents(Faults faults) throws IOException {
        trail = new Trail(name(), faults);
        try {
            return trail.read(graph, () -> bytes.cap(name(), unpacked(path)));
        } catch (Unpacked.Refused | ZipException e) {
            throw new BrokenDataset(new Fault(name(), 0, 0, e.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        if (trail != null) {
            trail.close();
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
