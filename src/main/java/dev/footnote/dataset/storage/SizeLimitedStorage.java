package dev.footnote.dataset.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Limits how many bytes are read from an untrusted dataset, over all files and after decompression. */
public final class SizeLimitedStorage implements FileStorage {

    private final FileStorage store;
    private final long most;
    /** How far each file was read. Bytes that are read again are not counted again. */
    private final Map<String, Long> reached = new HashMap<>();
    private long total;

    public SizeLimitedStorage(FileStorage store, long most) {
        this.store = store;
        this.most = most;
    }

    @Override
    public boolean has(String file) {
        return store.has(file);
    }

    @Override
    public InputStream open(String file) throws IOException {
        return cap(file, store.open(file));
    }

    @Override
    public long size(String file) throws IOException {
        return store.size(file);
    }

    @Override
    public List<String> files() throws IOException {
        return store.files();
    }

    @Override
    public List<String> all(int most) throws IOException {
        return store.all(most);
    }

    @Override
    public void close() throws IOException {
        store.close();
    }

    @Override
    public String toString() {
        return store.toString();
    }

    /** Limits a stream of a file, compressed or decompressed. It fails at the first byte above the limit. */
    public InputStream cap(String file, InputStream in) {
        return new FilterInputStream(in) {

            private long at;

            @Override
            public int read() throws IOException {
                int read = super.read();
                reach(file, read < 0 ? at : ++at);
                return read;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                at += Math.max(read, 0);
                reach(file, at);
                return read;
            }
        };
    }

    private void reach(String file, long at) throws IOException {
        long before = reached.getOrDefault(file, 0L);
        if (at > before) {
            reached.put(file, at);
            total += at - before;
        }
        if (total > most) {
            throw new DecompressionGuard.Refused(
                    "The decompressed dataset has more than " + most + " bytes, which is the limit. Send it in"
                            + " parts, as deltas, or ask the operator of Footnote to raise footnote.admin.unpacked.");
        }
    }
}
