package dev.footnote.dataset.export;

import java.util.Map;

/**
 * Summary of an export.
 *
 * @param records number of records by file of a Data Package, or by kind of node in another format
 * @param losses number of values that the format cannot hold, by what they are; empty for a Data Package
 */
public record ExportSummary(Map<String, Long> records, Map<String, Long> losses) {

    public long total() {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }
}
