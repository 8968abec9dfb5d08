package dev.footnote.dataset.storage;

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

/** Files in a zip, read in place. Nothing is extracted to disk, so an entry name cannot escape a folder. */
public final class ZipStorage implements FileStorage {

    /** Most entries of a zip. No real dataset has more; a zip with millions of names is made to exhaust memory. */
    private static final int MOST_ENTRIES = 10_000;

    private final Path path;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    /**
     * Opens a zip.
     *
     * @param head file whose folder becomes the top level, because people zip a folder as often as its contents
     * @throws ZipException when the file is not a zip
     */
    public ZipStorage(Path path, String head) throws IOException {
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

    /** Top-level folder that contains all entries; empty if there is none. Files that macOS adds are ignored. */
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
        return new DecompressionGuard(new Whole(zip.getInputStream(entry), entry), entry::getCompressedSize);
    }

    /** Content of an entry. Reading fails at its end if the size or checksum is not what the entry states. */
    private static final class Whole extends BlockInputStream {

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
                throw new ZipException("it is corrupt, its checksum does not match");
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
