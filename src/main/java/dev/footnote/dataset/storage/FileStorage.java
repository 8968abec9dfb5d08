package dev.footnote.dataset.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Read access to the files of a dataset, by name. */
public interface FileStorage extends Closeable {

    boolean has(String file);

    /** Opens a file, which must exist. */
    InputStream open(String file) throws IOException;

    /** Size in bytes of a file, which must exist; 0 if unknown. */
    long size(String file) throws IOException;

    /** Names of the files at the top level, sorted. */
    List<String> files() throws IOException;

    /**
     * Names of the files at the top level and in subfolders, sorted.
     *
     * @param most largest number of names to return
     */
    default List<String> all(int most) throws IOException {
        return files();
    }

    @Override
    default void close() throws IOException {
        // most implementations hold nothing open
    }
}
