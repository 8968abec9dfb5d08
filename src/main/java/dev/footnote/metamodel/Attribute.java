package dev.footnote.metamodel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.footnote.metamodel.annotation.BaseEntity;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLOutputType;

/** A queryable attribute of a record: a value in its row, or a relation to other records. */
public sealed interface Attribute
        permits FilterableAttribute, Attribute.One, Attribute.Many, Attribute.Any, Attribute.NestedRows, Attribute.Subquery,
        Attribute.Formula, Attribute.Label {

    String name();

    String description();

    /** @return what the visitor returns for an attribute of this kind */
    <R> R accept(AttributeVisitor<R> visitor);

    /**
     * One value in the row.
     *
     * @param column the column, without the suffixes that a partial date adds
     * @param prefix what is put before the value in a response, such as {@code person:}, or null
     */
    record Scalar(String name, String description, boolean required, ValueType domain, GraphQLOutputType type, String column,
            String prefix) implements FilterableAttribute.Stored {

        /** Whether a dataset states the value. Ids, numbers and versions only identify a record and its state. */
        public boolean isStated() {
            return !Set.of("id", "slug", "lock_version").contains(column);
        }

        /** The column whose value is served. */
        public String served() {
            return domain == ValueType.DATE ? column + "_text" : column;
        }

        /** The column by which records are sorted. */
        public String ordered() {
            return domain == ValueType.DATE ? column + "_earliest" : column;
        }

        public ValueType orderDomain() {
            return domain == ValueType.DATE ? ValueType.DAY : domain;
        }

        @Override
        public <R> R accept(AttributeVisitor<R> visitor) {
            return visitor.scalar(this);
        }

        @Override
        public <R> R match(Function<Scalar, R> scalar, Function<Embedded, R> embedded, Function<ToOne, R> toOne) {
            return scalar.apply(this);
        }
    }

    /** Several values of the row under one name, such as an amount and its currency; null if the first of them is null. */
    record Embedded(String name, String description, String type, String typeDescription,
            List<Scalar> values) implements FilterableAttribute.Stored {

        @Override
        public <R> R accept(AttributeVisitor<R> visitor) {
            return visitor.embedded(this);
        }

        @Override
        public <R> R match(Function<Scalar, R> scalar, Function<Embedded, R> embedded, Function<ToOne, R> toOne) {
            return embedded.apply(this);
        }
    }

    /** A relation to at most one record. */
    sealed interface One extends Attribute {

        Class<? extends BaseEntity> target();

        /** The key of the target record, in SQL over the alias of this record. */
        String key(String alias);
    }

    /** The one record that a column of the row refers to. */
    record ToOne(String name, String description, boolean required, Class<? extends BaseEntity> target, String column)
            implements
                One,
                FilterableAttribute.Stored {

        @Override
        public String key(String alias) {
            return alias + "." + column;
        }

        @Override
        public <R> R accept(AttributeVisitor<R> visitor) {
            return visitor.toOne(this);
        }

        @Override
        public <R> R match(Function<Scalar, R> scalar, Function<Embedded, R> embedded, Function<ToOne, R> toOne) {
            return toOne.apply(this);
        }
    }

    /**
     * The one record that is determined by data of this record, without a column that refers to it.
     *
     * @param sql a scalar subquery for its key, with {@code %1$s} for the alias of this record
     */
    record DerivedToOne(String name, String description, Class<? extends BaseEntity> target, String sql) implements One {

        @Override
        public String key(String alias) {
            return sql.formatted(alias);
        }

        @Override
        public <R> R accept(AttributeVisitor<R> visitor) {
            return visitor.derivedToOne(this);
        }
    }

    /** A relation to a list of records. */
    sealed interface Many extends Attribute {

        Class<? extends BaseEntity> target();

        List<SortKey> order();
    }

    /**
     * The records of another table that refer to this record.
     *
     * @param column the column there that refers to this record
     * @param condition an additional condition there, in SQL with {@code %s} for the alias, or null
     */
    record ToMany(String name, String description, Class<? extends BaseEntity> target, String column, String condition,
            List<SortKey> order) implements Many, FilterableAttribute {

        @Override
        public <R> R accept(AttributeVisitor<R> visitor) {
            return visitor.toMany(this);
        }

        @Override
        public <R> R match(Function<Scalar, R> scalar, Function<Embedded, R> embedded, Function<ToOne, R> toOne,
                Function<ToMany, R> toMany) {
            return toMany.apply(this);
        }
    }

    /**
     * The records of the same entity type that steps lead to.
     *
     * @param steps the possible steps from one record to the next
     * @param deep whether the steps are repeated, so that a depth can be requested
     */
    record Hierarchy(String name, String description, Class<? extends BaseEntity> target, List<TraversalStep> steps,
            boolean deep,
            List<SortKey> order) implements Many {

        @Override
        public <R> R accept(AttributeVisitor<R> visitor) {
            return visitor.hierarchy(this);
        }
    }

    /**
     * The one record, of any entity type, that a pair of columns refers to.
     *
     * @param type the interface that it implements
     */
    record Any(String name, String description, String kindColumn, String idColumn, String type) implements Attribute {

        @Override
        public <R> R accept(AttributeVisitor<R> visitor) {
            return visitor.any(this);
        }
    }

    /**
     * The virtual rows that belong to a virtual row.
     *
     * @param column the column of theirs that contains the key of the parent row
     */
    record NestedRows(String name, String description, EntityType entityType, String column) implements Attribute {

        @Override
        public <R> R accept(AttributeVisitor<R> visitor) {
            return visitor.nestedRows(this);
        }
    }

    /**
     * How an argument selects a value from another table.
     *
     * @param sql a scalar subquery with {@code %s} for the alias of this record and one {@code ?} for the argument
     * @param any a statement with one {@code ?} that selects a row if the argument is a known name
     * @param there a statement that selects all possible arguments, as texts
     */
    record Pick(String argument, String description, String sql, String any, String there) {
    }

    /** A value that one argument selects from another table. */
    record Subquery(String name, String description, ValueType domain, GraphQLOutputType type, GraphQLInputType argumentType,
            Pick pick) implements Attribute {

        public String argument() {
            return pick.argument();
        }

        @Override
        public <R> R accept(AttributeVisitor<R> visitor) {
            return visitor.subquery(this);
        }
    }

    /**
     * A number that is computed from others. It is not computed by the database, because each database divides differently.
     *
     * @param operands each in SQL, with {@code %1$s} for the alias of this record
     * @param formula exact arithmetic over known operands, null if there is no such number; if one operand is unknown, the
     *        number is unknown too
     */
    record Formula(String name, String description, GraphQLOutputType type, List<String> operands,
            Function<List<BigDecimal>, BigDecimal> formula)
            implements
                Attribute {

        @Override
        public <R> R accept(AttributeVisitor<R> visitor) {
            return visitor.formula(this);
        }
    }

    /** The display label of a record; see {@link EntityType#label()}. */
    record Label(String name, String description) implements Attribute {

        public static final String DESCRIPTION = "What the record is called for display, composed of what it says; never empty.";

        @Override
        public <R> R accept(AttributeVisitor<R> visitor) {
            return visitor.label(this);
        }
    }
}
