package dev.footnote.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.footnote.folder.Contents;
import dev.footnote.folder.Descriptor;
import dev.footnote.folder.Faults;
import dev.footnote.folder.Folder;
import dev.footnote.graph.Graph;

/** A dataset as somebody gives it, in whatever format; closed when it has been read. */
public interface Bundle extends Closeable {

    /**
     * Finds out the format; little is read yet.
     *
     * @param path a folder or a file; null for the dataset that ships with the product
     * @param mapping of a foreign package; null for that which lies beside it, if one does
     * @throws dev.footnote.folder.BrokenDataset when it is nothing that can be read
     */
    static Bundle open(Graph graph, Path path, Path mapping) throws IOException {
        if (path != null && path.endsWith(Descriptor.FILE) && Files.isRegularFile(path)) {
            return open(graph, path.toAbsolutePath().getParent(), mapping);
        }
        if (path != null && EntityBundle.is(path)) {
            return new EntityBundle(graph, path, Long.MAX_VALUE);
        }
        return open(graph, path == null ? Folder.shipped() : Folder.at(path), mapping);
    }

    /** The same of what a stranger sent, of which no more is read than a number of bytes, unpacked. */
    static Bundle sent(Graph graph, Path path, long mostBytes) throws IOException {
        return EntityBundle.is(path) ? new EntityBundle(graph, path, mostBytes)
                : open(graph, Folder.sent(path, mostBytes), null);
    }

    private static Bundle open(Graph graph, Folder folder, Path mapping) throws IOException {
        try {
            return PackageBundle.of(graph, folder, mapping);
        } catch (IOException | RuntimeException e) {
            try (folder) {
                throw e;
            }
        }
    }

    /** What it says of itself. */
    Descriptor descriptor();

    /** Another one for everything that reads otherwise. */
    String fingerprint() throws IOException;

    /** @param faults gets all that is wrong with it while it is read, and what is left out of it as warnings */
    Contents contents(Faults faults) throws IOException;
}
