package dev.footnote.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Another text for each of those that there are.
 *
 * @param prefixes of which the first that the text begins with is taken off
 * @param values by text; null where all stay as they are; an expression is null where nothing is to be said
 * @param place of the values in the mapping
 */
record Translation(Expression of, List<String> prefixes, Map<String, Expression> values,
        String place) implements Expression {

    static final String OTHERS = "*";

    @Override
    public String text(Cells cells) {
        String bare = bare(cells);
        String key = bare == null ? "" : bare;
        if (values == null || bare == null && !values.containsKey(key)) {
            return bare == null || bare.isEmpty() ? null : bare;
        }
        if (!values.containsKey(key) && !values.containsKey(OTHERS)) {
            throw new IllegalArgumentException("\"" + key + "\" is none of the values at " + place
                    + ". Add it there, or \"*\" for all others.");
        }
        Expression value = value(key);
        return value == null ? null : value.text(cells);
    }

    private String bare(Cells cells) {
        String text = of.text(cells);
        return text == null ? null
                : prefixes.stream().filter(text::startsWith).findFirst().map(prefix -> text.substring(prefix.length()))
                        .orElse(text);
    }

    private Expression value(String key) {
        return values.getOrDefault(key, values.get(OTHERS));
    }

    /** What is said instead of the text; null where that is nothing, or the text itself. */
    private Expression chosen(Cells cells) {
        try {
            String bare = bare(cells);
            String key = bare == null ? "" : bare;
            return values == null || bare == null && !values.containsKey(key) ? null : value(key);
        } catch (IllegalArgumentException e) {
            return null; // what is wrong stands in what it is made from
        }
    }

    @Override
    public boolean drops(Cells cells) {
        String bare = bare(cells);
        String key = bare == null ? "" : bare;
        if (values == null || !values.containsKey(key) && (bare == null || !values.containsKey(OTHERS))) {
            return of.drops(cells);
        }
        Expression value = value(key);
        return value == null ? says(cells) : value.drops(cells);
    }

    /** Whether anything is said in all that it might have read. */
    private boolean says(Cells cells) {
        Set<String> names = new LinkedHashSet<>();
        names(names);
        return names.stream().anyMatch(name -> cells.cell(name) != null);
    }

    @Override
    public void names(Set<String> names) {
        of.names(names);
        if (values != null) {
            values.values().stream().filter(value -> value != null).forEach(value -> value.names(names));
        }
    }

    @Override
    public void origins(Cells cells, Set<String> names) {
        Set<String> own = new LinkedHashSet<>();
        Expression chosen = chosen(cells);
        if (chosen != null) {
            chosen.origins(cells, own);
        }
        if (own.isEmpty()) {
            of.origins(cells, own);
        }
        names.addAll(own);
    }

    @Override
    public void constants(Consumer<Expression.Template> taker) {
        if (values != null) {
            values.values().stream().filter(value -> value != null).forEach(value -> value.constants(taker));
        } else if (prefixes.isEmpty()) {
            of.constants(taker);
        }
    }
}
