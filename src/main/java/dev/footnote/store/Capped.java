package dev.footnote.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Files of which none is read beyond a number of bytes, because strangers sent them.
 *
 * @param most bytes of one file, unpacked
 */
public record Capped(Store store, long most) implements Store {

    @Override
    public boolean has(String file) {
        return store.has(file);
    }

    @Override
    public InputStream open(String file) throws IOException {
        return cap(store.open(file), most);
    }

    @Override
    public long size(String file) throws IOException {
        return store.size(file);
    }

    @Override
    public List<String> files() throws IOException {
        return store.files();
    }

    @Override
    public void close() throws IOException {
        store.close();
    }

    @Override
    public String toString() {
        return store.toString();
    }

    /** The same bytes, refused from the first that is too much. */
    public static InputStream cap(InputStream in, long most) {
        return new FilterInputStream(in) {

            private long left = most;

            @Override
            public int read() throws IOException {
                return took(super.read(), 1);
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                return took(read, read);
            }

            private int took(int read, int bytes) throws IOException {
                left -= read < 0 ? 0 : bytes;
                if (left < 0) {
                    throw new Unpacked.Refused("It holds more than " + most + " bytes, and no more are taken. Split it, or have"
                            + " whoever runs Footnote raise the limit.");
                }
                return read;
            }
        };
    }
}
