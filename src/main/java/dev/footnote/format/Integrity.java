package dev.footnote.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipException;

import dev.footnote.folder.Descriptor;
import dev.footnote.folder.Fault;
import dev.footnote.folder.Folder;
import dev.footnote.store.Resource;
import dev.footnote.store.Unpacked;

/** Whether the files of a package are those that its descriptor was written for, by their size and hash. */
record Integrity(Folder folder, Consumer<Fault> problems) {

    private static final Map<String, String> ALGORITHMS = Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512",
            "SHA-512");

    void check(Descriptor descriptor) throws IOException {
        for (Resource resource : descriptor.resources().values()) {
            if (resource.bytes() >= 0 || resource.hash() != null) {
                check(resource);
            }
        }
    }

    private void check(Resource resource) throws IOException {
        String hash = resource.hash() == null ? "" : resource.hash().toLowerCase(Locale.ROOT);
        int colon = hash.indexOf(':');
        String algorithm = colon < 0 ? "md5" : hash.substring(0, colon).replace("-", "");
        if (!ALGORITHMS.containsKey(algorithm)) {
            tell(resource, "has a hash by \"" + algorithm + "\". Write one by md5, sha1, sha256 or sha512, or take it out.");
            return;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(ALGORITHMS.get(algorithm));
            long bytes = read(resource, digest);
            if (resource.bytes() >= 0 && resource.bytes() != bytes) {
                tell(resource, "has " + resource.bytes() + " bytes by the descriptor, and its files have " + bytes
                        + ". Correct the number, or get the files anew.");
            }
            if (!hash.isEmpty() && !hash.substring(colon + 1).equals(HexFormat.of().formatHex(digest.digest()))) {
                tell(resource, "has another hash by the descriptor than its files have. Correct it, or get the files anew.");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (Unpacked.Refused | ZipException | EOFException e) {
            // told when the file is read
        }
    }

    private long read(Resource resource, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        for (String file : resource.files()) {
            try (InputStream in = folder.open(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                    bytes += read;
                }
            }
        }
        return bytes;
    }

    private void tell(Resource resource, String problem) {
        problems.accept(new Fault(Descriptor.FILE, 0, 0, "The resource \"" + resource.name() + "\" " + problem));
    }
}
