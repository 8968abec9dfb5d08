package dev.footnote.query.document;

import java.util.Locale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Documents that a client asked to keep under their hash, so that it need not send them again. Their texts are kept for
 * longer than what is made of them, because they take a fraction of its memory.
 */
final class PersistedDocuments {

    private static final int MOST_BYTES = 8 << 20;
    private static final int BYTES_AN_ENTRY = 300;

    private final Cache<String, String> texts = Caffeine.newBuilder().maximumWeight(MOST_BYTES)
            .<String, String> weigher((hash, text) -> BYTES_AN_ENTRY + 2 * text.length()).build();

    void keep(String hash, String text) {
        texts.put(hash, text);
    }

    /** Null where it was never kept, or not asked for in a long time. */
    String text(String hash) {
        return texts.getIfPresent(hash.toLowerCase(Locale.ROOT));
    }
}
