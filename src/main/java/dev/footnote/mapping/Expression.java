package dev.footnote.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** How the text of one of our cells is made from a line of a foreign file. */
sealed interface Expression permits Expression.Template, Expression.First, Expression.Rounded, Translation {

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

    /** Adds the names from which the text of one line comes, or all that it looked at where there is none. */
    void origins(Cells cells, Set<String> names);

    /** Tells the texts that it gives whatever a line says. */
    default void constants(Consumer<Template> taker) {
        // all comes from the line
    }

    /** A text in which a name in braces stands for what the cell says, and its place in the mapping. */
    record Template(List<Part> parts, int line, int column) implements Expression {

        static final String REST = "*";

        /** @param isName whether the text is the name of a cell, or stands for itself */
        record Part(String text, boolean isName) {
        }

        @Override
        public String text(Cells cells) {
            StringBuilder text = new StringBuilder();
            boolean said = false;
            for (Part part : parts) {
                String value = part.isName ? value(part.text, cells) : part.text;
                said |= part.isName && value != null;
                text.append(value == null ? "" : value);
            }
            // without blanks that stood beside what is not said
            String whole = parts.size() == 1 ? text.toString() : text.toString().strip();
            return said || isConstant() && !text.isEmpty() ? whole : null;
        }

        boolean isConstant() {
            return parts.stream().noneMatch(Part::isName);
        }

        private static String value(String name, Cells cells) {
            return name.equals(REST) ? cells.rest() : cells.cell(name);
        }

        @Override
        public void names(Set<String> names) {
            parts.stream().filter(Part::isName).forEach(part -> names.add(part.text));
        }

        @Override
        public void origins(Cells cells, Set<String> names) {
            if (text(cells) == null) {
                names(names);
            }
            parts.stream().filter(part -> part.isName && value(part.text, cells) != null).forEach(part -> names.add(part.text));
        }

        @Override
        public void constants(Consumer<Template> taker) {
            if (isConstant()) {
                taker.accept(this);
            }
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

        @Override
        public void origins(Cells cells, Set<String> names) {
            for (Expression one : all) {
                Set<String> own = new LinkedHashSet<>();
                one.origins(cells, own);
                if (says(one, cells)) {
                    names.clear();
                    names.addAll(own);
                    return;
                }
                names.addAll(own);
            }
        }

        private static boolean says(Expression one, Cells cells) {
            try {
                return one.text(cells) != null;
            } catch (IllegalArgumentException e) {
                return true; // what is wrong with it is what is told
            }
        }

        @Override
        public void constants(Consumer<Template> taker) {
            all.forEach(one -> one.constants(taker));
        }
    }

    /**
     * A number with no more places behind its point than are asked for, halves away from zero. What is no number stays as it
     * is.
     *
     * @param places how many there may be
     */
    record Rounded(Expression of, int places) implements Expression {

        private static final Pattern NUMBER = Pattern
                .compile("[+-]?(\\d{1,40}\\.\\d{1,400}|\\.\\d{1,400}|\\d{1,40}(\\.\\d{1,400})?[eE][+-]?\\d{1,3})");

        @Override
        public String text(Cells cells) {
            String text = of.text(cells);
            if (text == null || !NUMBER.matcher(text).matches()) {
                return text;
            }
            BigDecimal number = new BigDecimal(text);
            return number.scale() <= places && text.matches("-?\\d+\\.\\d+") ? text : plain(number);
        }

        private String plain(BigDecimal number) {
            BigDecimal rounded = number.scale() <= places ? number : number.setScale(places, RoundingMode.HALF_UP);
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        }

        @Override
        public boolean drops(Cells cells) {
            return of.drops(cells);
        }

        @Override
        public void names(Set<String> names) {
            of.names(names);
        }

        @Override
        public void origins(Cells cells, Set<String> names) {
            of.origins(cells, names);
        }
    }
}
