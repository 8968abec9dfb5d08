package dev.footnote.rendition;

import java.util.Map;

/**
 * What was written.
 *
 * @param records by file of a Data Package, or by kind of node in another form
 * @param losses what the form cannot hold, by what that is, with how often it is there; empty for a Data Package
 */
public record Written(Map<String, Long> records, Map<String, Long> losses) {

    public long total() {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }
}
