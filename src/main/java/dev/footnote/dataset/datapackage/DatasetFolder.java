package dev.footnote.dataset.datapackage;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipException;

import dev.footnote.dataset.storage.*;
import dev.footnote.metamodel.scalar.Sha256;

/** Files of a dataset: a folder or zip of the user, or the folder included in the product. */
public final class DatasetFolder implements Closeable {

    private static final String SHIPPED = "/dataset/";

    private final FileStorage store;

    private DatasetFolder(FileStorage store) {
        this.store = store;
    }

    /**
     * Opens a folder, or a zip of one.
     *
     * @throws InvalidDatasetException when the path is a file but not a zip
     */
    public static DatasetFolder at(Path path) {
        return new DatasetFolder(store(path));
    }

    /**
     * Opens an uploaded dataset. No more than {@code mostBytes} bytes are read after decompression, because the sender is not
     * trusted.
     */
    public static DatasetFolder sent(Path path, long mostBytes) {
        return new DatasetFolder(new SizeLimitedStorage(store(path), mostBytes));
    }

    public static DatasetFolder shipped() {
        return new DatasetFolder(new Shipped());
    }

    private static FileStorage store(Path path) {
        if (!Files.isRegularFile(path)) {
            return new FolderStorage(path);
        }
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            CompressionFormat packing = CompressionFormat.of(in);
            if (packing != CompressionFormat.ZIP && packing != CompressionFormat.NONE) {
                throw new ZipException(
                        "it is " + packing.title() + (packing == CompressionFormat.GZIP ? " without FollowTheMoney"
                                + " entities" : ""));
            }
            return new ZipStorage(path, DataPackageDescriptor.FILE);
        } catch (IOException e) {
            throw new InvalidDatasetException(
                    new DatasetProblem(path.getFileName().toString(), 0, 0, "The file is not a readable zip: "
                            + e.getMessage() + ". Give a folder with a datapackage.json, or a zip of one."));
        }
    }

    FileStorage store() {
        return store;
    }

    public boolean has(String file) {
        return store.has(file);
    }

    public InputStream open(String file) throws IOException {
        return store.open(file);
    }

    /** Names of the files at the top level. */
    public List<String> files() throws IOException {
        return store.files();
    }

    /**
     * Names of the files at the top level and in subfolders.
     *
     * @param most largest number of names to return
     */
    public List<String> all(int most) throws IOException {
        return store.all(most);
    }

    /** SHA-256 of the named files, in hexadecimal. */
    public String fingerprint(List<String> files) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        for (String file : files) {
            digest.update(file.getBytes(StandardCharsets.UTF_8));
            try (InputStream in = open(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            } catch (DecompressionGuard.Refused e) {
                throw new InvalidDatasetException(new DatasetProblem(file, 0, 0, e.getMessage()));
            } catch (ZipException | EOFException e) {
                throw new InvalidDatasetException(
                        new DatasetProblem(file, 0, 0, "The file cannot be unpacked: " + e.getMessage()
                                + ". Compress it again."));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of a single file, in hexadecimal. */
    public static String fingerprint(Path file) throws IOException {
        return new DatasetFolder(new FolderStorage(file.toAbsolutePath().getParent()))
                .fingerprint(List.of(file.getFileName().toString()));
    }

    @Override
    public String toString() {
        return store.toString();
    }

    @Override
    public void close() throws IOException {
        store.close();
    }

    /** The dataset included in the application. */
    private record Shipped() implements FileStorage {

        @Override
        public boolean has(String file) {
            return DatasetFolder.class.getResource(SHIPPED + file) != null;
        }

        @Override
        public InputStream open(String file) {
            return DatasetFolder.class.getResourceAsStream(SHIPPED + file);
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
