package dev.footnote.query.sql;

import java.util.regex.Pattern;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.scalar.PartialDate;

/** A condition on one value of a record. */
sealed interface ValueFilter extends Filter {

    Attribute.Scalar value();

    /** A comparison of the value as it is served. */
    record Compared(Attribute.Scalar value, Comparison comparison) implements ValueFilter {

        @Override
        public void add(String alias, FilterContext context) {
            comparison.add(() -> context.sql().add(alias).add(".").add(value.served()), context.sql());
        }
    }

    /** A search in a text exactly as written. */
    record Written(Attribute.Scalar value, String text, boolean atStart) implements ValueFilter {

        @Override
        public void add(String alias, FilterContext context) {
            String column = alias + "." + value.served();
            if (atStart) {
                context.sql().add(column).add(" LIKE ")
                        .value(text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%").add(" ESCAPE '!'");
            } else {
                context.sql().add("POSITION(").value(text).add(" IN ").add(column).add(") > 0");
            }
        }
    }

    /** A search in a text that ignores case, accents and character widths. */
    record Folded(Attribute.Scalar value, String text, boolean atStart) implements ValueFilter {

        /** Text for which a trigram index has an entry. */
        private static final Pattern TRIGRAM = Pattern.compile("[\\p{L}\\p{N}]{3}");
        /** The search text as a LIKE pattern, computed once for all records. */
        private static final String PATTERN = "REPLACE(REPLACE(REPLACE(folded(?), '!', '!!'), '%', '!%'), '_', '!_') || '%')"
                + " ESCAPE '!'";

        @Override
        public void add(String alias, FilterContext context) {
            String column = alias + "." + value.served();
            if (TRIGRAM.matcher(text).find()) {
                context.sql().add("folded(").add(column).add(") LIKE (SELECT ").add(atStart ? "" : "'%' || ").add(PATTERN)
                        .bound(text);
            } else {
                // because a trigram index would return all records for it
                context.sql().add("POSITION(folded(").value(text).add(") IN folded(").add(column).add("))")
                        .add(atStart ? " = 1" : " > 0");
            }
        }
    }

    /** How exactly a date is known, as the number of characters of its text. */
    record Precision(Attribute.Scalar value, int length) implements ValueFilter {

        @Override
        public void add(String alias, FilterContext context) {
            context.sql().add("CHAR_LENGTH(").add(alias).add(".").add(value.served()).add(") = ").value(length);
        }
    }

    /** A comparison with a date. It must hold for every day that the date of the record can mean. */
    record Dated(Attribute.Scalar value, Range range, PartialDate date) implements ValueFilter {

        enum Range {
            BEFORE,
            UNTIL,
            AFTER,
            FROM,
            WITHIN
        }

        @Override
        public void add(String alias, FilterContext context) {
            String column = alias + "." + value.column();
            SqlBuilder sql = context.sql();
            switch (range) {
                case BEFORE -> sql.add(column).add("_latest < ").value(date.earliest());
                case UNTIL -> sql.add(column).add("_latest <= ").value(date.latest());
                case AFTER -> sql.add(column).add("_earliest > ").value(date.latest());
                case FROM -> sql.add(column).add("_earliest >= ").value(date.earliest());
                case WITHIN -> sql.add(column).add("_earliest >= ").value(date.earliest()).add(" AND ").add(column)
                        .add("_latest <= ").value(date.latest());
            }
        }
    }
}
