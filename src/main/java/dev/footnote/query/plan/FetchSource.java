package dev.footnote.query.plan;

import java.util.List;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.QueryField;
import dev.footnote.metamodel.SortKey;
import dev.footnote.metamodel.SummableAttribute;

/** Which records a {@link FetchNode} reads. */
public sealed interface FetchSource {

    /** A page of all records. */
    record RootList(String list, List<SortKey> order) implements FetchSource {
    }

    /** A page of the records that reference a record read before. */
    record ChildList(FetchNode parent, int key, Attribute.Many relation) implements FetchSource {
    }

    /** The records that earlier records reference by kind and key. */
    record ByReference(FetchNode parent, int kind, int key) implements FetchSource {
    }

    /** Aggregates over all records of a list. */
    record Aggregate(FetchNode of) implements FetchSource {
    }

    /** The groups of the records of a list. */
    record GroupBy(FetchNode of) implements FetchSource {
    }

    /**
     * Aggregates over all records of a list or of each of its groups, separated by unit or currency, which cannot be added
     * up.
     */
    record SumByUnit(FetchNode of, SummableAttribute sum) implements FetchSource {
    }

    /** Virtual rows, computed for the request. */
    record Virtual(QueryField.Virtual root) implements FetchSource {
    }

    /** Virtual rows that belong to virtual rows computed before. */
    record NestedRows(FetchNode parent, int key, Attribute.NestedRows relation) implements FetchSource {
    }

    /** The record that an argument identifies. */
    record Lookup(QueryField.Lookup root) implements FetchSource {
    }

    /** The records that an argument identifies by global ids. */
    record ByIds() implements FetchSource {
    }
}
