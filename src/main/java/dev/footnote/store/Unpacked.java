package dev.footnote.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** What comes out of packed bytes, as long as it is not out of all proportion to them. */
public final class Unpacked extends ByBlocks {

    /** Texts come to a twentieth, the same line over and over to a three hundredth; a bomb to a thousandth. */
    private static final long MOST_TIMES = 500;
    private static final long ALWAYS = 1 << 24;

    private final LongSupplier packed;
    private long count;

    Unpacked(InputStream in, LongSupplier packed) {
        super(in);
        this.packed = packed;
    }

    /** Unpacks gzip. */
    public static InputStream gzip(InputStream in) throws IOException {
        Tally packed = new Tally();
        return new Unpacked(new Gzip(packed.over(in)), packed::bytes);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        count += Math.max(read, 0);
        if (count > ALWAYS && count / MOST_TIMES > packed.getAsLong()) {
            throw new Refused("Unpacked it is more than " + MOST_TIMES
                    + " times as large as it was, as no dataset is. Pack it anew from the files.");
        }
        return read;
    }

    /** A file that is refused for its size, with a sentence for who sent it. */
    public static final class Refused extends IOException {

        public Refused(String message) {
            super(message);
        }
    }
}
