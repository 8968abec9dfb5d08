package dev.footnote.dataset.mapping;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

import dev.footnote.dataset.datapackage.SourceRecord;

/**
 * A row of a foreign file, with the values into which a rule splits it.
 *
 * @param made values named by the rule
 * @param part index of the record made from the row, counted from 0
 * @param unread columns that no rule reads by name
 */
record SourceRow(SourceRecord line, Map<String, String> made, int part, Set<String> unread) implements Expression.Cells {

    /** A row that is not split. */
    SourceRow(SourceRecord line, Set<String> unread) {
        this(line, Map.of(), 0, unread);
    }

    /** Splits a row as the rule says, into one element per record. */
    static List<SourceRow> all(MappingRule rule, SourceRecord line, Set<String> unread) {
        SourceRow whole = new SourceRow(line, unread);
        return rule.each() == null ? List.of(whole)
                : rule.each().all(whole).stream()
                        .map(piece -> new SourceRow(line, piece.named(), piece.number(), unread)).toList();
    }

    @Override
    public String cell(String name) {
        return made.containsKey(name) ? made.get(name) : line.cell(name);
    }

    @Override
    public String rest() {
        StringJoiner rest = new StringJoiner("; ").setEmptyValue("");
        for (String column : unread) {
            String text = line.cell(column);
            if (text != null) {
                rest.add(column + ": " + text);
            }
        }
        return rest.length() == 0 ? null : rest.toString();
    }

    /** Columns that no rule reads by name, by resource. */
    static Map<String, Set<String>> unread(Map<String, List<String>> columns, Iterable<MappingRule> rules) {
        Map<String, Set<String>> unread = new HashMap<>();
        columns.forEach((resource, headers) -> unread.put(resource, new LinkedHashSet<>(headers)));
        for (MappingRule rule : rules) {
            unread.getOrDefault(rule.from(), new LinkedHashSet<>()).removeAll(rule.read());
        }
        return unread;
    }
}
