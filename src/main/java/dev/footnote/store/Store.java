package dev.footnote.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Where files lie under names. */
public interface Store extends Closeable {

    boolean has(String file);

    /** Of a file that is there. */
    InputStream open(String file) throws IOException;

    /** How many bytes may be read of a file that is there, or 0 where nobody knows. */
    long size(String file) throws IOException;

    /** The names of the files that lie at the top, in order. */
    List<String> files() throws IOException;

    /** The names of the files that lie at the top or in folders below it, in order; no more than a number of them. */
    default List<String> all(int most) throws IOException {
        return files();
    }

    @Override
    default void close() throws IOException {
        // most hold nothing open
    }
}
