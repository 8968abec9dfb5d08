package dev.footnote.store;

import java.io.IOException;
import java.io.InputStream;

/** A stream over another one that looks at all that is read: single bytes, and what is skipped, are read as blocks. */
abstract class ByBlocks extends InputStream {

    final InputStream in;

    ByBlocks(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] bytes, int from, int length) throws IOException;

    @Override
    public void close() throws IOException {
        in.close();
    }
}
