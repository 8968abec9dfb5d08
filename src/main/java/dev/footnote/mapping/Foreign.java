package dev.footnote.mapping;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

import dev.footnote.folder.Line;

/**
 * A line of a foreign file with what a rule takes it apart to.
 *
 * @param made what the rule names itself
 * @param part which of the records it is that the line becomes, counted from 0
 * @param unread the columns that no rule reads by name
 */
record Foreign(Line line, Map<String, String> made, int part, Set<String> unread) implements Expression.Cells {

    /** The whole line. */
    Foreign(Line line, Set<String> unread) {
        this(line, Map.of(), 0, unread);
    }

    /** All that a rule takes a line apart to, once for each record. */
    static List<Foreign> all(Rule rule, Line line, Set<String> unread) {
        Foreign whole = new Foreign(line, unread);
        return rule.each() == null ? List.of(whole)
                : rule.each().all(whole).stream()
                        .map(piece -> new Foreign(line, piece.named(), piece.number(), unread)).toList();
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

    /** Which columns no rule reads by name, by resource. */
    static Map<String, Set<String>> unread(Map<String, List<String>> columns, Iterable<Rule> rules) {
        Map<String, Set<String>> unread = new HashMap<>();
        columns.forEach((resource, headers) -> unread.put(resource, new LinkedHashSet<>(headers)));
        for (Rule rule : rules) {
            unread.getOrDefault(rule.from(), new LinkedHashSet<>()).removeAll(rule.read());
        }
        return unread;
    }
}
