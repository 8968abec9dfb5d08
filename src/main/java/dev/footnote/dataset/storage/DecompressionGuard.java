package dev.footnote.dataset.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Decompressed stream that refuses decompression bombs: it fails when the output is far larger than the input. */
public final class DecompressionGuard extends BlockInputStream {

    /** Largest ratio of output to input. Text compresses to 1/20, one repeated line to 1/300, a bomb to 1/1000. */
    private static final long MOST_TIMES = 500;
    private static final long ALWAYS = 1 << 24;

    private final LongSupplier packed;
    private long count;

    DecompressionGuard(InputStream in, LongSupplier packed) {
        super(in);
        this.packed = packed;
    }

    /** Decompresses gzip. */
    public static InputStream gzip(InputStream in) throws IOException {
        ByteCounter packed = new ByteCounter();
        return new DecompressionGuard(new GzipMembersInputStream(packed.over(in)), packed::bytes);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        count += Math.max(read, 0);
        if (count > ALWAYS && count / MOST_TIMES > packed.getAsLong()) {
            throw new Refused("The decompressed file is more than " + MOST_TIMES
                    + " times as large as the compressed one, which no real dataset is. Compress the original files again.");
        }
        return read;
    }

    /** Thrown when a file is refused because of its size. The message is written for the sender of the file. */
    public static final class Refused extends IOException {

        public Refused(String message) {
            super(message);
        }
    }
}
