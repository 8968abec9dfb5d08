package dev.footnote.dataset.importer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.footnote.dataset.datapackage.DataPackageDescriptor;
import dev.footnote.dataset.datapackage.DatasetFolder;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.DatasetReader;
import dev.footnote.metamodel.Metamodel;

/** A dataset to import, in any supported format. It is closed after reading. */
public interface DatasetSource extends Closeable {

    /**
     * Opens a dataset and detects its format; little is read yet.
     *
     * @param path a folder or a file; null for the dataset included in the product
     * @param mapping mapping of a foreign package; null for the one next to the package, if any
     * @throws dev.footnote.dataset.datapackage.InvalidDatasetException when the format is not supported
     */
    static DatasetSource open(Metamodel metamodel, Path path, Path mapping) throws IOException {
        if (path != null && path.endsWith(DataPackageDescriptor.FILE) && Files.isRegularFile(path)) {
            return open(metamodel, path.toAbsolutePath().getParent(), mapping);
        }
        if (path != null && FtmSource.is(path)) {
            return new FtmSource(metamodel, path, Long.MAX_VALUE);
        }
        return open(metamodel, path == null ? DatasetFolder.shipped() : DatasetFolder.at(path), mapping);
    }

    /**
     * Opens an uploaded dataset. No more than {@code mostBytes} bytes are read after decompression, because the sender is not
     * trusted.
     */
    static DatasetSource sent(Metamodel metamodel, Path path, long mostBytes) throws IOException {
        return FtmSource.is(path) ? new FtmSource(metamodel, path, mostBytes)
                : open(metamodel, DatasetFolder.sent(path, mostBytes), null);
    }

    private static DatasetSource open(Metamodel metamodel, DatasetFolder folder, Path mapping) throws IOException {
        try {
            return DataPackageSource.of(metamodel, folder, mapping);
        } catch (IOException | RuntimeException e) {
            try (folder) {
                throw e;
            }
        }
    }

    /** The metadata of the dataset. */
    DataPackageDescriptor descriptor();

    /** Identifies the contents; differs for every dataset with different contents. */
    String fingerprint() throws IOException;

    /**
     * Reads the records.
     *
     * @param problems receives all errors found while reading, and warnings about what is left out
     */
    DatasetReader contents(DatasetProblems problems) throws IOException;
}
