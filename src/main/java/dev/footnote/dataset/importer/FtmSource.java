package dev.footnote.dataset.importer;

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

import dev.footnote.dataset.datapackage.*;
import dev.footnote.dataset.ftm.FtmDataset;
import dev.footnote.dataset.storage.CompressionFormat;
import dev.footnote.dataset.storage.DecompressionGuard;
import dev.footnote.dataset.storage.FolderStorage;
import dev.footnote.dataset.storage.SizeLimitedStorage;
import dev.footnote.metamodel.Metamodel;

/** A FollowTheMoney file, gzip-compressed or not. */
final class FtmSource implements DatasetSource {

    /** Number of bytes that are read to detect the format. */
    private static final int MOST_LOOKED_AT = 1 << 12;

    private final Metamodel metamodel;
    private final Path path;
    private final SizeLimitedStorage bytes;
    private FtmDataset trail;

    FtmSource(Metamodel metamodel, Path path, long mostBytes) {
        this.metamodel = metamodel;
        this.path = path;
        this.bytes = new SizeLimitedStorage(new FolderStorage(path.toAbsolutePath().getParent()), mostBytes);
    }

    /**
     * Whether the file starts like a FollowTheMoney file.
     *
     * @throws InvalidDatasetException when it contains entities in an unsupported layout
     */
    static boolean is(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        byte[] first = first(path);
        String problem = problem(first);
        if (problem != null) {
            throw new InvalidDatasetException(new DatasetProblem(path.getFileName().toString(), 0, 0, problem));
        }
        return start(first).startsWith("{");
    }

    /** The first bytes after decompression; fewer if the file is truncated. */
    private static byte[] first(Path path) throws IOException {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        try (InputStream in = unpacked(path)) {
            for (int read = in.read(); read >= 0 && first.size() < MOST_LOOKED_AT; read = in.read()) {
                first.write(read);
            }
        } catch (ZipException | EOFException e) {
            // reported when the file is read
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
            return "The file is one JSON array. FollowTheMoney has one entity per line; convert the file, for example"
                    + " with jq -c"
                    + " '.[]'.";
        }
        return start.matches("(?s)\\{[ \t\r]*\\n.*") ? "The file is JSON over several lines. FollowTheMoney has one"
                + " entity per line; convert the file, for example with jq -c '.'." : null;
    }

    private static InputStream unpacked(Path path) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path));
        try {
            return CompressionFormat.of(in) == CompressionFormat.GZIP ? DecompressionGuard.gzip(in) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private String name() {
        return path.getFileName().toString();
    }

    @Override
    public DataPackageDescriptor descriptor() {
        return new DataPackageDescriptor(name().replaceFirst("\\..*", ""), null, null, null, null, null, false, Map.of(),
                Map.of());
    }

    @Override
    public String fingerprint() throws IOException {
        return DatasetFolder.fingerprint(path);
    }

    @Override
    public DatasetReader contents(DatasetProblems problems) throws IOException {
        trail = new FtmDataset(name(), problems);
        try {
            return trail.read(metamodel, () -> bytes.cap(name(), unpacked(path)));
        } catch (DecompressionGuard.Refused e) {
            throw new InvalidDatasetException(new DatasetProblem(name(), 0, 0, e.getMessage()));
        } catch (ZipException | EOFException e) {
            throw new InvalidDatasetException(new DatasetProblem(name(), 0, 0, "The file cannot be unpacked: " + e.getMessage()
                    + ". Compress it again."));
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
