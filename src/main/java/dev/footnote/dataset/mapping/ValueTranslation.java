package dev.footnote.dataset.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Translates texts to other texts.
 *
 * @param prefixes the first one that a text starts with is removed
 * @param values translations by text; null to keep all texts; a null expression drops the value
 * @param place position of the values in the mapping
 */
record ValueTranslation(Expression of, List<String> prefixes, Map<String, Expression> values,
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
            throw new IllegalArgumentException("\"" + key + "\" is not one of the values at " + place
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

    /** The translation of the text; null if there is none. */
    private Expression chosen(Cells cells) {
        try {
            String bare = bare(cells);
            String key = bare == null ? "" : bare;
            return values == null || bare == null && !values.containsKey(key) ? null : value(key);
        } catch (IllegalArgumentException e) {
            return null; // the error is in the source text
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

    /** Whether any cell that may have been read has a value. */
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
