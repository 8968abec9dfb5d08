package dev.footnote.cache;

import java.util.Arrays;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Answers by the bytes that asked for them, bounded in bytes. Each is labelled with a version of the dataset that was
 * current before it was read, and is handed out only while that version is current. So it is never stale: had anything
 * been written in between, the version would not be current any more.
 */
public final class Kept {

    /** Of an entry beside its bytes. */
    private static final int OVERHEAD = 200;

    /**
     * What was asked.
     *
     * @param bytes as they came
     * @param form in which form the answer is given, where the bytes do not say
     */
    public record Key(byte[] bytes, int form) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.form == form && Arrays.equals(key.bytes, bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes) + form;
        }
    }

    /**
     * An answer.
     *
     * @param version of the dataset, current before the answer was read
     * @param packed whether the body is packed by gzip
     */
    public record Entry(String version, byte[] body, boolean packed) {
    }

    private final Cache<Key, Entry> entries;

    /** @param bytes the most that all entries take */
    public Kept(long bytes) {
        this.entries = Caffeine.newBuilder().maximumWeight(bytes)
                .<Key, Entry> weigher((key, entry) -> OVERHEAD + key.bytes().length + entry.body().length).build();
    }

    /** @return the answer with the version that it holds for, or null */
    public Entry get(Key key) {
        return entries.getIfPresent(key);
    }

    public void put(Key key, Entry entry) {
        entries.put(key, entry);
    }
}
