package dev.footnote.dataset.ftm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.HiddenCharacters;

/** Reads a FollowTheMoney file line by line. */
public final class FtmLineReader {

    /** Longest line in bytes. No entity is longer, and lines of this length fit into memory many times. */
    private static final int LONGEST = 1 << 24;
    private static final byte[] MARK = { (byte) 0xef, (byte) 0xbb, (byte) 0xbf };

    /** Receives each entity. */
    public interface Reading {
        void entity(FtmEntity entity) throws IOException;
    }

    private final String file;
    private final DatasetProblems problems;
    private byte[] bytes = new byte[1 << 16];
    private int length;

    public FtmLineReader(String file, DatasetProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    public void read(InputStream from, Reading reading) throws IOException {
        try (InputStream in = new BufferedInputStream(from, 1 << 16)) {
            skipMark(in);
            for (long line = 1; next(in, line); line++) {
                if (length > 0 && !new String(bytes, 0, Math.min(length, 100), StandardCharsets.UTF_8).isBlank()) {
                    entity(line, reading);
                }
            }
        }
    }

    /** Skips the byte order mark. */
    private static void skipMark(InputStream in) throws IOException {
        in.mark(MARK.length);
        if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
            in.reset();
        }
    }

    private void entity(long line, Reading reading) throws IOException {
        FtmEntity entity;
        try {
            entity = FtmEntity.read(bytes, length, line);
        } catch (JsonProcessingException e) {
            problems.add(file, line, e.getLocation().getColumnNr(), "The line is not valid JSON:"
                    + " " + e.getOriginalMessage() + ".");
            return;
        }
        if (entity.id() == null || entity.schema() == null) {
            problems.add(file, line, 0, "The line is not an entity. Each line must be an object with an id, a schema and"
                    + " properties: \""
                    + HiddenCharacters.shown(new String(bytes, 0, Math.min(length, 200), StandardCharsets.UTF_8)) + "\".");
            return;
        }
        reading.entity(entity);
    }

    /** @return whether there was another line */
    private boolean next(InputStream in, long line) throws IOException {
        length = 0;
        int read = in.read();
        if (read < 0) {
            return false;
        }
        boolean told = false;
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (length == LONGEST) {
                length = 0;
                if (!told) {
                    problems.add(file, line, 0, "The line is longer than " + LONGEST + " bytes. Shorten it.");
                    told = true;
                }
            }
            bytes = length == bytes.length ? Arrays.copyOf(bytes, 2 * length) : bytes;
            bytes[length++] = (byte) read;
        }
        length = told ? 0 : length;
        return true;
    }
}
