package dev.footnote.dataset.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Expression that computes a cell from a row of a foreign file. */
sealed interface Expression permits Expression.Template, Expression.First, Expression.Rounded, ValueTranslation {

    /** Values of a foreign row, by the names of its columns and of the parts into which a rule splits it. */
    interface Cells {

        /** @return null if the cell is empty */
        String cell(String name);

        /** All cells that no rule reads by name, as one text; null if they are empty. */
        String rest();
    }

    /**
     * Computes the text of the cell.
     *
     * @return null if there is no value
     * @throws IllegalArgumentException with a sentence if the mapping does not define the result
     */
    String text(Cells cells);

    /** Whether the mapping translates a value of the row to {@code null}, so that it is dropped. */
    default boolean drops(Cells cells) {
        return false;
    }

    /** Adds the names that are read; those from which the text is made come first. */
    void names(Set<String> names);

    /** Adds the names from which the text of one row comes, or all names that were looked at if there is no text. */
    void origins(Cells cells, Set<String> names);

    /** Passes on the constant texts, which do not depend on the row. */
    default void constants(Consumer<Template> taker) {
        // everything comes from the row
    }

    /** Text template in which a name in braces stands for the value of a cell, with its position in the mapping. */
    record Template(List<Part> parts, int line, int column) implements Expression {

        static final String REST = "*";

        /**
         * Part of a template.
         *
         * @param isName whether the text is the name of a cell rather than literal text
         */
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
            // without spaces next to empty values
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

    /** The first of several expressions that has a value. */
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
                return true; // the error in it is what gets reported
            }
        }

        @Override
        public void constants(Consumer<Template> taker) {
            all.forEach(one -> one.constants(taker));
        }
    }

    /**
     * Number rounded to a limited number of decimals, half away from zero. A text that is not a number is unchanged.
     *
     * @param places largest number of decimals
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
