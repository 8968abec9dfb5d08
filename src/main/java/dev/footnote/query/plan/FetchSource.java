package dev.footnote.query.plan;

import java.util.List;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.QueryField;
import dev.footnote.metamodel.SortKey;
import dev.footnote.metamodel.SummableAttribute;

/** Which records a {@link FetchNode} reads. */
public sealed interface FetchSource {

    /** A page of all. */
    record RootList(String list, List<SortKey> order) implements FetchSource {
    }

    /** A page of those that name a record read before. */
    record ChildList(FetchNode parent, int key, Attribute.Many relation) implements FetchSource {
    }

    /** The ones that records read before name by kind and key. */
    record ByReference(FetchNode parent, int kind, int key) implements FetchSource {
    }

    /** Numbers over all records of a list. */
    record Aggregate(FetchNode of) implements FetchSource {
    }

    /** The groups of the records of a list. */
    record GroupBy(FetchNode of) implements FetchSource {
    }

    /** Numbers over all records of a list or of each of its groups, apart for what makes no sum together. */
    record SumByUnit(FetchNode of, SummableAttribute sum) implements FetchSource {
    }

    /** The rows that are made for the question. */
    record Virtual(QueryField.Virtual root) implements FetchSource {
    }

    /** The made rows that hang on rows made before. */
    record NestedRows(FetchNode parent, int key, Attribute.NestedRows relation) implements FetchSource {
    }

    /** The one that an argument names. */
    record Lookup(QueryField.Lookup root) implements FetchSource {
    }

    /** The ones that an argument names by global ids. */
    record ByIds() implements FetchSource {
    }
}
