package dev.footnote.graph;

import java.math.BigDecimal;
import java.util.List;

import dev.footnote.entry.Entry;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLOutputType;

/** What can be asked of a record: a value in its row, or a way to other records. */
public sealed interface Member {

    String name();

    String description();

    /**
     * One value in the row.
     *
     * @param column the column, without what a partial date puts behind it
     * @param prefix what stands before the value in an answer, such as {@code person:}, or null
     */
    record Value(String name, String description, boolean required, Domain domain, GraphQLOutputType type, String column,
            String prefix) implements Member {

        /** The column whose value is served. */
        public String served() {
            return domain == Domain.DATE ? column + "_text" : column;
        }

        /** The column that orders records. */
        public String ordered() {
            return domain == Domain.DATE ? column + "_earliest" : column;
        }

        public Domain orderDomain() {
            return domain == Domain.DATE ? Domain.DAY : domain;
        }
    }

    /** Several values of the row under one name, such as an amount and its currency; null when the first of them is. */
    record Group(String name, String description, String type, String typeDescription, List<Value> values) implements Member {
    }

    /** A way to one record, or to none. */
    sealed interface One extends Member {

        Class<? extends Entry> target();

        /** The key of the record, in SQL over the alias of this one. */
        String key(String alias);
    }

    /** The one record that a column of the row names. */
    record ToOne(String name, String description, boolean required, Class<? extends Entry> target, String column)
            implements
                One {

        @Override
        public String key(String alias) {
            return alias + "." + column;
        }
    }

    /**
     * The one record that is found by what this one says, though no column names it.
     *
     * @param sql a scalar subquery for its key, with {@code %1$s} for the alias of this record
     */
    record Found(String name, String description, Class<? extends Entry> target, String sql) implements One {

        @Override
        public String key(String alias) {
            return sql.formatted(alias);
        }
    }

    /** A way to a list of records. */
    sealed interface Many extends Member {

        Class<? extends Entry> target();

        List<Order> order();
    }

    /**
     * The records of another table that name this one.
     *
     * @param column the column there that names this one
     * @param condition what else must hold there, in SQL with {@code %s} for the alias, or null
     */
    record ToMany(String name, String description, Class<? extends Entry> target, String column, String condition,
            List<Order> order) implements Many {
    }

    /**
     * A step from one record to another of the same kind.
     *
     * @param facts the records that lead on, which may be these themselves
     * @param from the column there that names the record where the step starts
     * @param to the column there that names the record where it ends
     * @param condition what else must hold there, in SQL with {@code %s} for the alias, or null
     */
    record Step(Class<? extends Entry> facts, String from, String to, String condition) {
    }

    /**
     * The records of the same kind that steps lead to.
     *
     * @param steps each of them is a way on
     * @param deep whether they are taken again and again, so that a depth can be asked for
     */
    record Walk(String name, String description, Class<? extends Entry> target, List<Step> steps, boolean deep,
            List<Order> order) implements Many {
    }

    /**
     * The one record, of any kind, that a pair of columns names.
     *
     * @param type the interface that it implements
     */
    record ToAny(String name, String description, String kindColumn, String idColumn, String type) implements Member {
    }

    /**
     * The made rows that hang on a made row.
     *
     * @param column the column of theirs that holds the key of the row they hang on
     */
    record Nested(String name, String description, Noun noun, String column) implements Member {
    }

    /**
     * How an argument picks a value from another table.
     *
     * @param sql a scalar subquery with {@code %s} for the alias of this record and one {@code ?} for the argument
     * @param any a statement with one {@code ?} that selects a row where the argument names something
     * @param there a statement that selects, as texts, what the argument can name
     */
    record Pick(String argument, String description, String sql, String any, String there) {
    }

    /** A value that one argument picks from another table. */
    record Picked(String name, String description, Domain domain, GraphQLOutputType type, GraphQLInputType argumentType,
            Pick pick) implements Member {

        public String argument() {
            return pick.argument();
        }
    }

    /**
     * A number that is computed from others, and not by the database, because each database divides in its own way.
     *
     * @param operands each in SQL, with {@code %1$s} for the alias of this record
     * @param formula of known operands; where one is unknown, so is the number
     */
    record Computed(String name, String description, GraphQLOutputType type, List<String> operands, Formula formula)
            implements
                Member {
    }

    /** What a record is called for display; see {@link Noun#label()}. */
    record Label(String name, String description) implements Member {

        public static final String DESCRIPTION = "What the record is called for display, composed of what it says; never empty.";
    }

    /** Exact arithmetic. */
    @FunctionalInterface
    interface Formula {

        /** @return null where there is no such number */
        BigDecimal of(List<BigDecimal> operands);
    }
}
