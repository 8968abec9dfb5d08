package dev.footnote.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How a file is packed, as its first bytes show. */
public enum Packing {

    NONE(null),
    GZIP("gzip", 0x1f, 0x8b),
    ZIP("zip", 'P', 'K', 3, 4),
    BZIP2("bzip2", 'B', 'Z', 'h'),
    XZ("xz", 0xfd, '7', 'z', 'X', 'Z', 0),
    ZSTANDARD("Zstandard", 0x28, 0xb5, 0x2f, 0xfd),
    LZ4("lz4", 0x04, 0x22, 0x4d, 0x18),
    SEVEN_ZIP("7-Zip", '7', 'z', 0xbc, 0xaf),
    RAR("rar", 'R', 'a', 'r', '!', 0x1a),
    COMPRESS("compress", 0x1f, 0x9d),
    PARQUET("Parquet", 'P', 'A', 'R', '1'),
    SPREADSHEET("an old spreadsheet", 0xd0, 0xcf, 0x11, 0xe0),
    PDF("PDF", '%', 'P', 'D', 'F');

    private static final int LONGEST = 8;

    private final String name;
    private final int[] start;

    Packing(String name, int... start) {
        this.name = name;
        this.start = start;
    }

    /** How the bytes are packed; they are read from their beginning afterwards. */
    public static Packing of(BufferedInputStream in) throws IOException {
        in.mark(LONGEST);
        byte[] first = in.readNBytes(LONGEST);
        in.reset();
        for (Packing one : values()) {
            if (one != NONE && one.begins(first)) {
                return one;
            }
        }
        return NONE;
    }

    private boolean begins(byte[] first) {
        boolean begins = first.length >= start.length;
        for (int i = 0; begins && i < start.length; i++) {
            begins = (first[i] & 0xff) == start[i];
        }
        return begins;
    }

    /** The bytes as they were before they were packed, where that is by gzip or not at all. */
    static InputStream unpacked(InputStream from, boolean declared) throws IOException {
        BufferedInputStream in = new BufferedInputStream(from);
        try {
            Packing packing = of(in);
            if (packing == GZIP || declared) {
                return Unpacked.gzip(in);
            }
            if (packing != NONE) {
                throw new Unpacked.Refused(packing.refusal());
            }
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** What people call it; null where it is not packed. */
    public String title() {
        return name;
    }

    /** What to do with what cannot be read. */
    public String refusal() {
        return "The file is " + name + ", and it is read as text or packed by gzip. " + (this == ZIP
                ? "Take it out of the zip; a spreadsheet you save as CSV in UTF-8."
                : "Write it anew as one of these.");
    }
}
