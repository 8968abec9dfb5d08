package dev.footnote.destination;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Several files in one. The same files make the same bytes, whenever they are written. */
public final class Zip implements Target.Draft {

    /** The first moment that a zip file can tell, which every zone tells alike. */
    private static final java.time.LocalDateTime TIME = java.time.LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Target.Draft file;
    private ZipOutputStream zip;

    public Zip(Target.Draft file) {
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
        return new Unclosed(zip);
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
