package dev.footnote.query.document;

import java.util.Locale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Documents that clients registered under their hash, so that they need not send them again. Their texts are kept longer than
 * the prepared documents, because they take a fraction of the memory. The bound holds at once: the thread that adds a text
 * evicts others.
 */
final class PersistedDocuments {

    private static final int MOST_BYTES = 8 << 20;
    private static final int BYTES_AN_ENTRY = 300;

    private final Cache<String, String> texts = Caffeine.newBuilder().executor(Runnable::run).maximumWeight(MOST_BYTES)
            .<String, String> weigher((hash, text) -> BYTES_AN_ENTRY + 2 * text.length()).build();

    void keep(String hash, String text) {
        texts.put(hash, text);
    }

    /** The text of a document; null if it was never registered, or not requested for a long time. */
    String text(String hash) {
        return texts.getIfPresent(hash.toLowerCase(Locale.ROOT));
    }
}
