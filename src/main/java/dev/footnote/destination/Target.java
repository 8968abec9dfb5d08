package dev.footnote.destination;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Where a dataset is written to. Until all is written nothing stands there that looks whole. */
public abstract class Target {

    Target() {
    }

    /**
     * A folder, which only a Data Package can be written to.
     *
     * @param replace whether a Data Package that is there already may be replaced; other files of the folder stay
     */
    public static Target folder(Path path, boolean replace) {
        return new FolderTarget(path, replace);
    }

    /** @param replace whether a file that is there already may be replaced */
    public static Target file(Path path, boolean replace) {
        return new FileTarget(path, replace);
    }

    /** One file whose bytes go wherever the stream leads. It is flushed, and stays open; who opened it ends it. */
    public static Target stream(OutputStream out) {
        return new StreamTarget(out);
    }

    /** Whether it takes several files with names of their own. */
    public abstract boolean takesFiles();

    /** @throws Occupied when something is there that must not be replaced */
    public abstract Draft begin() throws IOException;

    /** What is being written; it is thrown away unless it is finished. */
    public interface Draft extends AutoCloseable {

        /** Begins the next file; the one before is closed. */
        OutputStream open(String name) throws IOException;

        /** Makes what was written stand in its place. */
        void finish() throws IOException;

        @Override
        void close() throws IOException;
    }

    private static final class StreamTarget extends Target {

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
                    return new Unclosed(out);
                }

                @Override
                public void finish() throws IOException {
                    out.flush();
                }

                @Override
                public void close() {
                    // what was sent cannot be taken back; who opened the stream ends it as one that broke off
                }
            };
        }
    }
}
