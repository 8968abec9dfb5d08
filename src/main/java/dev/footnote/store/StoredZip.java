package dev.footnote.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
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
        List<String> names = all.stream().map(ZipEntry::getName).toList();
        String top = names.stream().filter(name -> name.matches("[^/]+/" + head.replace(".", "\\.")))
                .map(name -> name.substring(0, name.indexOf('/') + 1)).findFirst().orElseGet(() -> only(names));
        boolean atTop = names.contains(head);
        for (ZipEntry entry : all) {
            String name = atTop || !entry.getName().startsWith(top) ? entry.getName() : entry.getName().substring(top.length());
            if (entries.put(name, entry) != null) {
                throw new ZipException("it has two entries \"" + name + "\"");
            }
        }
    }

    /** The folder that everything lies in; empty where there is none. What a desktop adds by itself does not count. */
    private static String only(List<String> names) {
        List<String> tops = names.stream().filter(name -> !name.startsWith("__MACOSX/") && !name.endsWith(".DS_Store"))
                .map(name -> name.substring(0, name.indexOf('/') + 1)).distinct().toList();
        return tops.size() == 1 ? tops.get(0) : "";
    }

    @Override
    public boolean has(String file) {
        return entries.containsKey(file);
    }

    @Override
    public InputStream open(String file) throws IOException {
        ZipEntry entry = entries.get(file);
        return new Unpacked(new Whole(zip.getInputStream(entry), entry), entry::getCompressedSize);
    }

    /** The bytes of an entry, which are as many as it says and have its checksum, or are refused at their end. */
    private static final class Whole extends ByBlocks {

        private final ZipEntry entry;
        private final CRC32 sum = new CRC32();
        private long count;

        private Whole(InputStream in, ZipEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            count += Math.max(read, 0);
            sum.update(bytes, from, Math.max(read, 0));
            if (read < 0 && (count != entry.getSize() || sum.getValue() != entry.getCrc())) {
                throw new ZipException("it is broken, as its checksum shows");
            }
            return read;
        }
    }

    @Override
    public long size(String file) {
        return Math.max(0, entries.get(file).getSize());
    }

    @Override
    public List<String> all(int most) {
        return entries.keySet().stream().sorted().limit(most).toList();
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
