package dev.footnote.query.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Documents that the operator of the server trusts. They are never evicted. */
final class TrustedDocuments {

    private static final String BY_HASH = "sha256:";

    private final Map<String, PreparedDocument> byName;
    private final Map<String, PreparedDocument> byHash = new HashMap<>();
    private final Map<String, PreparedDocument> byText = new HashMap<>();

    /** @param entries the documents by name */
    TrustedDocuments(Map<String, Entry> entries) {
        this.byName = new HashMap<>();
        entries.forEach((name, entry) -> {
            byName.put(name, entry.prepared());
            byHash.put(entry.prepared().hash(), entry.prepared());
            byText.put(entry.text(), entry.prepared());
        });
    }

    record Entry(String text, PreparedDocument prepared) {
    }

    /** Finds a document by its name, or by {@code sha256:} and the hash of its text; null if there is none. */
    PreparedDocument named(String name) {
        return name.startsWith(BY_HASH) ? hashed(name.substring(BY_HASH.length())) : byName.get(name);
    }

    PreparedDocument hashed(String hash) {
        return hash == null ? null : byHash.get(hash.toLowerCase(Locale.ROOT));
    }

    PreparedDocument written(String text) {
        return byText.get(text);
    }
}
