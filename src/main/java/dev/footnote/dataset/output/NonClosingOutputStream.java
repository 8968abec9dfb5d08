package dev.footnote.dataset.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Stream whose close only flushes, for writing one part of a larger output. */
final class NonClosingOutputStream extends FilterOutputStream {

    NonClosingOutputStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
