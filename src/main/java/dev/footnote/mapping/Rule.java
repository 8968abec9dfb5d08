package dev.footnote.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.footnote.folder.Carrier;

/**
 * From which foreign resource records are read, and how.
 *
 * @param from the name of the foreign resource
 * @param each null where a line is one record
 * @param when all of which hold for a record that is read
 * @param unless none of which holds
 * @param once whether only the first of several records with the same id is read
 * @param columns how our cells are made, by header
 * @param line where the rule stands in the mapping
 * @param column the same within the line
 */
record Rule(String from, Each each, List<Condition> when, List<Condition> unless, boolean once,
        Map<String, Expression> columns, int line, int column) {

    boolean takes(Expression.Cells cells) {
        return when.stream().allMatch(one -> one.holds(cells)) && unless.stream().noneMatch(one -> one.holds(cells));
    }

    /** The id of the record of a line that it does not take; null where the mapping does not say what it would be. */
    String id(Expression.Cells cells) {
        try {
            return columns.containsKey(Carrier.ID) ? columns.get(Carrier.ID).text(cells) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    boolean leavesOut() {
        return !when.isEmpty() || !unless.isEmpty();
    }

    /** All names of cells that it reads, those that it makes itself among them. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        columns.values().forEach(column -> column.names(names));
        when.forEach(one -> names.add(one.name()));
        unless.forEach(one -> names.add(one.name()));
        if (each != null) {
            names.addAll(each.of());
        }
        return names;
    }

    /** The names of foreign columns that it reads. */
    Set<String> read() {
        Set<String> read = names();
        read.remove(Expression.Template.REST);
        if (each != null) {
            each.as().stream().filter(name -> !each.of().contains(name)).forEach(read::remove);
        }
        return read;
    }

    /** The foreign column that one of our columns is read from, or null where it is the same for all lines. */
    String origin(String header) {
        Expression expression = columns.get(header);
        Set<String> names = new LinkedHashSet<>();
        if (expression != null) {
            expression.names(names);
        }
        for (String name : names) {
            if (each != null && each.as().contains(name)) {
                return each.of().get(0);
            }
            if (!name.equals(Expression.Template.REST)) {
                return name;
            }
        }
        return null;
    }
}
