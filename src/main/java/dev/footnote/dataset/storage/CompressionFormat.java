package dev.footnote.dataset.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Compression or file format of a file, detected from its first bytes. */
public enum CompressionFormat {

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

    CompressionFormat(String name, int... start) {
        this.name = name;
        this.start = start;
    }

    /** Detects the format. The stream is reset to its start afterwards. */
    public static CompressionFormat of(BufferedInputStream in) throws IOException {
        in.mark(LONGEST);
        byte[] first = in.readNBytes(LONGEST);
        in.reset();
        for (CompressionFormat one : values()) {
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

    /**
     * Opens a file as text: gzip is decompressed, an uncompressed file is returned as it is, other formats are refused.
     *
     * @param declared whether the file is known to be gzip, by its name or descriptor
     */
    static InputStream unpacked(InputStream from, boolean declared) throws IOException {
        BufferedInputStream in = new BufferedInputStream(from);
        try {
            CompressionFormat packing = of(in);
            if (packing == GZIP || declared) {
                return DecompressionGuard.gzip(in);
            }
            if (packing != NONE) {
                throw new DecompressionGuard.Refused(packing.exception());
            }
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Usual name of the format; null for an uncompressed file. */
    public String title() {
        return name;
    }

    /** Message for a file in a format that cannot be read, with what to do. */
    public String exception() {
        return "The file is " + name + ". Only text and gzip-compressed text can be read. " + (this == ZIP
                ? "Extract it from the zip; save a spreadsheet as CSV in UTF-8."
                : "Save it in one of these formats.");
    }
}
