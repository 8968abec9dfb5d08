package dev.footnote.dataset.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses gzip data of one or more members and verifies the checksum of each. {@code GZIPInputStream} of the JDK ends
 * without an error if it cannot read the header of a later member, as if everything had been read.
 */
final class GzipMembersInputStream extends BlockInputStream {

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

    GzipMembersInputStream(InputStream in) throws IOException {
        super(in);
        this.source = new PushbackInputStream(in, BUFFER);
        if (!head(in(), in())) {
            throw new ZipException("it is not gzip");
        }
    }

    /** Reads the next byte of a header or trailer. A missing byte is an error. */
    private int in() throws IOException {
        int read = source.read();
        if (read < 0) {
            throw new EOFException("it is truncated");
        }
        return read;
    }

    /**
     * Reads the header of a member.
     *
     * @return whether a member starts here
     */
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
                // skip up to the zero byte that ends the text
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
            throw new ZipException("it is corrupt");
        }
    }

    private void fill() throws IOException {
        filled = source.read(packed, 0, BUFFER);
        if (filled < 0) {
            throw new EOFException("it is truncated");
        }
        inflater.setInput(packed, 0, filled);
    }

    /** Reads the trailer of a member and the header of the next one. */
    private void foot() throws IOException {
        int left = inflater.getRemaining();
        source.unread(packed, filled - left, left);
        long checksum = number();
        long size = number();
        if (checksum != sum.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("it is corrupt, its checksum does not match");
        }
        inflater.reset();
        sum.reset();
        int first = source.read();
        while (first == 0) {
            // tape archives pad their last block with zeros
            first = source.read();
        }
        ended = first < 0;
        if (!ended && !head(first, in())) {
            throw new ZipException("data that is not gzip follows it");
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
