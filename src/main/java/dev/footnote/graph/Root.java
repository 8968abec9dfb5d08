package dev.footnote.graph;

import java.util.List;

import graphql.schema.GraphQLInputType;

/** A field of the query type: a way into the graph. */
public sealed interface Root {

    String name();

    String description();

    /** All records of a kind, page by page. */
    record Listing(String name, String description, Noun noun, List<Order> order) implements Root {
    }

    /** One record of a kind. */
    record Lookup(String name, String description, Noun noun, List<Key> keys) implements Root {
    }

    /** The only record of a kind. */
    record Only(String name, String description, Noun noun) implements Root {
    }

    /**
     * An argument of a field whose rows are made.
     *
     * @param usual its value when it is not given, or null
     */
    record Parameter(String name, String description, GraphQLInputType type, Object usual) {
    }

    /** How rows that are made are served. */
    enum Shape {
        /** As pages; their first column puts them in order. */
        PAGES,
        /** As one object, because there is always exactly one row. */
        OBJECT
    }

    /**
     * Rows that are made for the question.
     *
     * @param cost what making them costs at most, in records read
     */
    record Making(String name, String description, Noun noun, List<Parameter> parameters, Shape shape, int cost,
            Made made) implements Root {
    }

    /** One record of any kind by its global id. */
    record ById(String name, String description) implements Root {
    }

    /** Several records of any kind by their global ids. */
    record ByIds(String name, String description) implements Root {
    }
}
