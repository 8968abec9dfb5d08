package dev.footnote.metamodel;

import java.util.List;

import graphql.schema.GraphQLInputType;

/** A field of the query type: an entry point into the metamodel. */
public sealed interface QueryField {

    String name();

    String description();

    /** @return what the visitor returns for a field of this kind */
    <R> R accept(Visitor<R> visitor);

    /** An operation with a case for each kind of field. It does not compile while a kind has none. */
    interface Visitor<R> {

        R connection(Connection field);

        R lookup(Lookup field);

        R singleton(Singleton field);

        R virtual(Virtual field);

        R node(Node field);

        R nodes(Nodes field);
    }

    /** All records of an entity type, page by page. */
    record Connection(String name, String description, EntityType entityType, List<SortKey> order) implements QueryField {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.connection(this);
        }
    }

    /** One record of an entity type. */
    record Lookup(String name, String description, EntityType entityType, List<LookupKey> keys) implements QueryField {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lookup(this);
        }
    }

    /** The only record of an entity type. */
    record Singleton(String name, String description, EntityType entityType) implements QueryField {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.singleton(this);
        }
    }

    /**
     * An argument of a field with virtual rows.
     *
     * @param defaultValue its value if it is not given, or null
     */
    record Argument(String name, String description, GraphQLInputType type, Object defaultValue) {
    }

    /** How virtual rows are served. */
    enum Shape {
        /** As pages, sorted by their first column. */
        PAGES,
        /** As one object, because there is always exactly one row. */
        OBJECT
    }

    /**
     * Rows that are computed for the operation.
     *
     * @param cost the maximum cost of computing them, in records read
     */
    record Virtual(String name, String description, EntityType entityType, List<Argument> parameters, Shape shape, int cost,
            VirtualTable made) implements QueryField {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.virtual(this);
        }
    }

    /** One record of any entity type by its global id. */
    record Node(String name, String description) implements QueryField {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.node(this);
        }
    }

    /** Several records of any entity type by their global ids. */
    record Nodes(String name, String description) implements QueryField {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nodes(this);
        }
    }
}
