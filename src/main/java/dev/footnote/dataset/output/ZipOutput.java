package dev.footnote.dataset.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes several files as one zip. The same files always make the same bytes. */
public final class ZipOutput implements OutputTarget.Draft {

    /** The earliest time that a zip can hold, as local time, so that it is the same in every time zone. */
    private static final java.time.LocalDateTime TIME = java.time.LocalDateTime.of(1980, 1, 1, 0, 0);

    private final OutputTarget.Draft file;
    private ZipOutputStream zip;

    public ZipOutput(OutputTarget.Draft file) {
        this.file = file;
    }

    @Override
    public OutputStream open(String name) throws IOException {
        if (zip == null) {
            zip = new ZipOutputStream(file.open(name));
        }
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        return new NonClosingOutputStream(zip);
    }

    @Override
    public void finish() throws IOException {
        zip.finish();
        file.finish();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
