package dev.footnote.graph;

import java.util.List;

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

    /** One record of any kind by its global id. */
    record ById(String name, String description) implements Root {
    }

    /** Several records of any kind by their global ids. */
    record ByIds(String name, String description) implements Root {
    }
}
