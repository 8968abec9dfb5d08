package dev.footnote.metamodel;

import java.util.List;

import graphql.schema.GraphQLInputType;

/** A field of the query type: an entry point into the metamodel. */
public sealed interface QueryField {

    String name();

    String description();

    /** All records of an entity type, page by page. */
    record Connection(String name, String description, EntityType entityType, List<SortKey> order) implements QueryField {
    }

    /** One record of an entity type. */
    record Lookup(String name, String description, EntityType entityType, List<LookupKey> keys) implements QueryField {
    }

    /** The only record of an entity type. */
    record Singleton(String name, String description, EntityType entityType) implements QueryField {
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
    }

    /** One record of any entity type by its global id. */
    record Node(String name, String description) implements QueryField {
    }

    /** Several records of any entity type by their global ids. */
    record Nodes(String name, String description) implements QueryField {
    }
}
