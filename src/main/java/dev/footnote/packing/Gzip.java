package dev.footnote.packing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** The content coding gzip. */
public final class Gzip {

    private static final Pattern TAKEN = Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))",
            Pattern.CASE_INSENSITIVE);

    private Gzip() {
    }

    /** @param encodings the header Accept-Encoding, or null */
    public static boolean isTaken(String encodings) {
        return encodings != null && TAKEN.matcher(encodings).find();
    }

    public static byte[] packed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 4);
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written to", e);
        }
        return bytes.toByteArray();
    }
}
