package dev.footnote.query.execution;

import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.footnote.query.sql.SqlBuilder;

/**
 * Counts, sums and groups over all records of a kind, bounded in bytes. Each is kept with the version of the dataset in the
 * snapshot that it was read from, and handed out in a snapshot of the same version only, so that it is never stale.
 */
public final class AggregateCache {

    /** What the version is called before any dataset was imported whole; a first import shows its steps under that name. */
    private static final String UNFINISHED = "empty";

    /** Of an entry, of a row and of a value, about. */
    private static final int OVERHEAD = 200;
    private static final int ROW = 24;
    private static final int VALUE = 48;

    private record Key(String version, String text, List<Object> values) {
    }

    private final Cache<Key, List<Object[]>> kept;
    private final boolean keeps;

    /** @param bytes the most that all of them take, about; 0 keeps none */
    public AggregateCache(long bytes) {
        this.keeps = bytes > 0;
        this.kept = Caffeine.newBuilder().maximumWeight(bytes).<Key, List<Object[]>> weigher(AggregateCache::weight).build();
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

    /** @return null where it is not kept */
    List<Object[]> get(String version, SqlBuilder sql) {
        return kept.getIfPresent(new Key(version, sql.text(), sql.values()));
    }

    /** @param rows which nobody changes any more */
    void put(String version, SqlBuilder sql, List<Object[]> rows) {
        if (!UNFINISHED.equals(version)) {
            kept.put(new Key(version, sql.text(), List.copyOf(sql.values())), rows);
        }
    }
}
