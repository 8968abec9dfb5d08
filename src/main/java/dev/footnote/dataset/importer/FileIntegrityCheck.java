package dev.footnote.dataset.importer;

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

import dev.footnote.dataset.datapackage.DataPackageDescriptor;
import dev.footnote.dataset.datapackage.DatasetFolder;
import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.storage.DecompressionGuard;
import dev.footnote.dataset.storage.ResourceDescriptor;

/** Checks the size and hash of the files of a package against its descriptor. */
record FileIntegrityCheck(DatasetFolder folder, Consumer<DatasetProblem> problems) {

    private static final Map<String, String> ALGORITHMS = Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512",
            "SHA-512");

    void check(DataPackageDescriptor descriptor) throws IOException {
        for (ResourceDescriptor resource : descriptor.resources().values()) {
            if (resource.bytes() >= 0 || resource.hash() != null) {
                check(resource);
            }
        }
    }

    private void check(ResourceDescriptor resource) throws IOException {
        String hash = resource.hash() == null ? "" : resource.hash().toLowerCase(Locale.ROOT);
        int colon = hash.indexOf(':');
        String algorithm = colon < 0 ? "md5" : hash.substring(0, colon).replace("-", "");
        if (!ALGORITHMS.containsKey(algorithm)) {
            tell(resource, "has a hash with the algorithm \"" + algorithm + "\". Use md5, sha1, sha256 or sha512, or"
                    + " remove it.");
            return;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(ALGORITHMS.get(algorithm));
            long bytes = read(resource, digest);
            if (resource.bytes() >= 0 && resource.bytes() != bytes) {
                tell(resource, "has " + resource.bytes() + " bytes according to the descriptor, but its files have " + bytes
                        + ". Correct the number, or get the files again.");
            }
            if (!hash.isEmpty() && !hash.substring(colon + 1).equals(HexFormat.of().formatHex(digest.digest()))) {
                tell(resource, "has a hash in the descriptor that does not match its files. Correct it, or get the files"
                        + " again.");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (DecompressionGuard.Refused | ZipException | EOFException e) {
            // reported when the file is read
        }
    }

    private long read(ResourceDescriptor resource, MessageDigest digest) throws IOException {
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

    private void tell(ResourceDescriptor resource, String problem) {
        problems.accept(
                new DatasetProblem(DataPackageDescriptor.FILE, 0, 0, "The resource \"" + resource.name() + "\" " + problem));
    }
}
