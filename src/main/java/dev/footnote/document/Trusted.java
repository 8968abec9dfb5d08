package dev.footnote.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Documents that whoever runs the server vouches for. They are never forgotten. */
final class Trusted {

    private static final String BY_HASH = "sha256:";

    private final Map<String, Prepared> byName;
    private final Map<String, Prepared> byHash = new HashMap<>();
    private final Map<String, Prepared> byText = new HashMap<>();

    /** @param entries by name */
    Trusted(Map<String, Entry> entries) {
        this.byName = new HashMap<>();
        entries.forEach((name, entry) -> {
            byName.put(name, entry.prepared());
            byHash.put(entry.prepared().hash(), entry.prepared());
            byText.put(entry.text(), entry.prepared());
        });
    }

    record Entry(String text, Prepared prepared) {
    }

    /** By its name, or by {@code sha256:} and the hash of its text; null where there is none. */
    Prepared named(String name) {
        return name.startsWith(BY_HASH) ? hashed(name.substring(BY_HASH.length())) : byName.get(name);
    }

    Prepared hashed(String hash) {
        return hash == null ? null : byHash.get(hash.toLowerCase(Locale.ROOT));
    }

    Prepared written(String text) {
        return byText.get(text);
    }
}
