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
 * @param unread the columns that no rule reads by name
 */
record Foreign(Line line, Map<String, String> made, Set<String> unread) implements Expression.Cells {

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
