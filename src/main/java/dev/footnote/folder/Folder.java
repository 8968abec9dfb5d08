package dev.footnote.folder;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipException;

import dev.footnote.store.Capped;
import dev.footnote.store.Packing;
import dev.footnote.store.Store;
import dev.footnote.store.StoredFolder;
import dev.footnote.store.StoredZip;
import dev.footnote.store.Unpacked;

/** Where the files of a dataset are: a folder or a zip of the user's, or the folder that ships with the product. */
public final class Folder implements Closeable {

    private static final String SHIPPED = "/dataset/";

    private final Store store;

    private Folder(Store store) {
        this.store = store;
    }

    /**
     * A folder, or a zip with what would be in it.
     *
     * @throws BrokenDataset when it is a file and no zip
     */
    public static Folder at(Path path) {
        return new Folder(store(path));
    }

    /** The same of which no more is read than a number of bytes, unpacked, because strangers sent it. */
    public static Folder sent(Path path, long mostBytes) {
        return new Folder(new Capped(store(path), mostBytes));
    }

    public static Folder shipped() {
        return new Folder(new Shipped());
    }

    private static Store store(Path path) {
        if (!Files.isRegularFile(path)) {
            return new StoredFolder(path);
        }
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            Packing packing = Packing.of(in);
            if (packing != Packing.ZIP && packing != Packing.NONE) {
                throw new ZipException("it is " + packing.title() + (packing == Packing.GZIP ? " of no entities" : ""));
            }
            return new StoredZip(path, Descriptor.FILE);
        } catch (IOException e) {
            throw new BrokenDataset(new Fault(path.getFileName().toString(), 0, 0, "The file is no zip that can be read: "
                    + e.getMessage() + ". Give a folder with a datapackage.json, or a zip of one."));
        }
    }

    Store store() {
        return store;
    }

    public boolean has(String file) {
        return store.has(file);
    }

    public InputStream open(String file) throws IOException {
        return store.open(file);
    }

    /** The names of the files that lie at its top. */
    public List<String> files() throws IOException {
        return store.files();
    }

    /** The names of the files at its top and in the folders below it; no more than a number of them. */
    public List<String> all(int most) throws IOException {
        return store.all(most);
    }

    /** A SHA-256 over the named files in hexadecimal. */
    public String fingerprint(List<String> files) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        for (String file : files) {
            digest.update(file.getBytes(StandardCharsets.UTF_8));
            try (InputStream in = open(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            } catch (Unpacked.Refused e) {
                throw new BrokenDataset(new Fault(file, 0, 0, e.getMessage()));
            } catch (ZipException | EOFException e) {
                throw new BrokenDataset(new Fault(file, 0, 0, "The file cannot be unpacked: " + e.getMessage()
                        + ". Pack it anew."));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The same over a file alone. */
    public static String fingerprint(Path file) throws IOException {
        return new Folder(new StoredFolder(file.toAbsolutePath().getParent()))
                .fingerprint(List.of(file.getFileName().toString()));
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return store.toString();
    }

    @Override
    public void close() throws IOException {
        store.close();
    }

    /** The dataset in the application itself. */
    private record Shipped() implements Store {

        @Override
        public boolean has(String file) {
            return Folder.class.getResource(SHIPPED + file) != null;
        }

        @Override
        public InputStream open(String file) {
            return Folder.class.getResourceAsStream(SHIPPED + file);
        }

        @Override
        public long size(String file) {
            return 0;
        }

        @Override
        public List<String> files() {
            return List.of();
        }

        @Override
        public String toString() {
            return "the dataset that ships with Footnote";
        }
    }
}
