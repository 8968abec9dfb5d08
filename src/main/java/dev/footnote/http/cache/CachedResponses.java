package dev.footnote.http.cache;

import java.util.Arrays;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * A cache of responses by request bytes, limited in bytes. Each entry is labelled with a revision of the dataset that was
 * current before the response was read. An entry is returned only while its revision is current. So it is never stale: if
 * anything had been written in between, the revision would no longer be current.
 */
public final class CachedResponses {

    /** Bytes that an entry takes in addition to its content. */
    private static final int OVERHEAD = 200;

    /**
     * The key of a cached response.
     *
     * @param bytes the request, as received
     * @param form the form of the response, if the bytes do not determine it
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
     * A cached response.
     *
     * @param version of the dataset, current before the response was read
     * @param packed whether the body is compressed with gzip
     */
    public record Entry(String version, byte[] body, boolean packed) {
    }

    private final Cache<Key, Entry> entries;

    /** @param bytes the maximum size of all entries together */
    public CachedResponses(long bytes) {
        this.entries = Caffeine.newBuilder().executor(Runnable::run).maximumWeight(bytes)
                .<Key, Entry> weigher((key, entry) -> OVERHEAD + key.bytes().length + entry.body().length).build();
    }

    /** @return the response with the revision that it is valid for, or null */
    public Entry get(Key key) {
        return entries.getIfPresent(key);
    }

    public void put(Key key, Entry entry) {
        entries.put(key, entry);
    }
}
