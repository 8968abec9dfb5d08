package dev.footnote.dataset.storage;

import java.io.IOException;
import java.io.InputStream;

/** Base class of input streams that inspect every byte they read. Single bytes and skipped bytes are read as blocks too. */
abstract class BlockInputStream extends InputStream {

    final InputStream in;

    BlockInputStream(InputStream in) {
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
