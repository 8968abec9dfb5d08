package dev.footnote.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * What gzip holds, in one member or several, each of them whole. The Java platform reads no further where it cannot read the
 * head of a later member, as if all were read.
 */
final class Gzip extends ByBlocks {

    private static final int BUFFER = 1 << 16;
    private static final int MAGIC = 0x1f8b;
    private static final int DEFLATE = 8;
    private static final int CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final PushbackInputStream source;
    private final byte[] packed = new byte[BUFFER];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private int filled;
    private boolean ended;

    Gzip(InputStream in) throws IOException {
        super(in);
        this.source = new PushbackInputStream(in, BUFFER);
        if (!head(in(), in())) {
            throw new ZipException("it is no gzip");
        }
    }

    /** The next byte of a head or a foot, which must be there. */
    private int in() throws IOException {
        int read = source.read();
        if (read < 0) {
            throw new EOFException("it is cut off");
        }
        return read;
    }

    /** @return whether a member begins here; its head is read then */
    private boolean head(int first, int second) throws IOException {
        if ((first << 8 | second) != MAGIC || in() != DEFLATE) {
            return false;
        }
        int flags = in();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(in() | in() << 8);
        }
        for (int flag : new int[] { NAME, COMMENT }) {
            while ((flags & flag) != 0 && in() != 0) {
                // up to the zero behind the text
            }
        }
        skip((flags & CHECKSUM) == 0 ? 0 : 2);
        return true;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            in();
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            while (!ended && length > 0) {
                int read = inflater.inflate(bytes, from, length);
                sum.update(bytes, from, read);
                if (inflater.finished()) {
                    foot();
                } else if (read == 0 && inflater.needsInput()) {
                    fill();
                }
                if (read > 0) {
                    return read;
                }
            }
            return length == 0 ? 0 : -1;
        } catch (DataFormatException e) {
            throw new ZipException("it is broken");
        }
    }

    private void fill() throws IOException {
        filled = source.read(packed, 0, BUFFER);
        if (filled < 0) {
            throw new EOFException("it is cut off");
        }
        inflater.setInput(packed, 0, filled);
    }

    /** Reads what is behind the bytes of a member, and the head of the next one. */
    private void foot() throws IOException {
        int left = inflater.getRemaining();
        source.unread(packed, filled - left, left);
        long checksum = number();
        long size = number();
        if (checksum != sum.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("it is broken, as its checksum shows");
        }
        inflater.reset();
        sum.reset();
        int first = source.read();
        while (first == 0) {
            // tapes fill up their last block with zeros
            first = source.read();
        }
        ended = first < 0;
        if (!ended && !head(first, in())) {
            throw new ZipException("something that is no gzip follows behind it");
        }
    }

    private long number() throws IOException {
        return in() | in() << 8 | in() << 16 | (long) in() << 24;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        super.close();
    }
}
