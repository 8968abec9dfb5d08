package dev.footnote.dataset.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Target of an export. Output is atomic: it appears only when complete. */
public abstract class OutputTarget {

    OutputTarget() {
    }

    /**
     * Writes a Data Package to a folder. Only a Data Package can be written to a folder.
     *
     * @param replace whether an existing Data Package may be replaced; other files of the folder stay
     */
    public static OutputTarget folder(Path path, boolean replace) {
        return new AtomicFolderOutput(path, replace);
    }

    /** @param replace whether an existing file may be replaced */
    public static OutputTarget file(Path path, boolean replace) {
        return new AtomicFileOutput(path, replace);
    }

    /** Writes one file to a stream. The stream is flushed but not closed; its owner closes it. */
    public static OutputTarget stream(OutputStream out) {
        return new StreamTarget(out);
    }

    /** Whether the target can hold several named files. */
    public abstract boolean takesFiles();

    /** @throws OutputExistsException when the target exists and must not be replaced */
    public abstract Draft begin() throws IOException;

    /** Output in progress; it is discarded unless it is finished. */
    public interface Draft extends AutoCloseable {

        /** Starts the next file, and closes the previous one. */
        OutputStream open(String name) throws IOException;

        /** Publishes the output under its final name. */
        void finish() throws IOException;

        @Override
        void close() throws IOException;
    }

    private static final class StreamTarget extends OutputTarget {

        private final OutputStream out;

        private StreamTarget(OutputStream out) {
            this.out = out;
        }

        @Override
        public boolean takesFiles() {
            return false;
        }

        @Override
        public Draft begin() {
            return new Draft() {

                @Override
                public OutputStream open(String name) {
                    return new NonClosingOutputStream(out);
                }

                @Override
                public void finish() throws IOException {
                    out.flush();
                }

                @Override
                public void close() {
                    // sent data cannot be taken back; the owner of the stream ends it as incomplete
                }
            };
        }
    }
}
