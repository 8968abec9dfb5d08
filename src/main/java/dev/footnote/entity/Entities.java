package dev.footnote.entity;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.footnote.cell.Blemish;
import dev.footnote.folder.Faults;

/** The lines of a file of entities. */
public final class Entities {

    /** More than any entity has, and what fits into memory many times. */
    private static final int LONGEST = 1 << 24;
    private static final byte[] MARK = { (byte) 0xef, (byte) 0xbb, (byte) 0xbf };

    /** What is done with each entity. */
    public interface Reading {
        void entity(Entity entity) throws IOException;
    }

    private final String file;
    private final Faults faults;
    private byte[] bytes = new byte[1 << 16];
    private int length;

    public Entities(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
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

    /** Passes by the byte order mark. */
    private static void skipMark(InputStream in) throws IOException {
        in.mark(MARK.length);
        if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
            in.reset();
        }
    }

    private void entity(long line, Reading reading) throws IOException {
        Entity entity;
        try {
            entity = Entity.read(bytes, length, line);
        } catch (JsonProcessingException e) {
            faults.add(file, line, e.getLocation().getColumnNr(), "The line is no JSON: " + e.getOriginalMessage() + ".");
            return;
        }
        if (entity.id() == null || entity.schema() == null) {
            faults.add(file, line, 0, "The line is no entity. Each line is an object with an id, a schema and properties: \""
                    + Blemish.shown(new String(bytes, 0, Math.min(length, 200), StandardCharsets.UTF_8)) + "\".");
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
                    faults.add(file, line, 0, "The line is longer than " + LONGEST + " bytes. Take texts out of it.");
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
