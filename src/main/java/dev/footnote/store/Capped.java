package dev.footnote.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files that are read to a number of bytes, all together and unpacked, because strangers sent them. */
public final class Capped implements Store {

    private final Store store;
    private final long most;
    /** How far each was read; read once more, the same bytes count once. */
    private final Map<String, Long> reached = new HashMap<>();
    private long total;

    public Capped(Store store, long most) {
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

    /** The bytes of a file, packed or not; refused from the first that is too much. */
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
            throw new Unpacked.Refused(
                    "Unpacked the dataset has more than " + most + " bytes, and no more are taken. Send it in"
                            + " parts, as deltas, or have whoever runs Footnote raise footnote.office.unpacked.");
        }
    }
}
