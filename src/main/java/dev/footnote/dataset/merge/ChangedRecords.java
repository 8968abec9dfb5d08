package dev.footnote.dataset.merge;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * The records that an edit has created, changed or deleted.
 *
 * @param numbers by table
 */
public record ChangedRecords(Map<String, Set<Integer>> numbers) {

    public boolean isAny(Collection<String> tables) {
        return tables.stream().anyMatch(numbers::containsKey);
    }

    public Set<Integer> of(String table) {
        return numbers.getOrDefault(table, Set.of());
    }
}
