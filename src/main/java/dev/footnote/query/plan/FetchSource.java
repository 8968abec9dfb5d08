package dev.footnote.query.plan;

import java.util.List;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.QueryField;
import dev.footnote.metamodel.SortKey;
import dev.footnote.metamodel.SummableAttribute;

/** Which records a {@link FetchNode} reads. */
public sealed interface FetchSource {

    /** The schema name of what is read. */
    default String name(EntityType entityType) {
        return entityType.type();
    }

    <E extends Exception> void accept(Visitor<E> visitor) throws E;

    /** An action for each kind of source. It does not compile while a kind has none. */
    interface Visitor<E extends Exception> {

        void rootList(RootList source) throws E;

        void childList(ChildList source) throws E;

        void byReference(ByReference source) throws E;

        void lookup(Lookup source) throws E;

        void byIds(ByIds source) throws E;

        void aggregate(Aggregate source) throws E;

        void groupBy(GroupBy source) throws E;

        void sumByUnit(SumByUnit source) throws E;

        void virtual(Virtual source) throws E;

        void nestedRows(NestedRows source) throws E;
    }

    /** A page of records. */
    sealed interface Page extends FetchSource {

        /** The name of the list, to which cursors are bound. */
        String field();

        List<SortKey> order();
    }

    /** Records or rows that belong to those of another fetch. */
    sealed interface Related extends FetchSource {

        FetchNode parent();
    }

    /** Numbers about the records of a list. */
    sealed interface Aggregated extends FetchSource {

        FetchNode of();
    }

    /** A page of all records. */
    record RootList(String field, List<SortKey> order) implements Page {

        @Override
        public String name(EntityType entityType) {
            return "Query." + field;
        }

        @Override
        public <E extends Exception> void accept(Visitor<E> visitor) throws E {
            visitor.rootList(this);
        }
    }

    /** A page of the records that reference a record read before. */
    record ChildList(FetchNode parent, int key, Attribute.Many relation) implements Page, Related {

        @Override
        public String field() {
            return parent.entityType.type() + "." + relation.name();
        }

        @Override
        public List<SortKey> order() {
            return relation.order();
        }

        @Override
        public String name(EntityType entityType) {
            return field();
        }

        @Override
        public <E extends Exception> void accept(Visitor<E> visitor) throws E {
            visitor.childList(this);
        }
    }

    /** The records that earlier records reference by kind and key. */
    record ByReference(FetchNode parent, int kind, int key) implements Related {

        @Override
        public <E extends Exception> void accept(Visitor<E> visitor) throws E {
            visitor.byReference(this);
        }
    }

    /** Aggregates over all records of a list. */
    record Aggregate(FetchNode of) implements Aggregated {

        @Override
        public String name(EntityType entityType) {
            return of.name + ".aggregate";
        }

        @Override
        public <E extends Exception> void accept(Visitor<E> visitor) throws E {
            visitor.aggregate(this);
        }
    }

    /** The groups of the records of a list. */
    record GroupBy(FetchNode of) implements Aggregated {

        @Override
        public String name(EntityType entityType) {
            return of.name + ".groups";
        }

        @Override
        public <E extends Exception> void accept(Visitor<E> visitor) throws E {
            visitor.groupBy(this);
        }
    }

    /**
     * Aggregates over all records of a list or of each of its groups, separated by unit or currency, which cannot be added
     * up.
     */
    record SumByUnit(FetchNode of, SummableAttribute sum) implements Aggregated {

        @Override
        public String name(EntityType entityType) {
            return of.name + "." + sum.attribute().name();
        }

        @Override
        public <E extends Exception> void accept(Visitor<E> visitor) throws E {
            visitor.sumByUnit(this);
        }
    }

    /** Virtual rows, computed for the request. */
    record Virtual(QueryField.Virtual root) implements FetchSource {

        @Override
        public String name(EntityType entityType) {
            return "Query." + root.name();
        }

        @Override
        public <E extends Exception> void accept(Visitor<E> visitor) throws E {
            visitor.virtual(this);
        }
    }

    /** Virtual rows that belong to virtual rows computed before. */
    record NestedRows(FetchNode parent, int key, Attribute.NestedRows relation) implements Related {

        @Override
        public <E extends Exception> void accept(Visitor<E> visitor) throws E {
            visitor.nestedRows(this);
        }
    }

    /** The record that an argument identifies. */
    record Lookup(QueryField.Lookup root) implements FetchSource {

        @Override
        public <E extends Exception> void accept(Visitor<E> visitor) throws E {
            visitor.lookup(this);
        }
    }

    /** The records that an argument identifies by global ids. */
    record ByIds() implements FetchSource {

        @Override
        public <E extends Exception> void accept(Visitor<E> visitor) throws E {
            visitor.byIds(this);
        }
    }
}
