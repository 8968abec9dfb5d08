package dev.footnote.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Where the files of a dataset are: a folder of the user's, or the one that ships with the product. */
public final class Folder {

    private static final String SHIPPED = "/dataset/";

    private final Path path;

    private Folder(Path path) {
        this.path = path;
    }

    public static Folder at(Path path) {
        return new Folder(path);
    }

    public static Folder shipped() {
        return new Folder(null);
    }

    public boolean has(String file) {
        return path == null ? Folder.class.getResource(SHIPPED + file) != null
                : Files.isReadable(path.resolve(file)) && !Files.isDirectory(path.resolve(file));
    }

    public InputStream open(String file) throws IOException {
        return path == null ? Folder.class.getResourceAsStream(SHIPPED + file) : Files.newInputStream(path.resolve(file));
    }

    /** A SHA-256 over the named files in hexadecimal. */
    public String fingerprint(List<String> files) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        for (String file : files) {
            digest.update(file.getBytes());
            try (InputStream in = open(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
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
        return path == null ? "the dataset that ships with Footnote" : path.toString();
    }
}
