package dev.footnote.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the text of one of our cells is made from a line of a foreign file. */
sealed interface Expression {

    /** What a line of a foreign file says, by the names of its columns and of what a rule takes them apart to. */
    interface Cells {

        /** @return null where it says nothing */
        String cell(String name);

        /** All that no rule reads by name, in one text; null where that is nothing. */
        String rest();
    }

    /**
     * @return null where there is nothing to say
     * @throws IllegalArgumentException with a sentence where the mapping does not say what to make of it
     */
    String text(Cells cells);

    /** Whether the mapping says {@code null} for what a line says, so that there is nothing to say. */
    default boolean drops(Cells cells) {
        return false;
    }

    /** Adds the names that are read, those ahead from which the text is made. */
    void names(Set<String> names);

    /** A text in which a name in braces stands for what the cell says. */
    record Template(List<Part> parts) implements Expression {

        static final String REST = "*";

        /** @param isName whether the text is the name of a cell, or stands for itself */
        record Part(String text, boolean isName) {
        }

        @Override
        public String text(Cells cells) {
            StringBuilder text = new StringBuilder();
            boolean constant = true;
            boolean said = false;
            for (Part part : parts) {
                String value = part.isName ? value(part.text, cells) : part.text;
                constant &= !part.isName;
                said |= part.isName && value != null;
                text.append(value == null ? "" : value);
            }
            // without blanks that stood beside what is not said
            String whole = parts.size() == 1 ? text.toString() : text.toString().strip();
            return said || constant && !text.isEmpty() ? whole : null;
        }

        private static String value(String name, Cells cells) {
            return name.equals(REST) ? cells.rest() : cells.cell(name);
        }

        @Override
        public void names(Set<String> names) {
            parts.stream().filter(Part::isName).forEach(part -> names.add(part.text));
        }
    }

    /** The first of several that says anything. */
    record First(List<Expression> all) implements Expression {

        @Override
        public String text(Cells cells) {
            for (Expression one : all) {
                String text = one.text(cells);
                if (text != null) {
                    return text;
                }
            }
            return null;
        }

        @Override
        public boolean drops(Cells cells) {
            return all.stream().anyMatch(one -> one.drops(cells));
        }

        @Override
        public void names(Set<String> names) {
            all.forEach(one -> one.names(names));
        }
    }

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
            Set<String> names = new HashSet<>();
            names(names);
            return names.stream().anyMatch(name -> cells.cell(name) != null);
        }

        @Override
        public void names(Set<String> names) {
            if (values != null) {
                values.values().stream().filter(value -> value != null).forEach(value -> value.names(names));
            }
            of.names(names);
        }
    }
}
