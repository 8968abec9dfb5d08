package dev.footnote.dataset.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes read from one or more streams. */
public final class ByteCounter {

    private long bytes;

    public long bytes() {
        return bytes;
    }

    /** Returns a stream that counts the bytes read from {@code in}. */
    InputStream over(InputStream in) {
        return new FilterInputStream(in) {

            @Override
            public int read() throws IOException {
                int read = super.read();
                bytes += read < 0 ? 0 : 1;
                return read;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                bytes += Math.max(read, 0);
                return read;
            }
        };
    }
}
