package dev.footnote.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Files in a zip, read where they lie. Nothing is unpacked to disk, so that no name of an entry leads anywhere.
 */
public final class StoredZip implements Store {

    /** More than any dataset has files; a zip with millions of names is made to fill memory. */
    private static final int MOST_ENTRIES = 10_000;

    private final Path path;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    /**
     * @param head the file at whose folder the names begin, because people zip a folder as often as what is in it
     * @throws ZipException when it is no zip
     */
    public StoredZip(Path path, String head) throws IOException {
        this.path = path;
        this.zip = new ZipFile(path.toFile());
        try {
            index(head);
        } catch (IOException | RuntimeException e) {
            try (zip) {
                throw e;
            }
        }
    }

    private void index(String head) throws ZipException {
        if (zip.size() > MOST_ENTRIES) {
            throw new ZipException("it has more than " + MOST_ENTRIES + " entries");
        }
        List<? extends ZipEntry> all = zip.stream().filter(entry -> !entry.isDirectory()).toList();
        String top = all.stream().map(ZipEntry::getName).filter(name -> name.matches("[^/]+/" + head.replace(".", "\\.")))
                .map(name -> name.substring(0, name.indexOf('/') + 1)).findFirst().orElse("");
        boolean atTop = all.stream().anyMatch(entry -> entry.getName().equals(head));
        for (ZipEntry entry : all) {
            String name = atTop || !entry.getName().startsWith(top) ? entry.getName() : entry.getName().substring(top.length());
            if (entries.put(name, entry) != null) {
                throw new ZipException("it has two entries \"" + name + "\"");
            }
        }
    }

    @Override
    public boolean has(String file) {
        return entries.containsKey(file);
    }

    @Override
    public InputStream open(String file) throws IOException {
        ZipEntry entry = entries.get(file);
        return new Unpacked(zip.getInputStream(entry), entry::getCompressedSize);
    }

    @Override
    public long size(String file) {
        return Math.max(0, entries.get(file).getSize());
    }

    @Override
    public List<String> files() {
        return entries.keySet().stream().filter(name -> name.indexOf('/') < 0).sorted().toList();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
