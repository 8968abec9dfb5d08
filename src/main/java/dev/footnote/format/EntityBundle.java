package dev.footnote.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import dev.footnote.store.Packing;
import dev.footnote.store.StoredFolder;
import dev.footnote.store.Unpacked;
import dev.footnote.trail.Trail;

/** A file of entities of FollowTheMoney, packed by gzip or not. */
final class EntityBundle implements Bundle {

    /** What is looked at to tell what a file is. */
    private static final int MOST_LOOKED_AT = 1 << 12;

    private final Graph graph;
    private final Path path;
    private final Capped bytes;
    private Trail trail;

    EntityBundle(Graph graph, Path path, long mostBytes) {
        this.graph = graph;
        this.path = path;
        this.bytes = new Capped(new StoredFolder(path.toAbsolutePath().getParent()), mostBytes);
    }

    /**
     * Whether the file begins as one does.
     *
     * @throws BrokenDataset when it holds entities, but not as they are read
     */
    static boolean is(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        byte[] first = first(path);
        String problem = problem(first);
        if (problem != null) {
            throw new BrokenDataset(new Fault(path.getFileName().toString(), 0, 0, problem));
        }
        return start(first).startsWith("{");
    }

    /** The first bytes, unpacked; where they are cut off, as many as there are. */
    private static byte[] first(Path path) throws IOException {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        try (InputStream in = unpacked(path)) {
            for (int read = in.read(); read >= 0 && first.size() < MOST_LOOKED_AT; read = in.read()) {
                first.write(read);
            }
        } catch (ZipException | EOFException e) {
            // told when the file is read
        }
        return first.toByteArray();
    }

    private static String start(byte[] first) {
        String text = new String(first, StandardCharsets.UTF_8);
        return (text.startsWith("\ufeff") ? text.substring(1) : text).stripLeading();
    }

    private static String problem(byte[] first) {
        if (first.length > 1 && ((first[0] & 0xff) == 0xfe && (first[1] & 0xff) == 0xff
                || (first[0] & 0xff) == 0xff && (first[1] & 0xff) == 0xfe || first[0] == 0 ^ first[1] == 0)) {
            return "The file is in UTF-16. Save it in UTF-8.";
        }
        String start = start(first);
        if (start.startsWith("[")) {
            return "The file is one JSON array. Entities of FollowTheMoney stand one a line; write them so, such as by jq -c"
                    + " '.[]'.";
        }
        return start.matches("(?s)\\{[ \t\r]*\\n.*") ? "The file is JSON over several lines. Entities of FollowTheMoney stand"
                + " one a line; write them so, such as by jq -c '.'." : null;
    }

    private static InputStream unpacked(Path path) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path));
        try {
            return Packing.of(in) == Packing.GZIP ? Unpacked.gzip(in) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private String name() {
        return path.getFileName().toString();
    }

    @Override
    public Descriptor descriptor() {
        return new Descriptor(name().replaceFirst("\\..*", ""), null, null, null, null, null, false, Map.of(),
                Map.of());
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
        } catch (Unpacked.Refused e) {
            throw new BrokenDataset(new Fault(name(), 0, 0, e.getMessage()));
        } catch (ZipException | EOFException e) {
            throw new BrokenDataset(new Fault(name(), 0, 0, "The file cannot be unpacked: " + e.getMessage()
                    + ". Pack it anew."));
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
