package dev.footnote.query.execution;

import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.footnote.query.sql.SqlBuilder;

/**
 * Cache of counts, sums and groups over all records of a type, bounded in bytes. Each entry is stored with the dataset
 * version of the snapshot that it was read from. It is returned only in a snapshot of the same version, so it is never stale.
 */
public final class AggregateCache {

    /**
     * The version name before any dataset was fully imported. A first import shows its intermediate steps under that name.
     */
    private static final String UNFINISHED = "empty";

    /** Approximate bytes of an entry, of a row and of a value. */
    private static final int OVERHEAD = 200;
    private static final int ROW = 24;
    private static final int VALUE = 48;

    private record Key(String version, String text, List<Object> values) {
    }

    private final Cache<Key, List<Object[]>> kept;
    private final boolean keeps;

    /**
     * Creates the cache.
     *
     * @param bytes the approximate maximum size of all entries; 0 disables the cache
     */
    public AggregateCache(long bytes) {
        this.keeps = bytes > 0;
        this.kept = Caffeine.newBuilder().executor(Runnable::run).maximumWeight(bytes)
                .<Key, List<Object[]>> weigher(AggregateCache::weight).build();
    }

    private static int weight(Key key, List<Object[]> rows) {
        long weight = OVERHEAD + key.text().length() + (long) VALUE * key.values().size();
        for (Object[] row : rows) {
            weight += ROW + (long) VALUE * row.length;
        }
        return (int) Math.min(Integer.MAX_VALUE, weight);
    }

    boolean keeps() {
        return keeps;
    }

    /** @return empty if it is not cached */
    Optional<List<Object[]>> get(String version, SqlBuilder sql) {
        return Optional.ofNullable(kept.getIfPresent(new Key(version, sql.text(), sql.values())));
    }

    /**
     * Stores an entry.
     *
     * @param rows rows that are not modified any more
     */
    void put(String version, SqlBuilder sql, List<Object[]> rows) {
        if (!UNFINISHED.equals(version)) {
            kept.put(new Key(version, sql.text(), List.copyOf(sql.values())), rows);
        }
    }
}
